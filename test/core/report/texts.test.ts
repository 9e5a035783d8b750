import assert from 'node:assert/strict';
import { isReport } from '../../../src/core/analysis/occurrences';
import { CAVEAT } from '../../../src/core/coverage/words';
import { FORMATS, REPORT_FORMATS, renderReport } from '../../../src/core/report/formats';
import { markdownPieces } from '../../../src/core/report/markdown';
import { reportOf } from '../../../src/core/report/reportOf';
import { textReport } from '../../../src/core/report/text';
import { coverageOfTexts, reportOfText } from '../../support/coverage';

const TEXT = 'ATT&CK T1021.007, T1190, T1003, T1086. CCM IAM-10, GRC-03, UEM-10';

suite('a report as text', () => {
  test('begins with the counts, then says what to cite', () => {
    const lines = textReport(reportOfText(TEXT)).split('\n');
    assert.deepEqual(lines.slice(0, 7), [
      'Techniques named and controls cited in policy.md',
      '  4 techniques: 1 addressed by a cited control, 2 open, 1 without mapped controls',
      '  3 controls cited: 1 mapped to a technique named here, 1 mapped only to techniques not named here, 1 without a mapping',
      '',
      'Citing AIS-04 would address 1 of the 2 open techniques.',
      'For example, these 2 controls would address all of them:',
      '  AIS-04  +1  Secure Application Design and Development',
    ]);
  });

  test('shows an ID as written next to the one that it counts as', () => {
    assert.match(textReport(reportOfText(TEXT)), /T1059\.001 {2}PowerShell \(written T1086\)/);
  });

  test('shows the name of a file without control characters', () => {
    const path = '\u001b[31mred\n\u202e.md';
    const text = textReport(reportOf(coverageOfTexts({ [path]: 'CCM GRC-03' }), path));
    for (const mark of ['\u001b', '\u202e']) assert.ok(!text.includes(mark));
  });

  test('has no techniques and no controls for an empty document', () => {
    const text = textReport(reportOfText(''));
    assert.match(text, /^ {2}No techniques\n {2}No controls cited\n/m);
  });
});

suite('a report as Markdown', () => {
  test('is marked as a report, and silences its own ids', () => {
    assert.match(
      renderReport(reportOfText(TEXT), 'markdown'),
      /^# .*\n\n<!-- control-lens-report -->\n<!-- control-lens-disable -->\n\n4 techniques/,
    );
    const long = reportOf(coverageOfTexts({ 'a.md': TEXT }), '*'.repeat(500));
    assert.ok(isReport(renderReport(long, 'markdown')));
  });

  test("isn't taken for a report because of a link to one or a name", () => {
    for (const text of [
      'See [the report](out/control-lens-report.md).',
      '<!-- control-lens-report.html is made at night -->',
      'https://example.com/index.html#control-lens-report',
      'https://control-lens-report/1',
    ])
      assert.ok(!isReport(text), text);
    for (const text of ['{"kind":"control-lens-report","format":1}', '{/* control-lens-report */}'])
      assert.ok(isReport(text), text);
    for (const format of ['json', 'markdown', 'html'] as const)
      assert.ok(isReport(renderReport(reportOfText(TEXT), format)), format);
  });

  test('shows the name of a file without control or bidirectional characters', () => {
    const path = '\u001b[31mred\u202e.md';
    const text = renderReport(
      reportOf(coverageOfTexts({ [path]: 'CCM GRC-03', 'b.md': '' }), path),
      'markdown',
    );
    for (const mark of ['\u001b', '\u202e']) assert.ok(!text.includes(mark));
    assert.ok(text.includes('`\ufffd[31mred\ufffd.md:1`'));
  });

  test('escapes only what would be markup', () => {
    const text = renderReport(reportOfText(TEXT), 'markdown');
    for (const words of [
      'Citing AIS-04 would',
      'updated 2026-01-27',
      'against ATT&CK',
      '## Open techniques (2)',
    ])
      assert.ok(text.includes(words), words);
    const path = 'a-b (c) --- &lt; [x](https://e.x) _y_ \\(';
    const title = renderReport(reportOf(coverageOfTexts({ 'a.md': TEXT }), path), 'markdown').split('\n')[0];
    assert.equal(
      title?.slice('# Techniques named and controls cited in '.length),
      'a-b (c) \\-\\-\\- &amp;lt; \\[x\\](https&#58;//e.x) \\_y\\_ \\\\(',
    );
  });

  test('shows names of files as they are', () => {
    const path = 'a|b`c`<img src=x>\n# x.md';
    const text = renderReport(
      reportOf(coverageOfTexts({ [path]: 'ATT&CK T1190', 'z.md': '' }), path),
      'markdown',
    );
    assert.match(text, /^# Techniques named and controls cited in a\\\|b\\`c\\`\\<img src=x\\> \\# x\.md$/m);
    const row = text.split('\n').find((line) => line.startsWith('| [T1190]')) ?? '';
    assert.match(row, /`a b c <img src=x> # x\.md:1` \|$/);
  });

  test('comes in pieces that are no longer than a row of a table', () => {
    const report = reportOfText(TEXT);
    const pieces = [...markdownPieces(report)];
    assert.equal(pieces.join(''), renderReport(report, 'markdown'));
    assert.ok(pieces.every((piece) => piece.trim().split('\n').length <= 2));
  });

  test('has tables with equally many cells in each row', () => {
    for (const table of renderReport(reportOfText(TEXT), 'markdown')
      .split('\n\n')
      .filter((each) => each.startsWith('|'))) {
      const cells = table
        .trimEnd()
        .split('\n')
        .map((row) => row.split(/(?<!\\)\|/).length);
      assert.equal(new Set(cells).size, 1, table);
    }
  });
});

suite('a report in every format', () => {
  test('says once what a mapping does not show, if it has a sentence', () => {
    for (const format of ['text', 'json', 'markdown', 'html', 'navigator'] as const)
      assert.equal(renderReport(reportOfText(TEXT), format).split(CAVEAT).length, 2, format);
  });

  test('never says "covered"', () => {
    for (const format of REPORT_FORMATS)
      assert.doesNotMatch(renderReport(reportOfText(TEXT), format), /\bcovered\b/i, format);
  });

  test('is the same for the same documents, and ends its last line', () => {
    for (const format of REPORT_FORMATS) {
      const text = renderReport(reportOfText(TEXT), format);
      assert.equal(text, renderReport(reportOfText(TEXT), format));
      assert.match(text, /[^\n]\n$/);
    }
  });

  test('has a name to choose it by', () => {
    const labels = REPORT_FORMATS.map((format) => FORMATS[format].label);
    assert.equal(new Set(labels).size, REPORT_FORMATS.length);
  });
});
