import assert from 'node:assert/strict';
import path from 'node:path';
import { below, controlLens, folderFor, printed, removeFolders } from '../support/cli';
import { violations } from '../support/jsonSchema';
import { realKnowledge } from '../support/knowledge';
import { LAYER_SCHEMA } from '../support/navigatorSchema';
import type { NavigatorLayer } from '../../src/core/report/navigator';

/** What the mapping file has for a control, under the IDs of today. */
function mappedOf(id: string): string[] {
  const knowledge = realKnowledge();
  const { attack } = knowledge;
  const ccm = knowledge.framework('ccm');
  const control = ccm.byId('mapping', id) ?? assert.fail(id);
  const ids = ccm.techniquesOf(control).map(({ technique = '' }) => {
    const facts = attack.at(technique);
    return facts?.status === 'revoked' && facts.successors.length === 1
      ? String(facts.successors[0])
      : technique;
  });
  return [...new Set(ids)].sort();
}

const FILES = { 'a.md': 'CCM IAM-10 and GRC-03\n', 'b.md': 'CCM DSP-02\n', 'c.md': 'ATT&CK T1021.007\n' };

suite('the techniques that cited controls are mapped to', () => {
  suiteTeardown(removeFolders);

  test('are those of the mapping, with the controls and the documents', async () => {
    const folder = folderFor(FILES);
    const { value } = await printed('coverage', folder);
    const { mappedTo } = value;
    assert.deepEqual(
      mappedTo.map(({ id }) => id),
      [...new Set([...mappedOf('IAM-10'), ...mappedOf('DSP-02')])].sort(),
    );
    for (const { id, controls, documents } of mappedTo) {
      const expected = ['DSP-02', 'IAM-10'].filter((each) => mappedOf(each).includes(id));
      assert.deepEqual([...controls].sort(), expected, id);
      const named = { 'IAM-10': 'a.md', 'DSP-02': 'b.md' } as Record<string, string>;
      assert.deepEqual(documents, expected.map((each) => below(folder, named[each] ?? '')).sort(), id);
    }
    assert.deepEqual(
      mappedTo.filter(({ isNamed }) => isNamed).map(({ id }) => id),
      mappedTo.filter(({ id }) => id === 'T1021.007').map(({ id }) => id),
    );
  });

  test('are counted by tactic and by document', async () => {
    const folder = folderFor(FILES);
    const { value } = await printed('coverage', folder);
    for (const { id, techniques } of value.mappedTactics)
      assert.equal(techniques, value.mappedTo.filter(({ tactics }) => tactics.includes(id)).length, id);
    const text = (await controlLens('coverage', folder)).out;
    assert.match(
      text,
      /\nThe cited controls are mapped to \d+ techniques, \d of them named\n {2}TA\d{4} {2}/,
    );
    assert.match(text, /\nBy the documents that cite them\n {2}.*a\.md {2}\d+ techniques\n/);
    const markdown = (await controlLens('coverage', folder, '--format', 'markdown')).out;
    assert.match(markdown, /## Techniques that the cited controls are mapped to\n/);
  });

  test('are none if nothing is cited', async () => {
    const { value } = await printed('coverage', folderFor({ 'a.md': 'ATT&CK T1021.007\n' }));
    assert.deepEqual([value.mappedTo, value.mappedTactics], [[], []]);
  });

  test('are a second layer of the Navigator', async () => {
    const folder = folderFor(FILES);
    const argv = ['coverage', folder, '--format', 'navigator'];
    const layer = JSON.parse((await controlLens(...argv, '--layer', 'mapped')).out) as NavigatorLayer;
    const { value } = await printed('coverage', folder);
    assert.deepEqual(violations(LAYER_SCHEMA, layer), []);
    assert.deepEqual(
      layer.techniques.map(({ techniqueID }) => techniqueID),
      value.mappedTo
        .filter(({ status, domains }) => status === 'current' && domains.includes('enterprise'))
        .map(({ id }) => id),
    );
    assert.notEqual((await controlLens(...argv)).out, JSON.stringify(layer));
    assert.equal((await controlLens('coverage', folder, '--layer', 'mapped')).code, 2);
  });
});

suite('coverage --tactic', () => {
  suiteTeardown(removeFolders);

  test('is about the techniques of a tactic', async () => {
    const folder = folderFor({ 'a.md': 'CCM IAM-10\n\nATT&CK T1021.007 and T1059.001\n' });
    const { value } = await printed('coverage', folder, '--tactic', 'ta0008');
    assert.deepEqual(
      value.techniques.map(({ id }) => id),
      ['T1021.007'],
    );
    assert.equal(value.counts.techniques, 1);
    assert.ok(value.mappedTo.length > 0);
    for (const { tactics } of value.mappedTo) assert.ok(tactics.includes('TA0008'));
    assert.match(value.title, /, TA0008 Lateral Movement$/);
  });

  test('names the controls and documents in the text', async () => {
    const folder = folderFor({ 'a.md': 'CCM IAM-10\n' });
    const { out } = await controlLens('coverage', folder, '--tactic', 'TA0008');
    assert.match(out, /By technique: cited controls, and where\n(?: {2}T1\d{3}.* IAM-10 .*a\.md\n)+/);
  });

  test('ends with 2 for what is no tactic', async () => {
    const { error, code } = await controlLens('coverage', folderFor({}), '--tactic', 'TA9999');
    assert.deepEqual([error.split('\n')[0], code], ["TA9999 isn't a tactic of ATT&CK", 2]);
  });
});

suite('coverage --techniques', () => {
  suiteTeardown(removeFolders);

  test('answers for each technique of a list or a layer', async () => {
    const folder = folderFor({
      'docs/a.md': 'CCM IAM-10\n\nATT&CK T1059.001\n',
      'list.txt': 'T1021.007 Cloud Services\nt1110\n# T1543.004\nIAM-10\n',
      'layer.json': JSON.stringify({
        techniques: [
          { techniqueID: 'T1021.007' },
          { techniqueID: 'T1110', enabled: true },
          { techniqueID: 'T1543.004', score: 1 },
          { techniqueID: 'T1059.001', enabled: false },
          { techniqueID: 5 },
          null,
        ],
      }),
    });
    for (const name of ['list.txt', 'layer.json']) {
      const { value } = await printed(
        'coverage',
        path.join(folder, 'docs'),
        '--techniques',
        path.join(folder, name),
      );
      const { techniques, mappedTo } = value;
      assert.deepEqual(
        techniques.map(({ id }) => id),
        ['T1021.007', 'T1110', 'T1543.004'],
        name,
      );
      for (const { id, state, cited } of techniques) {
        const isAnswered = mappedOf('IAM-10').includes(id);
        assert.deepEqual(cited, isAnswered ? ['IAM-10'] : [], id);
        assert.equal(state === 'addressed', isAnswered, id);
        assert.equal(
          mappedTo.some((each) => each.id === id),
          isAnswered,
          id,
        );
      }
      for (const { documents } of mappedTo) assert.deepEqual(documents, [below(folder, 'docs/a.md')]);
    }
  });

  const bad: readonly (readonly [name: string, text: string | undefined, message: RegExp])[] = [
    ['missing', undefined, /no such file or folder/],
    ['empty', '', /names no technique\. List IDs, or take an ATT&CK Navigator layer/],
    ['a layer without techniques', '{"techniques":[]}', /names no technique/],
  ];
  for (const [name, text, message] of bad)
    test(`ends with 2 for a file that is ${name}`, async () => {
      const folder = folderFor(text === undefined ? {} : { list: text });
      const { error, code } = await controlLens(
        'coverage',
        folder,
        '--techniques',
        path.join(folder, 'list'),
      );
      assert.equal(code, 2);
      assert.match(error, message);
    });
});

suite('explain for a tactic and a mitigation', () => {
  for (const [id, some, other] of [
    ['TA0008', 'T1021.007', 'T1059.001'],
    ['M1032', 'T1021.007', 'T1027'],
  ] as const)
    test(`lists the techniques of ${id}, with how many controls are mapped to each`, async () => {
      const { value } = await printed('explain', id);
      assert.ok('name' in value);
      const ids = value.techniques.map((each) => each.id);
      assert.ok(ids.includes(some) && !ids.includes(other));
      assert.deepEqual(ids, [...ids].sort());
      const { out } = await controlLens('explain', id);
      assert.match(out, /\n {2}\d+ techniques, \d+ with mapped controls:\n {4}T\d{4} /);
      assert.match(out, /\n {4}T1021\.007 Cloud Services \(\d+ controls\)\n/);
    });

  test('lists none for a technique', async () => {
    const { value } = await printed('explain', 'T1021.007');
    assert.ok('name' in value);
    assert.deepEqual(value.techniques, []);
  });
});
