import assert from 'node:assert/strict';
import { citationsOf } from '../../../src/core/analysis/citations';
import { documentCoverage } from '../../../src/core/coverage/coverage';
import { insertActionsFor } from '../../../src/core/edits/insert/actions';
import { choicesFor } from '../../../src/core/edits/insert/choices';
import { frameworksFor } from '../../../src/core/edits/insert/item';
import { lensesOf } from '../../../src/core/lenses/lenses';
import { lookUp, UNPLACED } from '../../../src/core/lookUp/lookUp';
import { completionsAt } from '../../../src/core/completion/completions';
import { textReport } from '../../../src/core/report/text';
import { reportOf } from '../../../src/core/report/reportOf';
import { analysisOf, assertFindings, onlyFinding } from '../../support/findings';
import { assertInserts, targetIn } from '../../support/insertion';
import { realKnowledge } from '../../support/knowledge';

const CCM_TEXT = 'ATT&CK T1021.007 is mitigated by CCM IAM-14.\n';
const NIST_TEXT = 'ATT&CK T1021.007 is mitigated by NIST SP 800-53 AC-2.\n';
const BOTH = `${CCM_TEXT}${NIST_TEXT}`;
const NONE = 'ATT&CK T1021.007 is a risk.\n';

const keysOf = (frameworks: readonly { key: string }[]): string[] => frameworks.map(({ key }) => key);

suite('the frameworks of a document', () => {
  const cases: readonly (readonly [name: string, text: string, ...keys: string[]])[] = [
    ['that cites CCM', CCM_TEXT, 'ccm'],
    ['that cites NIST SP 800-53', NIST_TEXT, 'nist-800-53'],
    ['that cites both', BOTH, 'ccm', 'nist-800-53'],
    ['that cites none', NONE],
    ['that names one and cites none', `# NIST SP 800-53\n\n${NONE}`, 'nist-800-53'],
  ];
  for (const [name, text, ...keys] of cases)
    test(`${name} are ${keys.join(' and ') || 'none'}`, () =>
      assert.deepEqual(keysOf(citationsOf(analysisOf('markdown', text)).frameworks), keys));

  test('count in coverage; with none, the first does', () => {
    const counted = (text: string) => keysOf(documentCoverage(analysisOf('markdown', text)).frameworks);
    assert.deepEqual(counted(NIST_TEXT), ['nist-800-53']);
    assert.deepEqual(counted(BOTH), ['ccm', 'nist-800-53']);
    assert.deepEqual(counted(NONE), ['ccm']);
  });

  test('are numbered each in an edition of its own', () => {
    const { editionOf } = citationsOf(analysisOf('markdown', `CCM 4.0 IAM-14\n\n${NIST_TEXT}`));
    const editions = [...realKnowledge().frameworks.values()].map(editionOf);
    assert.deepEqual(editions, ['4.0', '5']);
  });

  test('are counted by the lens of a section', () => {
    const titles = (text: string) => lensesOf(analysisOf('markdown', text)).map(({ title }) => title?.text);
    assert.deepEqual(titles(NIST_TEXT), ['1 of 7 mapped controls cited']);
    assert.deepEqual(titles(BOTH.replace('\n', ' ')), ['2 of 14 mapped controls cited']);
  });

  test('have a line each in a report on several', () => {
    const report = reportOf(documentCoverage(analysisOf('markdown', BOTH)));
    assert.deepEqual(
      report.frameworks.map(({ key, controls, addressed }) => [key, controls, addressed]),
      [
        ['ccm', 1, 1],
        ['nist-800-53', 1, 1],
      ],
    );
    const text = textReport(report);
    assert.match(text, /NIST SP 800-53: 1 control cited, 1 technique addressed by one of them/);
    assert.match(text, /numbered as in the mapping file and NIST SP 800-53 Rev\. 5\./);
    assert.match(text, /Mapping: NIST SP 800-53 Rev\. 5, updated 2025-04-16, based on ATT&CK 16\.1\./);
  });
});

suite('a framework that the settings leave out', () => {
  const only = { enabledFrameworks: ['ccm'] };

  test('has no references', () => {
    const ids = analysisOf('markdown', BOTH, only).references.map(({ id }) => id);
    assert.deepEqual(ids, ['T1021.007', 'IAM-14', 'T1021.007']);
  });

  test('has no findings, and no part in coverage', () => {
    assertFindings('markdown', 'NIST SP 800-53 AC-99, AC-1 and CCM IAM-10.', only);
    const { controls } = documentCoverage(analysisOf('markdown', NIST_TEXT, only));
    assert.ok(controls.every(({ framework }) => framework.key === 'ccm'));
  });
});

suite('rules on controls of NIST SP 800-53', () => {
  const cases: readonly (readonly [name: string, text: string])[] = [
    ['a mapped control', 'NIST SP 800-53 AC-2 and AC-02(01)'],
    ['a control that is not assessed', 'NIST SP 800-53 ⟦AC-1⇒no-mapping⟧'],
    ['an enhancement of one', 'NIST SP 800-53 ⟦AU-2(1)⇒no-mapping⟧'],
    ['a number that does not exist', 'NIST SP 800-53 ⟦AC-99⇒unknown-id⟧'],
    ['a number that was withdrawn', 'NIST SP 800-53 ⟦AC-13⇒other-edition⟧'],
  ];
  for (const [name, text] of cases) test(name, () => assertFindings('markdown', text));

  test('name the framework and its version', () => {
    assert.equal(
      onlyFinding('NIST SP 800-53 AC-1').message.text,
      'No mapping for AC-1 Policy and Procedures: not assessed in the NIST SP 800-53 Rev. 5 mapping. Cite a mapped control as well, or silence the rule here.',
    );
    assert.match(
      onlyFinding('NIST SP 800-53 AC-99').message.text,
      /^NIST SP 800-53 Rev\. 5 has no control AC-99\. Did you mean AC-9, AC-19 or AC-1\?$/,
    );
    assert.match(
      onlyFinding('NIST SP 800-53 AU-2(1)').message.text,
      /AU-2\(1\) \(enhancement of AU-2 Event Logging\)/,
    );
    const withdrawn = onlyFinding('NIST SP 800-53 AC-13');
    assert.match(
      withdrawn.message.text,
      /Withdrawn in NIST SP 800-53 Rev\. 5; incorporated into AC-2 and AU-6/,
    );
    assert.deepEqual(withdrawn.replacements, ['AC-2', 'AU-6']);
  });
});

suite('inserting controls of a framework', () => {
  const frameworksAt = (text: string): string[] => {
    const analysis = analysisOf('markdown', text);
    return keysOf(frameworksFor(analysis, targetIn(analysis, text.indexOf('T1021'))));
  };

  test('takes the one that the document uses, and asks with several or none', () => {
    assert.deepEqual(frameworksAt(CCM_TEXT), ['ccm']);
    assert.deepEqual(frameworksAt(NIST_TEXT), ['nist-800-53']);
    assert.deepEqual(frameworksAt(BOTH), ['ccm', 'nist-800-53']);
    assert.deepEqual(frameworksAt(NONE), ['ccm', 'nist-800-53']);
  });

  test('offers an action for each of several', () => {
    const analysis = analysisOf('markdown', NONE);
    const actions = insertActionsFor(analysis, targetIn(analysis, NONE.indexOf('T1021')));
    assert.deepEqual(
      actions.map(({ title, framework }) => [title.text, framework]),
      [
        ['Insert mapped controls…', undefined],
        ['Insert all 7 mapped controls of CSA CCM not cited here', 'ccm'],
        ['Insert all 7 mapped controls of NIST SP 800-53 not cited here', 'nist-800-53'],
      ],
    );
  });

  test('chooses among the controls of the framework that is named', () => {
    const analysis = analysisOf('markdown', NONE);
    const target = targetIn(analysis, NONE.indexOf('T1021'));
    const choices = choicesFor(analysis, target, realKnowledge().framework('nist-800-53'));
    assert.deepEqual(
      choices.map(({ id }) => id),
      ['AC-2', 'AC-3', 'AC-5', 'AC-6', 'AC-20', 'IA-2', 'IA-5'],
    );
  });

  test('goes on in a list of them', () => {
    assertInserts(
      'markdown',
      '# NIST SP 800-53\n\nATT&CK ⟦T1021.007⟧ (AC-2, AC-3)\n',
      '# NIST SP 800-53\n\nATT&CK T1021.007 (AC-2, AC-3, AC-5, AC-6)\n',
    );
  });

  test('goes into the column that is named for it', () => {
    assertInserts(
      'markdown',
      '| ATT&CK | CCM | NIST 800-53 |\n| --- | --- | --- |\n| T1078 | | AC-2 |\n| ⟦T1021.007⟧ | |  |\n',
      '| ATT&CK | CCM | NIST 800-53 |\n| --- | --- | --- |\n| T1078 | | AC-2 |\n| T1021.007 | | AC-2, AC-3 |\n',
    );
  });
});

suite('looking up and completing controls of NIST SP 800-53', () => {
  test('finds one by its id and by its title', () => {
    const first = (typed: string) => lookUp(realKnowledge(), typed, UNPLACED)[0];
    assert.equal(first('ac-2')?.label, 'AC-2 Account Management');
    assert.equal(first('device lock')?.description, 'NIST SP 800-53 Rev. 5 · Access Control');
    assert.match(first('AC-2')?.page ?? '', /\/AC-02\/$/);
  });

  const completed = (text: string): string[] =>
    (completionsAt(analysisOf('markdown', text), text.length, true)?.items ?? [])
      .slice(0, 2)
      .map(({ newText }) => newText);

  test('offers them below and after the name', () => {
    assert.deepEqual(completed('# NIST SP 800-53\n\nSee AC-'), ['AC-1', 'AC-2']);
    assert.equal(completed('NIST SP 800-53 account man')[0], 'AC-2');
  });

  test('offers none where nothing names the framework', () => {
    assert.deepEqual(completed('See AC-'), []);
    assert.ok(!completed('CCM account man').includes('AC-2'));
  });
});
