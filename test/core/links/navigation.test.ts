import assert from 'node:assert/strict';
import { highlightsAt } from '../../../src/core/links/highlights';
import { hoverAt } from '../../../src/core/hover/hover';
import { nextUnmapped } from '../../../src/core/analysis/unmapped';
import { analysisOf } from '../../support/findings';
import { unmark } from '../../support/marked';

suite('highlights of a reference', () => {
  /** The marks are what is highlighted where the first one is touched. */
  const highlighted = (marked: string): void => {
    const { text, marks } = unmark(marked);
    const analysis = analysisOf('markdown', text);
    for (const { span } of marks)
      assert.deepEqual(
        highlightsAt(analysis, span.end),
        marks.map((mark) => mark.span),
      );
  };

  test('include the same control, whatever edition numbers it', () => {
    highlighted('CCM 4.1 ⟦IAM-13⟧ was CCM 4.0 ⟦IAM-14⟧, and CCM 4.0 IAM-13 is another.');
  });

  test('include a technique, without its parent and without a ticket', () => {
    highlighted('ATT&CK ⟦T1021.007⟧ is a T1021; ⟦T1021.007⟧ again.');
    highlighted('CCM ⟦IAM-10⟧ and CCM IAM-11; AICM IAM-10 is none. CCM ⟦IAM-10⟧ again.');
  });

  test('include a range that has the control without writing it out', () => {
    const text = 'CCM 4.1 IAM-01 to IAM-04 and CCM 4.1 IAM-02';
    const analysis = analysisOf('markdown', text);
    const spans = highlightsAt(analysis, text.length);
    assert.deepEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
      ['IAM-01 to IAM-04', 'IAM-02'],
    );
  });

  test('are absent on words', () => {
    assert.deepEqual(highlightsAt(analysisOf('markdown', 'Words. CCM IAM-10'), 2), []);
  });
});

suite('a hover on a range', () => {
  const titleAt = (text: string, words: string): string => {
    const hover = hoverAt(analysisOf('markdown', text), text.indexOf(words) + 1);
    return `${hover ? text.slice(hover.span.start, hover.span.end) : ''}: ${JSON.stringify(hover?.blocks[0])}`;
  };

  test('shows the control at either end, and the others in between', () => {
    const text = 'CCM 4.1 IAM-01 to IAM-05';
    assert.match(titleAt(text, 'IAM-01'), /^IAM-01: .*IAM-01 Identity and Access/);
    assert.match(titleAt(text, 'IAM-05'), /^IAM-05: .*IAM-05 Least Privilege/);
    assert.match(titleAt(text, ' to '), /3 controls within this range/);
  });

  test('shows the control of a short end', () => {
    const text = 'CCM 4.1 CEK-10 to 21';
    assert.match(titleAt(text, '21'), /^21: .*CEK-21/);
    assert.match(titleAt(text, ' to '), /controls within this range/);
  });
});

suite('the next reference without a mapping', () => {
  /** The text of each stop, from the start of the text on, or back. */
  const stops = (text: string, direction: 1 | -1, count: number): string[] => {
    const analysis = analysisOf('markdown', text);
    let at = direction > 0 ? -1 : text.length + 1;
    return Array.from({ length: count }, () => {
      const span = nextUnmapped(analysis, at, direction);
      at = span?.start ?? at;
      return span ? text.slice(span.start, span.end) : '';
    });
  };
  const TEXT =
    'CCM 4.1 GRC-03, CCM 4.1 IAM-10, CCM 4.1 CCC-02; ATT&CK T1021.007 and T1003; CCM IAM-99; AICM GRC-01.';

  test('visits controls and techniques, and begins anew', () => {
    assert.deepEqual(stops(TEXT, 1, 4), ['GRC-03', 'CCC-02', 'T1003', 'GRC-03']);
    assert.deepEqual(stops(TEXT, -1, 4), ['T1003', 'CCC-02', 'GRC-03', 'T1003']);
  });

  test('stops at a range once', () => {
    assert.deepEqual(stops('CCM 4.1 GRC-01 to GRC-04.', 1, 3), ['GRC-01', 'GRC-04', 'GRC-01']);
  });

  test('passes over an id that has a mapping in the other edition, where none is declared', () => {
    assert.deepEqual(stops('CCM IAM-13', 1, 1), ['']);
    assert.deepEqual(stops('CCM 4.1 IAM-10', 1, 1), ['']);
  });
});
