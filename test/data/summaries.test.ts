import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DATA_FORMAT, type AttackKind } from '../../src/core/knowledge/records';
import { SUMMARIES_FILE, type SummariesFile } from '../../src/core/knowledge/summaries';
import { compareText, sharedRun } from './support/sentences';
import { realKnowledge } from '../support/knowledge';
import { textOf } from './support/committed';

const UPSTREAM = process.env['UPSTREAM_DIR'] ?? path.resolve('../shared/upstream');
const MAX_LENGTH = 160;
const MAX_SHARED_WORDS = 7;
const KINDS: readonly AttackKind[] = ['technique', 'sub-technique', 'tactic', 'mitigation'];

const file = JSON.parse(textOf(SUMMARIES_FILE)) as SummariesFile;
const byId = new Map(file.summaries.map((record) => [record.id, record]));
const { attack, frameworks } = realKnowledge();
const sentences = file.summaries.flatMap(({ id, summary, why = '', whyByTactic = {} }) =>
  [summary, why, ...Object.values(whyByTactic)].filter(Boolean).map((text) => ({ id, text })),
);

/** Every name that an ID of the file has or had. */
function namesOf(id: string): readonly string[] {
  if (attack.has(id)) return attack.namesEver(id);
  const control = [...frameworks.values()].flatMap((framework) => framework.control(id) ?? []);
  return control.flatMap(({ titles }) => Object.values(titles));
}

function idsWithout(ids: readonly string[]): string[] {
  return ids.filter((id) => !byId.has(id));
}

suite('data/summaries.json', () => {
  test('has a sentence for every current technique, sub-technique, tactic and mitigation', () => {
    const current = attack.ids(...KINDS).filter((id) => attack.at(id)?.status === 'current');
    assert.ok(current.length > 900);
    assert.deepEqual(idsWithout(current), []);
  });

  test('has a sentence for every control of CCM 4.1 and 4.0', () => {
    const keys = [...realKnowledge().framework('ccm').controls].map(({ key }) => key);
    assert.equal(keys.length, 208);
    assert.deepEqual(idsWithout(keys), []);
  });

  test('has a sentence on each mapped control of every framework, and one on how it works', () => {
    for (const framework of frameworks.values()) {
      const mapped = [...framework.controls].filter((control) => framework.assess(control) === 'mapped');
      const without = mapped.filter(({ key }) => byId.get(key)?.why === undefined);
      assert.deepEqual(without, []);
    }
  });

  test('names nothing that the data lacks', () => {
    const unknown = file.summaries.filter(({ id }) => namesOf(id).length === 0);
    assert.deepEqual(unknown, []);
    const tactics = file.summaries.flatMap(({ whyByTactic = {} }) => Object.keys(whyByTactic));
    assert.deepEqual(
      tactics.filter((id) => attack.at(id)?.kind !== 'tactic'),
      [],
    );
  });

  test(`has sentences of at most ${MAX_LENGTH} characters that end in a full stop`, () => {
    const wrong = sentences.filter(({ text }) => text.length > MAX_LENGTH || !/^[A-Z].*[^.]\.$/.test(text));
    assert.deepEqual(wrong, []);
  });

  test('has no sentence twice, and none that repeats the name', () => {
    assert.equal(new Set(sentences.map(({ text }) => text)).size, sentences.length);
    const repeating = file.summaries.filter(({ id, summary }) =>
      namesOf(id).some((name) => name.includes(' ') && compareText(summary).includes(compareText(name))),
    );
    assert.deepEqual(
      repeating.map(({ id, summary }) => `${id} ${summary}`),
      [],
    );
  });

  test('has one record a line, sorted by ID', () => {
    assert.equal(file.format, DATA_FORMAT);
    const ids = file.summaries.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    const lines = textOf(SUMMARIES_FILE).split('\n');
    assert.equal(lines.filter((line) => line.startsWith('{"id":')).length, ids.length);
  });
});

suite('the summaries and the publishers\u2019 texts', function () {
  this.timeout(120_000);

  test(`have no more than ${MAX_SHARED_WORDS} words in a row in common`, function () {
    if (!fs.existsSync(path.join(UPSTREAM, 'attack'))) {
      console.log(`    (not compared: there are no publishers' files in ${UPSTREAM})`);
      this.skip();
    }
    const { longest, texts } = sharedRun(
      sentences.map(({ text }) => text),
      ['attack', 'mappings'].map((folder) => path.join(UPSTREAM, folder)),
    );
    assert.ok(texts > 1500, String(texts));
    assert.ok(longest.words <= MAX_SHARED_WORDS, `${longest.words} words in common: ${longest.text}`);
  });
});
