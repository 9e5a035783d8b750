import assert from 'node:assert/strict';
import { loadKnowledgeBase } from '../../../src/core/knowledge/load';
import { LocalEngine } from '../../../src/core/publisher/engine';
import { importedTexts } from '../../../src/core/publisher/store/readFacts';
import { readTexts } from '../../../src/core/publisher/store/readTexts';
import { storedSources } from '../../../src/core/publisher/importFiles';
import { Store } from '../../../src/core/publisher/store/store';
import { changesSentence, reportLines } from '../../../src/core/publisher/summary';
import { mappingJson, row } from '../../data/support/ccm';
import {
  bundle,
  matrix,
  mitigates,
  mitigation,
  phases,
  revoked,
  revokedBy,
  tactic,
  technique,
} from '../../data/support/stix';
import { bundledTexts, importInto, input } from '../../support/publisher/importing';
import { counting, MemoryStore } from '../../support/publisher/memoryStore';

const lateral = phases('mitre-attack', 'lateral-movement');

/** A release that is newer than the bundled ones: one technique is new, one has another name, one is revoked. */
const release = bundle([
  {
    type: 'x-mitre-collection',
    id: 'c--1',
    name: 'Enterprise ATT&CK',
    x_mitre_version: '99.1',
    modified: '2030-01-02T00:00:00Z',
  },
  matrix('Enterprise ATT&CK', ['TA0008']),
  tactic('TA0008', 'lateral-movement', { description: 'Getting *around*.' }),
  technique('T1021', { name: 'Remote Services', ...lateral }),
  technique('T1021.007', {
    name: 'Services in Clouds',
    description: 'They log in.(Citation: Report (2020)) Then more.',
    external_references: [
      { source_name: 'mitre-attack', external_id: 'T1021.007' },
      { source_name: 'Report (2020)', description: 'A report.', url: 'https://example.org/r' },
    ],
    ...lateral,
  }),
  technique('T9001', { name: 'Quite New', ...lateral }),
  technique('T1550', { name: 'Use Alternate Authentication Material', ...revoked }),
  revokedBy('T1550', 'T9001'),
  mitigation('M1032', { name: 'Multi-factor Authentication' }),
  mitigates('M1032', 'T1021.007', { description: 'Ask for a second factor.' }),
]);

const mapping = (rows: readonly object[], metadata = {}) =>
  mappingJson(rows as Parameters<typeof mappingJson>[0], { last_update: '02/02/2030', ...metadata });

const titled = (id: string, title: string, techniqueId: string, more = {}) =>
  row(id, techniqueId, { capability_description: title, ...more });

async function knowledgeIn(store: MemoryStore, base = 'base') {
  const { state } = await new Store(store, counting()).read();
  assert.ok(state.current);
  const { current } = state;
  const merged = await importedTexts(store, current, bundledTexts(), base, async () => {
    const engine = new LocalEngine();
    assert.ok((await engine.start(bundledTexts(), await storedSources(store, current))).ok);
    return engine.merge();
  });
  assert.ok(merged.ok);
  const knowledge = loadKnowledgeBase(merged.value);
  assert.ok(knowledge.ok);
  return { knowledge: knowledge.value, generation: current };
}

suite('an import of a newer release', () => {
  test('brings its IDs, names and successors, and tells them', async () => {
    const store = new MemoryStore();
    const report = await importInto(store, [input('anything.json', release)]);
    assert.ok(report.ok, JSON.stringify(report));
    const lines = reportLines(report.value);
    assert.equal(lines[0], 'Imported MITRE ATT&CK Enterprise 99.1: 6 records, 2 texts');
    assert.ok(lines.includes('new: T9001 Quite New'));
    assert.ok(lines.includes('renamed: T1021.007 Cloud Services is now Services in Clouds'));
    assert.ok(lines.includes('revoked: T1550 Use Alternate Authentication Material, now T9001'));
    const { knowledge } = await knowledgeIn(store);
    assert.equal(knowledge.attack.newest(), '99.1');
    assert.equal(knowledge.attack.at('T1021.007')?.name, 'Services in Clouds');
    assert.equal(knowledge.attack.at('T1021.007', '18.1')?.name, 'Cloud Services');
    assert.deepEqual(knowledge.attack.at('T1550')?.successors, ['T9001']);
    assert.deepEqual(knowledge.attack.at('T1021.007')?.mitigations, ['M1032']);
    assert.equal(knowledge.attack.at('T1078')?.name, 'Valid Accounts', 'what it lacks stays');
  });

  test('is merged anew if the bundled data is other data', async () => {
    const store = new MemoryStore();
    await importInto(store, [input('a.json', release)]);
    const { knowledge } = await knowledgeIn(store, 'another base');
    assert.equal(knowledge.attack.at('T9001')?.name, 'Quite New');
  });

  test('keeps the texts, with what they cite', async () => {
    const store = new MemoryStore();
    await importInto(store, [input('a.json', release)]);
    const { generation } = await knowledgeIn(store);
    const texts = await readTexts(store, generation, ['T1021.007']);
    assert.ok(texts.ok);
    assert.deepEqual(texts.value.object?.text, {
      id: 'T1021.007',
      description: 'They log in.(Citation: Report (2020)) Then more.',
      citations: [{ name: 'Report (2020)', text: 'A report.', url: 'https://example.org/r' }],
      mitigations: [{ id: 'M1032', text: 'Ask for a second factor.' }],
    });
  });

  test('stays when another file is imported, and gives way to the same release', async () => {
    const store = new MemoryStore();
    const unique = counting();
    await importInto(store, [input('a.json', release)], unique);
    await importInto(
      store,
      [input('m.json', mapping([titled('IAM-14', 'Strong Authentication', 'T9001')]))],
      unique,
    );
    const { knowledge, generation } = await knowledgeIn(store);
    assert.equal(generation.sources.length, 2);
    assert.equal(knowledge.attack.at('T9001')?.name, 'Quite New');
    await importInto(store, [input('b.json', release)], unique);
    assert.deepEqual(
      (await knowledgeIn(store)).generation.sources.map(({ file }) => file),
      ['b.json', 'm.json'],
    );
  });
});

suite('an import of a mapping file', () => {
  test('brings a newer mapping, with its comments', async () => {
    const store = new MemoryStore();
    const rows = [
      titled('IAM-14', 'Strong  authentication', 'T1021.007', {
        comments: 'A second factor.',
        references: ['https://example.org/x'],
      }),
    ];
    const report = await importInto(store, [input('m.json', mapping(rows))]);
    assert.ok(report.ok, JSON.stringify(report));
    assert.match(changesSentence(report.value.changes), /^0 mappings of CSA CCM added and 937 removed\.$/);
    const { knowledge, generation } = await knowledgeIn(store);
    assert.deepEqual(
      knowledge.first.controlsFor('T1021.007').map(({ control }) => control),
      ['IAM-13@4.1'],
    );
    for (const key of ['T1021.007', 'IAM-13@4.1'] as const) {
      const texts = await readTexts(store, generation, [key]);
      assert.ok(texts.ok);
      assert.deepEqual(texts.value.mappings[0]?.texts, [
        {
          technique: 'T1021.007',
          capability: 'IAM-13@4.1',
          title: 'Strong authentication',
          type: 'mitigates',
          comment: 'A second factor.',
          references: ['https://example.org/x'],
        },
      ]);
    }
  });

  test('changes no facts if it is older than the bundled one', async () => {
    const store = new MemoryStore();
    const rows = [titled('IAM-14', 'Strong Authentication', 'T1021.007')];
    const report = await importInto(store, [input('m.json', mapping(rows, { last_update: '01/01/2020' }))]);
    assert.ok(report.ok);
    assert.equal(changesSentence(report.value.changes), 'IDs, names and mappings stay as they were.');
  });

  test('is left out if its numbers name other controls', async () => {
    const report = await importInto(new MemoryStore(), [
      input('m.json', mapping([titled('IAM-14', 'Credentials Management', 'T1021.007')])),
    ]);
    assert.ok(!report.ok);
    assert.match(report.failure.message, /^Nothing to import: m\.json doesn't fit: IAM-14 is "Credentials/);
  });

  test('of another framework brings texts on its techniques', async () => {
    const store = new MemoryStore();
    const rows = [
      {
        capability_id: 'amazon_cognito',
        capability_description: 'Amazon Cognito',
        mapping_type: 'technique_scores',
        attack_object_id: 'T1110',
        score_category: 'protect',
        score_value: 'partial',
        comments: 'It counts.',
      },
    ];
    await importInto(store, [input('aws.json', mapping(rows, { mapping_framework: 'aws' }))]);
    const { generation } = await knowledgeIn(store);
    const texts = await readTexts(store, generation, ['T1110']);
    assert.ok(texts.ok);
    assert.equal(texts.value.mappings[0]?.source.framework, 'AWS');
    assert.deepEqual(texts.value.mappings[0]?.texts[0]?.score, 'protect, partial');
  });
});

suite('an import that fails', () => {
  const collection = { type: 'x-mitre-collection', name: 'Enterprise', x_mitre_version: '99.1' };
  const good = input('good.json', release);
  const cases: readonly (readonly [what: string, content: object | string, message: RegExp])[] = [
    ['no JSON', 'not json', /^bad\.json is not valid JSON, or is cut off$/],
    ['half a file', JSON.stringify(release).slice(0, -40), /^bad\.json is not valid JSON, or is cut off$/],
    ['HTML', '<!DOCTYPE html><html></html>', /^bad\.json is not valid JSON/],
    ['no version', bundle([]), /^bad\.json doesn't say which release it is\. Name the file like/],
    [
      'no technique',
      bundle([{ type: 'x-mitre-collection', name: 'Enterprise', x_mitre_version: '99.1' }]),
      /^bad\.json this bundle holds no technique$/,
    ],
    ['an object that is none', bundle([1 as never]), /^bad\.json objects: item 1: is not an object$/],
    [
      'a name of another kind',
      bundle([collection, technique('T1000', { name: 7 })]),
      /^bad\.json .*name: is not a text$/,
    ],
    [
      'a description of another kind',
      bundle([
        { type: 'x-mitre-collection', name: 'Enterprise', x_mitre_version: '99.1' },
        technique('T1000', { description: {} }),
      ]),
      /T1000: description: is not a text$/,
    ],
    [
      'a row of another kind',
      mapping([titled('IAM-14', 'Strong Authentication', 'x')]),
      /^bad\.json row 1: IAM-14: attack_object_id/,
    ],
    [
      'a comment without end',
      mapping([titled('IAM-14', 'Strong Authentication', 'T1110', { comments: 'x'.repeat(60_000) })]),
      /row 1: comments: is longer than 50000 characters$/,
    ],
  ];
  for (const [what, content, message] of cases)
    test(`leaves nothing behind, and says why in a sentence: ${what}`, async () => {
      const store = new MemoryStore();
      const report = await importInto(store, [good, input('bad.json', content)]);
      assert.ok(!report.ok);
      assert.match(report.failure.message, message);
      assert.deepEqual([...store.contents.keys()], []);
    });

  test('skips what is neither, and says so', async () => {
    const report = await importInto(new MemoryStore(), [input('x.json', { a: 1 }), good]);
    assert.ok(report.ok);
    assert.deepEqual(report.value.skipped, [
      { name: 'x.json', why: 'is neither an ATT&CK bundle nor a mapping file' },
    ]);
  });

  test('says that there is nothing to import', async () => {
    const report = await importInto(new MemoryStore(), [input('x.json', {}), input('y.json', {})]);
    assert.ok(!report.ok);
    assert.equal(
      report.failure.message,
      'Nothing to import: x.json is neither an ATT&CK bundle nor a mapping file, and 1 more were skipped.',
    );
  });

  test('leaves nothing behind when it is cancelled', async () => {
    const store = new MemoryStore();
    let asked = 0;
    const report = await importInto(store, [good], counting(), { isCancelled: () => ++asked > 2 });
    assert.ok(!report.ok);
    assert.equal(report.failure.code, 'cancelled');
    assert.deepEqual([...store.contents.keys()], []);
  });
});

suite('a disk that fails', () => {
  const before = input('m.json', mapping([titled('IAM-14', 'Strong Authentication', 'T1110')]));

  test('at any moment leaves the data of before in use', async () => {
    for (let failing = 1; ; failing++) {
      const store = new MemoryStore();
      const unique = counting();
      assert.ok((await importInto(store, [before], unique)).ok);
      const { current } = (await new Store(store, unique).read()).state;
      const kept = store.snapshot();
      let count = 0;
      store.onChange = () => {
        if (++count >= failing) throw new Error('ENOSPC: no space left on device');
      };
      const report = await importInto(store, [input('a.json', release)], unique);
      if (report.ok) break;
      assert.equal(report.failure.message, 'Could not store the data: ENOSPC: no space left on device');
      assert.deepEqual((await new Store(store, unique).read()).state.current, current);
      assert.deepEqual(store.snapshot(), kept, `nothing is left behind after write ${failing}`);
      assert.ok(failing < 200);
    }
  });

  test('after a kill at any moment the data of before is in use, and the rest goes later', async () => {
    for (let killed = 1; ; killed++) {
      const store = new MemoryStore();
      const unique = counting();
      await importInto(store, [before], unique);
      const { current } = (await new Store(store, unique).read()).state;
      let count = 0;
      const never = new Promise<never>(() => undefined);
      const dead: MemoryStore = Object.assign(Object.create(store) as MemoryStore, {
        write: async (name: string, bytes: Uint8Array) =>
          ++count >= killed ? never : store.write(name, bytes),
        rename: async (from: string, to: string) => (++count >= killed ? never : store.rename(from, to)),
      });
      const done = await Promise.race([
        importInto(dead, [input('a.json', release)], unique),
        new Promise<'killed'>((resolve) => setTimeout(() => resolve('killed'), 20)),
      ]);
      if (done !== 'killed') break;
      const again = new Store(store, unique);
      assert.deepEqual((await again.read()).state.current, current);
      unique.skip(2 * 60 * 60 * 1000);
      assert.ok((await importInto(store, [before], unique)).ok);
      assert.ok(
        store.contents.size < 80,
        `folders of the import that was killed are gone (${store.contents.size})`,
      );
      killed += 8; // the files of a source are alike
    }
  });
});
