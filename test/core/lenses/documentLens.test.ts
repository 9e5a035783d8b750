import assert from 'node:assert/strict';
import type { CanonicalId } from '../../../src/core/identifiers/grammar';
import { lensesOf } from '../../../src/core/lenses/lenses';
import { mitigatingControls } from '../../../src/core/resolution/mitigating';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings';
import { renderReport } from '../../../src/core/report/formats';
import { reportOfText } from '../../support/coverage';
import { analysisOf } from '../../support/findings';
import { ccmKnowledge } from '../../support/knowledge';

/** Whatever the document cites. */
const ALWAYS: Settings['lenses'] = { ...DEFAULT_SETTINGS.lenses, when: 'always' };

function documentLenses(text: string, languageId = 'markdown', lenses = ALWAYS): string[] {
  return lensesOf(analysisOf(languageId, text, { lenses }))
    .filter(({ kind }) => kind === 'document')
    .map(({ span, title }) => `${span.start} ${title?.text ?? ''}`);
}

suite('the lens of a document', () => {
  const text = '# Access\n\nATT&CK T1021.007, T1190, T1003. CCM IAM-10';

  test('is at the top, counts techniques by state, and says what to cite next', () => {
    assert.deepEqual(documentLenses(text), [
      '0 3 techniques: 1 addressed by a cited control, 1 open, 1 not mapped',
      '0 Citing AIS-04 would address the open technique',
    ]);
    assert.deepEqual(documentLenses('# Access\n\nATT&CK T1021.007, T1003. CCM IAM-10'), [
      '0 2 techniques: 1 addressed by a cited control, 1 not mapped',
    ]);
    assert.deepEqual(documentLenses('a: 1\ntechniques: [T1021.007, T1190]\n', 'yaml'), [
      '0 2 techniques: 2 open',
      '0 Citing IPY-03 would address all 2 open techniques',
    ]);
  });

  test('is one line that fits, and its tooltip leaves nothing out', () => {
    const knowledge = ccmKnowledge();
    const all = knowledge.attack.ids('technique', 'sub-technique');
    const isMapped = (id: CanonicalId): boolean => mitigatingControls(knowledge, id).length > 0;
    const ids = [...all.filter(isMapped).slice(0, 70), ...all.filter((id) => !isMapped(id)).slice(0, 25)];
    const lenses = lensesOf(analysisOf('markdown', `# ATT&CK\n\n${ids.join(' ')}. CCM IAM-10, LOG-02`));
    const [counts, next] = lenses.filter(({ kind }) => kind === 'document');
    assert.match(
      counts?.tooltip?.text ?? '',
      /^(\d+) techniques: \d\d addressed by a cited control, \d\d open, \d\d without mapped controls$/,
    );
    assert.match(next?.tooltip?.text ?? '', /^Citing \S+ would address \d+ of the \d+ open techniques$/);
    assert.match(next?.title?.text ?? '', /^Citing \S+ would address \d+ of \d+ open$/);
    const line = `${counts?.title?.text ?? ''} | ${next?.title?.text ?? ''}`;
    assert.ok(line.length <= 116, line); // what an editor beside the side bar has room for
  });

  test("isn't repeated by the lens of a section that is all of the document", () => {
    const sections = (marked: string): string[] =>
      lensesOf(analysisOf('markdown', marked, { lenses: ALWAYS }))
        .filter(({ kind }) => kind === 'section')
        .map(({ title, missing }) => `${title?.text ?? ''}, ${missing} missing`);
    assert.deepEqual(sections(text), [', 16 missing']);
    assert.deepEqual(sections(`\n${text}`), ['3 techniques, 1 of 17 mapped controls cited, 16 missing']);
    assert.deepEqual(sections('# Access\n\nATT&CK T1021.007'), ['0 of 7 mapped controls cited, 7 missing']);
    assert.equal(sections(`${text}\n\n## More\n\nATT&CK T1021.007`).length, 2);
    assert.ok(!sections(`${text}\n\n## More\n\nATT&CK T1021.007`).some((each) => each.startsWith(',')));
  });

  test('counts an old and a new ID as one technique', () => {
    assert.deepEqual(documentLenses('ATT&CK T1086, T1059.001'), [
      '0 1 technique: 1 open',
      '0 Citing UEM-09 would address the open technique',
    ]);
  });

  test('is absent for a single ID, for none, and if it is switched off', () => {
    assert.deepEqual(documentLenses('# A\n\nATT&CK T1190 and T1190'), []);
    assert.deepEqual(documentLenses('CCM IAM-10'), []);
    assert.deepEqual(documentLenses(text, 'markdown', { ...ALWAYS, document: false }), []);
  });

  test('is absent in a report of ours, in which nothing counts', () => {
    const report = renderReport(reportOfText(text), 'markdown');
    assert.deepEqual(lensesOf(analysisOf('markdown', report)), []);
    assert.equal(reportOfText(report).counts.techniques, 0);
    assert.equal(reportOfText(report).counts.controls, 0);
    assert.deepEqual(analysisOf('markdown', report).findings, []);
  });

  test('is absent where nobody cites a control, unless a document of the folder does or the setting says always', () => {
    const rule = 'tags: [attack.t1021.007, attack.t1190]\n';
    const count = (policy: string, isCitedInFolder = false): number =>
      lensesOf(analysisOf('yaml', policy), isCitedInFolder).length;
    assert.equal(count(rule), 0);
    assert.notEqual(count(rule, true), 0);
    assert.notEqual(count(`${rule}controls: [IAM-10]\n`), 0);
    assert.notEqual(documentLenses(rule, 'yaml').length, 0);
  });
});
