import assert from 'node:assert/strict';
import { suggestionOf } from '../../../src/core/coverage/suggestion';
import { suggestionMessage } from '../../../src/core/coverage/words';
import { coverageOfText } from '../../support/coverage';

const OPEN = 'ATT&CK T1021.007, T1190, T1059.001, T1530, T1552.001, T1003';

suite('the suggestion of what to cite next', () => {
  test('addresses every open technique, most of them first', () => {
    const coverage = coverageOfText(OPEN);
    const { open, steps } = suggestionOf(coverage);
    const gaps = coverage.techniques.filter(({ state }) => state === 'gap').map(({ id }) => id);
    assert.equal(open, gaps.length);
    assert.deepEqual(steps.flatMap(({ addresses }) => addresses).sort(), gaps);
    const gains = steps.map(({ addresses }) => addresses.length);
    assert.deepEqual(
      [...gains].sort((a, b) => b - a),
      gains,
    );
    assert.ok(gains.every((gain) => gain > 0));
  });

  test('leaves nothing open once all of its controls are cited', () => {
    const ids = suggestionOf(coverageOfText(OPEN)).steps.map(({ control }) => control.id);
    const { counts } = coverageOfText(`${OPEN}. CCM ${ids.join(', CCM ')}`);
    assert.equal(counts.gaps, 0);
  });

  test('leaves out cited controls and those mapped to no open technique', () => {
    const { steps } = suggestionOf(coverageOfText('ATT&CK T1021.007, T1059.001. CCM IAM-10'));
    assert.deepEqual(
      steps.map(({ control, addresses }) => [control.label, addresses]),
      [['UEM-09', ['T1059.001']]],
    );
  });

  test('puts the lower ID first among equals, in the edition of the document', () => {
    const first = (settings = {}): string | undefined =>
      suggestionOf(coverageOfText('ATT&CK T1021.007', settings)).steps[0]?.control.label;
    assert.deepEqual([first(), first({ ccmEdition: '4.1' })], ['IAM-09', 'IAM-09']);
  });

  test('is empty if no technique is open', () => {
    const { open, steps } = suggestionOf(coverageOfText('ATT&CK T1003'));
    assert.deepEqual([open, steps], [0, []]);
  });

  test('reads as a sentence', () => {
    assert.equal(
      suggestionMessage('IAM-14', 12, 31).text,
      'Citing IAM-14 would address 12 of the 31 open techniques',
    );
    assert.equal(suggestionMessage('IAM-14', 3, 3).text, 'Citing IAM-14 would address all 3 open techniques');
    assert.equal(suggestionMessage('IAM-14', 1, 1).text, 'Citing IAM-14 would address the open technique');
  });
});
