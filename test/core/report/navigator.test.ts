import assert from 'node:assert/strict';
import { navigatorLayer, navigatorReport } from '../../../src/core/report/navigator';
import { reportOf } from '../../../src/core/report/reportOf';
import { coverageOfTexts, reportOfText } from '../../support/coverage';
import { violations } from '../../support/jsonSchema';
import { LAYER_SCHEMA } from '../../support/navigatorSchema';

const TEXT = 'ATT&CK T1021.007, T1190, T1003, T1086, T1149, T1636.003, T0817. CCM IAM-10, IAM-11';

suite('a report as ATT&CK Navigator layer', () => {
  const layer = navigatorLayer(reportOfText(TEXT));
  const found = new Map(layer.techniques.map((technique) => [technique.techniqueID, technique]));

  test('is a layer of format 4.5', () => {
    for (const text of [TEXT, '', 'CCM IAM-10', 'ATT&CK T9999'])
      assert.deepEqual(violations(LAYER_SCHEMA, JSON.parse(navigatorReport(reportOfText(text)))), []);
    const { attack, navigator, layer: format } = layer.versions;
    assert.deepEqual([attack, navigator, format], ['19', '4.9.1', '4.5']);
    assert.equal(layer.domain, 'enterprise-attack');
    assert.ok(layer.gradient.maxValue > layer.gradient.minValue);
  });

  test('is checked by a schema that refuses what the format lacks', () => {
    const broken = { ...layer, versions: { ...layer.versions, layer: '4.4' }, techniques: [{ tactic: 'x' }] };
    assert.deepEqual(violations(LAYER_SCHEMA, broken), [
      '$.versions.layer is 4.4',
      '$.techniques[0] lacks techniqueID',
    ]);
  });

  test('has the ATT&CK version that techniques are judged by', () => {
    assert.equal(navigatorLayer(reportOfText(TEXT, { attackVersion: '17.1' })).versions.attack, '17');
  });

  test('colors techniques as its legend says, and scores the share of mapped controls that are cited', () => {
    const stateOf = (id: string): unknown => {
      const { color, score } = found.get(id) ?? assert.fail(id);
      return [layer.legendItems.find((item) => item.color === color)?.label, score];
    };
    assert.deepEqual(stateOf('T1021.007'), ['addressed by a cited control', 29]);
    assert.deepEqual(stateOf('T1190'), ['open', 0]);
    assert.deepEqual(stateOf('T1003'), ['without mapped controls', undefined]);
    assert.equal(new Set(layer.legendItems.map(({ color }) => color)).size, 3);
  });

  test('lists a revoked technique under its successor, with the ID as written', () => {
    assert.deepEqual(
      found.get('T1059.001')?.metadata.find(({ name }) => name === 'Written'),
      { name: 'Written', value: 'T1086' },
    );
    assert.equal(found.has('T1086'), false);
  });

  test('names some of many places, and says how many more there are', () => {
    const texts = Array.from({ length: 13 }, (_, at) => [
      `${String(at).padStart(2, '0')}.md`,
      'ATT&CK T1190',
    ]);
    const [technique] = navigatorLayer(reportOf(coverageOfTexts(Object.fromEntries(texts)))).techniques;
    const value = technique?.metadata.find(({ name }) => name === 'Named in')?.value ?? '';
    assert.match(value, /^00\.md:1, 01\.md:1, .*09\.md:1, and 3 more$/);
  });

  test('leaves out what the enterprise matrix does not show, and names it in the description', () => {
    assert.deepEqual([...found.keys()], ['T1003', 'T1021.007', 'T1059.001', 'T1190']);
    for (const id of ['T1149', 'T1636.003', 'T0817'])
      assert.match(layer.description, new RegExp(`\\b${id} \\(`));
    assert.deepEqual(
      layer.metadata.find(({ name }) => name === 'Not in this layer'),
      { name: 'Not in this layer', value: '3' },
    );
  });
});
