import assert from 'node:assert/strict';
import { CCM } from '../../../src/core/frameworks/ccm';
import { assertReferences, byEdition } from '../../support/references';

const check = (languageId: string, marked: string, edition = 'auto'): void =>
  assertReferences(languageId, marked, byEdition, { edition: () => edition });

suite('the edition of a control', () => {
  const sources: readonly (readonly [name: string, languageId: string, marked: string])[] = [
    ['inline', 'markdown', 'CSA CCM v4.0 ⟦IAM-13⇒IAM-13 4.0 by before⟧'],
    ['inline, in words', 'markdown', 'Cloud Controls Matrix, version 4.0.5: ⟦IAM-13⇒IAM-13 4.0 by before⟧'],
    ['in its prefix', 'markdown', 'ccm-v4.0:⟦IAM-13⇒IAM-13 4.0 by prefix⟧'],
    [
      'column',
      'markdown',
      '| CCM 4.0 | CCM 4.1 |\n|--|--|\n| ⟦IAM-13⇒IAM-13 4.0 by column⟧ | ⟦IAM-12⇒IAM-12 4.1 by column⟧ |\n',
    ],
    ['row', 'markdown', '| Framework | Ids |\n|--|--|\n| CCM v4.0 | ⟦IAM-13⇒IAM-13 4.0 by row⟧ |\n'],
    ['heading', 'markdown', '# CCM 4.0\n\n## Login\n\n⟦IAM-13⇒IAM-13 4.0 by heading⟧'],
    ['list', 'markdown', 'As in CCM 4.0:\n\n- ⟦IAM-13⇒IAM-13 4.0 by list⟧'],
    ['outer item', 'markdown', '- CCM 4.0\n  - ⟦IAM-13⇒IAM-13 4.0 by list⟧'],
    ['key', 'yaml', 'ccm_4_0:\n  - ⟦IAM-13⇒IAM-13 4.0 by key⟧'],
    ['outer key', 'yaml', 'ccm_v4.0:\n  login:\n    - ⟦IAM-13⇒IAM-13 4.0 by key⟧'],
    ['front matter', 'markdown', '---\nccm_version: 4.0.5\n---\nCCM ⟦IAM-13⇒IAM-13 4.0 by front-matter⟧'],
    ['a sibling in YAML', 'yaml', 'framework: CSA CCM v4.0\ncontrols: [⟦IAM-13⇒IAM-13 4.0 by front-matter⟧]'],
    [
      'a version beside a name',
      'yaml',
      'Name: CSA CCM\nVersion: 4.0\ncontrols: [⟦IAM-13⇒IAM-13 4.0 by front-matter⟧]',
    ],
    [
      'a version below the name',
      'yaml',
      'ccm:\n  version: 4.0\n  controls: [⟦IAM-13⇒IAM-13 4.0 by front-matter⟧]',
    ],
    [
      'the document',
      'markdown',
      '⟦IAM-13⇒IAM-13 4.0 by document⟧\n\nThis follows the Cloud Controls Matrix v4.0.',
    ],
    ['the default', 'markdown', 'CCM ⟦IAM-13⇒IAM-13 mapping by default⟧'],
    ['an id that one edition has', 'markdown', 'CCM ⟦IVS-09⇒IVS-09 4.0 by only-edition⟧'],
    ['an id that the mapping file lacks', 'markdown', 'CCM ⟦CCC-02⇒CCC-02 4.1 by default⟧'],
    ['3.0.1', 'markdown', 'CCM 3.0.1 ⟦IAM-02⇒IAM-02 3.0.1 by before⟧'],
    ['an id that none has', 'markdown', 'CCM ⟦IAM-99⇒IAM-99 mapping by default⟧'],
  ];
  for (const [name, languageId, marked] of sources) test(name, () => check(languageId, marked));

  test('a setting counts where the document says nothing', () => {
    check('markdown', 'CCM ⟦IAM-13⇒IAM-13 4.1 by setting⟧', '4.1');
    check('markdown', 'CCM 4.0 ⟦IAM-13⇒IAM-13 4.0 by before⟧', '4.1');
  });

  test('what stands nearest decides', () => {
    check('markdown', '# CCM 4.1\n\n⟦IAM-13⇒IAM-13 4.1 by heading⟧, CCM 4.0 ⟦IAM-13⇒IAM-13 4.0 by before⟧');
    check('markdown', 'CCM 4.0 ⟦IAM-13⇒IAM-13 4.0 by before⟧ and CCM 4.1 ⟦IAM-12⇒IAM-12 4.1 by before⟧');
    check('markdown', '# CCM 4.0\n\n## CCM 4.1\n\n⟦IAM-13⇒IAM-13 4.1 by heading⟧');
  });

  test('a document that names two editions says nothing', () => {
    check('markdown', '⟦IAM-13⇒IAM-13 mapping by default⟧\n\nCCM 4.0 came before CCM 4.1.');
  });

  test('a declaration holds for the mapping it stands in, not for others', () => {
    check(
      'yaml',
      '- ccm: 4.0\n  ids: [⟦IAM-13⇒IAM-13 4.0 by front-matter⟧]\n- ccm: 4.1\n  ids: [⟦IAM-13⇒IAM-13 4.1 by front-matter⟧]\n',
    );
  });

  test('versions that are editions', () => {
    const versions = ['4.0', '4.0.5', '4.1.2', '4.1', '3.0', '3.0.1', '4.2', '5.0', '', '40', '4.01'];
    assert.deepEqual(versions.map(CCM.editionOf), [
      ...['4.0', '4.0', '4.1', '4.1', '3.0.1', '3.0.1'],
      ...[undefined, undefined, undefined, undefined, undefined],
    ]);
  });

  test('techniques have none', () =>
    check('markdown', 'CCM 4.0 ⟦T1021.007⇒T1021.007 undefined by undefined⟧'));

  test('inline, after a short name in parentheses', () => {
    const text = 'Cloud Controls Matrix (CCM) version 4.0: ⟦IAM-13⇒IAM-13 4.0 by before⟧';
    check('markdown', `${text}\n\nCCM 4.1 came later.`);
  });

  test('the Mappings Explorer', () => {
    const page =
      'external/csa_ccm/attack-17.1/domain-enterprise/csa_ccm-4.1/⟦IAM-14⇒IAM-14 mapping by prefix⟧/';
    check('markdown', `https://center-for-threat-informed-defense.github.io/mappings-explorer/${page}`);
  });

  test('front matter with a nested version', () => {
    check('markdown', '---\nccm:\n  version: 4.0\n---\nCCM ⟦IAM-13⇒IAM-13 4.0 by front-matter⟧');
  });

  test('a version in a flow mapping', () => {
    check('yaml', 'ccm: {version: 4.0, controls: [⟦IAM-13⇒IAM-13 4.0 by front-matter⟧]}');
  });

  test('each item below the name of the framework declares for itself', () => {
    const items = ['4.0', '4.1'].map(
      (version) => `  - version: "${version}"\n    controls: [⟦IAM-13⇒IAM-13 ${version} by front-matter⟧]\n`,
    );
    check('yaml', `csa-ccm:\n${items.join('')}pci:\n  - version: "4.0"\n`);
  });

  test('a flow mapping declares for itself alone', () => {
    const first = '- {framework: CCM, version: 4.0, id: ⟦IAM-13⇒IAM-13 4.0 by front-matter⟧}';
    const second = '- {framework: "CCM", version: "4.1", id: ⟦IAM-13⇒IAM-13 4.1 by front-matter⟧}';
    check('yaml', `${first}\n${second}\n`);
    const third = '  - {version: 4.0, id: ⟦IAM-13⇒IAM-13 mapping by default⟧}';
    check('yaml', `ccm:\n${third.replace('4.0', '7')}\n`);
    check('yaml', `ccm: [{version: 4.0}, {id: ⟦IAM-13⇒IAM-13 mapping by default⟧}]`);
  });

  test('an edition that cannot have had the id says nothing of it', () => {
    check('markdown', 'CCM 3.0.1: ⟦EKM-02⇒EKM-02 3.0.1 by before⟧\n\nCCM ⟦DSP-04⇒DSP-04 mapping by default⟧');
  });
});
