import assert from 'node:assert/strict';
import { DATA_FILES, loadAttack, loadFramework, loadKnowledgeBase } from '../../../src/core/knowledge/load';
import type { Result } from '../../../src/core/text/result';
import { ccmFile, dataText } from '../../support/knowledge';

const ATTACK = dataText(DATA_FILES.attack);
const CCM = dataText('ccm.json');
const SMALL_ATTACK = { format: 1, releases: [], objects: [] };

function failureOf(result: Result<unknown>): string {
  if (result.ok) assert.fail('was read');
  return `${result.failure.code}: ${result.failure.message}`;
}

const asAttack = (value: unknown): string => failureOf(loadAttack(JSON.stringify(value)));
const asCcm = (change: object): string =>
  failureOf(loadFramework('ccm.json', JSON.stringify({ ...ccmFile(), ...change })));

suite('loading the data', () => {
  test('reads the files as they ship', () => {
    const result = loadKnowledgeBase({ attack: ATTACK, frameworks: [CCM] });
    assert.ok(result.ok);
    assert.equal(result.value.frameworks.get('ccm'), result.value.framework('ccm'));
  });

  test('names a file that is not JSON', () => {
    for (const json of ['', '{', '{"format": 1,', '\u0000', 'undefined'])
      assert.match(failureOf(loadAttack(json)), /^bad-json: attack\.json is not JSON: /, json);
  });

  test('refuses JSON that is not an object', () => {
    for (const value of [null, [], 1, 'x', true])
      assert.equal(asAttack(value), 'bad-data: attack.json is not an object');
  });

  const wrongAttack: readonly [value: object, message: string][] = [
    [{ ...SMALL_ATTACK, format: 2 }, 'attack.json.format is 2, but this version reads format 1'],
    [{ ...SMALL_ATTACK, format: '1' }, 'attack.json.format is 1, but this version reads format 1'],
    [{ releases: [], objects: [] }, 'attack.json.format is undefined, but this version reads format 1'],
    [{ format: 1, objects: [] }, 'attack.json.releases is not an array'],
    [{ ...SMALL_ATTACK, objects: {} }, 'attack.json.objects is not an array'],
    [{ ...SMALL_ATTACK, objects: [null] }, 'attack.json.objects [0] is not an object'],
    [{ ...SMALL_ATTACK, objects: [{ id: 7 }] }, 'attack.json.objects [0] .id is not a string'],
    [
      { ...SMALL_ATTACK, releases: [{ domain: 'space', version: '1', tactics: [] }] },
      'attack.json.releases [0] .domain is not one of enterprise, mobile, ics',
    ],
    [
      { ...SMALL_ATTACK, releases: [{ domain: 'ics', version: '1', tactics: ['TA0001', null] }] },
      'attack.json.releases [0] .tactics [1] is not a string',
    ],
  ];
  for (const [value, message] of wrongAttack)
    test(message, () => assert.equal(asAttack(value), `bad-data: ${message}`));

  test('refuses lists that are empty or say something twice, and counts that disagree', () => {
    const { editions, domains, controls, mappings } = ccmFile();
    const doubled = (list: readonly unknown[]): unknown[] => [...list, list[0]];
    const [edition, ...others] = editions;
    const cases: readonly [change: object, message: string][] = [
      [{ editions: [] }, '.editions is empty'],
      [{ controls: [] }, '.controls is empty'],
      [{ mappings: [] }, '.mappings is empty'],
      [{ editions: doubled(editions) }, '.editions has 4.1 twice'],
      [{ domains: doubled(domains) }, '.domains has A&A twice'],
      [{ controls: doubled(controls) }, `.controls has ${controls[0]?.key} twice`],
      [
        { editions: [{ ...edition, count: 7 }, ...others] },
        '.editions says 7 controls of 4.1, and there are 207',
      ],
      [
        {
          controls: controls.map((each, index) => (index === 1 ? { ...each, ids: controls[0]?.ids } : each)),
        },
        '.controls has A&A-01 twice in 4.1',
      ],
    ];
    for (const [change, message] of cases) assert.equal(asCcm(change), `bad-data: ccm.json${message}`);
    assert.match(asCcm({ mappings: doubled(mappings) }), /^bad-data: ccm\.json\.mappings has .* twice$/);
    assert.equal(asAttack(SMALL_ATTACK), 'bad-data: attack.json.releases is empty');
    const release = { domain: 'ics', version: '1', tactics: [] };
    const object = { id: 'T0001', kind: 'technique', domains: ['ics'], history: [] };
    const small = { ...SMALL_ATTACK, releases: [release] };
    assert.equal(asAttack(small), 'bad-data: attack.json.objects is empty');
    assert.equal(
      asAttack({ ...small, objects: [object] }),
      'bad-data: attack.json.objects has T0001 without a history',
    );
    assert.equal(
      asAttack({ ...small, releases: [release, release] }),
      'bad-data: attack.json.releases has ics 1 twice',
    );
  });

  test('takes no inherited property for data', () => {
    const withIds = (ids: string): string =>
      CCM.replace(/"ids":\{"4\.1":"A&A-01",/, (found) => `"ids":{${ids},${found.slice('"ids":{'.length)}`);
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const json = withIds(`"${name}":"A&A-01"`);
      assert.notEqual(json, CCM);
      assert.equal(
        failureOf(loadFramework('ccm.json', json)),
        `bad-data: ccm.json.controls [0] .ids has the forbidden name ${name}`,
      );
    }
  });

  test('takes no `__proto__` for a field', () => {
    const json = '{"__proto__": {"format": 1, "releases": [], "objects": []}}';
    assert.match(failureOf(loadAttack(json)), /^bad-data: attack\.json\.format is undefined/);
    assert.equal(Object.hasOwn(Object.prototype, 'format'), false);
  });

  test('refuses a framework of the wrong shape', () => {
    assert.match(asCcm({ format: 99 }), /^bad-data: ccm\.json\.format is 99/);
    assert.match(asCcm({ framework: { key: 'ccm' } }), /\.framework \.name is not a string$/);
    assert.match(
      asCcm({ controls: [{ key: 'a', domain: 'b', ids: [], titles: {} }] }),
      /\.ids is not an object$/,
    );
    assert.match(
      asCcm({ mappings: [{ control: 'a', type: 'b', technique: null }] }),
      /technique is not a string$/,
    );
    assert.match(asCcm({ editions: [{ id: '4.1', label: 'x', count: '207' }] }), /\.count is not a number$/);
  });

  test('needs a framework, and one that has a descriptor', () => {
    assert.match(failureOf(loadKnowledgeBase({ attack: '', frameworks: [CCM] })), /^bad-json: attack\.json/);
    assert.match(failureOf(loadKnowledgeBase({ attack: ATTACK, frameworks: ['1'] })), /^bad-data: ccm\.json/);
    assert.match(failureOf(loadKnowledgeBase({ attack: ATTACK, frameworks: [] })), /^no-framework: /);
    const other = JSON.stringify({ ...ccmFile(), framework: { ...ccmFile().framework, key: 'nist' } });
    assert.match(failureOf(loadKnowledgeBase({ attack: ATTACK, frameworks: [other] })), /^bad-data: /);
  });
});
