import assert from 'node:assert/strict';
import { insertActionsFor } from '../../../../src/core/edits/insert/actions';
import { choicesFor } from '../../../../src/core/edits/insert/choices';
import { targetsNear } from '../../../../src/core/edits/insert/target';
import { analysisOf } from '../../../support/findings';
import { targetIn } from '../../../support/insertion';
import { unmark } from '../../../support/marked';

/** The states of the choices at the mark that are not plainly missing. */
function states(languageId: string, marked: string): string[] {
  const { text, marks } = unmark(marked);
  const analysis = analysisOf(languageId, text);
  return choicesFor(analysis, targetIn(analysis, marks[0]?.span.start ?? 0))
    .filter(({ state }) => state !== 'missing')
    .map(({ id, state }) => `${id} ${state}`);
}

function titles(marked: string): string[] {
  const { text, marks } = unmark(marked);
  const analysis = analysisOf('markdown', text);
  const target = targetIn(analysis, marks[0]?.span.start ?? 0);
  return insertActionsFor(analysis, target).map(({ title }) => title.text);
}

suite('the choice of controls to insert', () => {
  test('marks a control as cited here if the section cites it, else as cited elsewhere', () => {
    assert.deepEqual(
      states('markdown', '# A\n\nATT&CK ⟦T1021.007⟧, CCM IAM-09 to IAM-11\n\n# B\n\nCCM IAM-14, IPY-02\n'),
      ['IAM-09 here', 'IAM-10 here', 'IAM-11 here', 'IAM-14 elsewhere', 'IPY-02 elsewhere'],
    );
  });

  test("doesn't mark a control as cited here in the row or item of another technique", () => {
    const table = '| Technique | CCM |\n| - | - |\n| ⟦T1021.007⟧ | IAM-10 |\n| T1078 | IAM-14 |\n';
    assert.deepEqual(states('markdown', table), ['IAM-10 here', 'IAM-14 elsewhere']);
    const list = 'CCM:\n\n- ATT&CK ⟦T1021.007⟧\n  - CCM IAM-10\n- ATT&CK T1078\n  - CCM IAM-14\n';
    assert.deepEqual(states('markdown', list), ['IAM-10 here', 'IAM-14 elsewhere']);
  });

  test('takes the YAML map around a technique for its section', () => {
    assert.deepEqual(
      states(
        'yaml',
        '- technique: ⟦T1021.007⟧\n  controls: [{id: IAM-10}, {id: IAM-11}]\n- technique: T1078\n  controls: [IAM-14, DSP-07]\n',
      ),
      ['IAM-10 here', 'IAM-11 here', 'IAM-14 elsewhere'],
    );
  });

  test('takes what is below a top-level YAML key for its section', () => {
    const text = 'framework: CSA CCM\n⟦IAM-08⟧:\n- T1528\nIAM-10:\n- T1530\n';
    assert.deepEqual(states('yaml', text), ['T1528 here', 'T1530 elsewhere']);
  });

  test('marks controls of another YAML document as cited elsewhere', () => {
    const text = '# CSA CCM\ntechnique: T1078\ncontrols: [IAM-14]\n---\ntechnique: ⟦T1021.007⟧\n';
    assert.deepEqual(states('yaml', text), ['IAM-14 elsewhere']);
  });

  test('has IDs in the edition of the section', () => {
    const text = '# CCM 4.0\n\nATT&CK ⟦T1059⟧: IVS-04\n\n# CCM 4.1\n\nI&S-03, IAM-10, IAM-11\n';
    assert.deepEqual(states('markdown', text), ['AIS-08 no-id', 'IVS-04 here']);
  });

  test('has an action that names one control, counts several, and is absent without any', () => {
    assert.deepEqual(titles('---\nccm_version: 4.1\n---\n\nATT&CK ⟦T1552.001⟧\n'), [
      'Insert IAM-14 Credentials Management',
    ]);
    assert.deepEqual(titles('ATT&CK ⟦T1021.007⟧, CCM IAM-10'), [
      'Insert mapped controls…',
      'Insert all 6 mapped controls not cited here',
    ]);
    assert.deepEqual(titles('CCM ⟦IAM-08⟧'), [
      'Insert mapped techniques…',
      'Insert all 5 mapped techniques not named here',
    ]);
    assert.deepEqual(titles('ATT&CK ⟦T1595⟧'), []);
  });

  test('takes the technique at the cursor, else those of the line, else those of the section', () => {
    const text = 'ATT&CK T1059\n\n# A\n\nT1021.007 and T1078 here\n\nmore\n';
    const near = (offset: number): string[] =>
      targetsNear(analysisOf('markdown', text), offset, 'attack').map(({ id }) => id);
    assert.deepEqual(near(text.indexOf('T1078')), ['T1078']);
    assert.deepEqual(near(text.indexOf('here')), ['T1021.007', 'T1078']);
    assert.deepEqual(near(text.indexOf('more')), ['T1021.007', 'T1078']);
    assert.deepEqual(near(0), ['T1059']);
  });
});
