import assert from 'node:assert/strict';
import { DATA_FILES, loadKnowledgeBase } from '../../../src/core/knowledge/load';
import { Summaries } from '../../../src/core/knowledge/summaries';
import { dataText } from '../../support/knowledge';

const record = { id: 'IAM-13@4.1', summary: 'One.', why: 'Two.', whyByTactic: { TA0008: 'Three.' } };
const file = (records: unknown): string => JSON.stringify({ format: 1, summaries: records });

suite('our own sentences', () => {
  test('are found by ID, and by tactic if that differs', () => {
    const summaries = new Summaries(file([record]));
    assert.equal(summaries.of('IAM-13@4.1'), 'One.');
    assert.equal(summaries.why('IAM-13@4.1'), 'Two.');
    assert.equal(summaries.why('IAM-13@4.1', 'TA0008'), 'Three.');
    assert.equal(summaries.why('IAM-13@4.1', 'TA0001'), 'Two.');
    assert.equal(summaries.of('T1021'), undefined);
  });

  const broken: readonly (readonly [what: string, json: string, problem: RegExp])[] = [
    ['no JSON', '{', /^summaries\.json is not JSON/],
    [
      'the wrong shape',
      file([{ id: 'T1021' }]),
      /^summaries\.json\.summaries \[0\] \.summary is not a string/,
    ],
    ['another format', '{"format":2,"summaries":[]}', /^summaries\.json\.format is not 1/],
  ];
  for (const [what, json, problem] of broken)
    test(`are none if the file has ${what}, which is reported once and not before one is needed`, () => {
      const problems: string[] = [];
      const summaries = new Summaries(json, (each) => problems.push(each));
      assert.deepEqual(problems, []);
      assert.equal(summaries.of('T1021'), undefined);
      assert.equal(summaries.why('T1021'), undefined);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', problem);
    });

  test('are needed by nothing else', () => {
    const texts = { attack: dataText(DATA_FILES.attack), frameworks: DATA_FILES.frameworks.map(dataText) };
    for (const summaries of [undefined, '{']) {
      const loaded = loadKnowledgeBase({ ...texts, summaries });
      assert.ok(loaded.ok);
      assert.equal(loaded.value.summaries.of('T1021'), undefined);
      assert.equal(loaded.value.only(['ccm']).attack.name('T1021'), 'Remote Services');
    }
  });
});
