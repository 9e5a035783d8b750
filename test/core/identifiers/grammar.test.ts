import assert from 'node:assert/strict';
import { FRAMEWORKS } from '../../../src/core/frameworks/registry';
import { scanCandidates } from '../../../src/core/identifiers/candidates';
import {
  KINDS,
  baseControlOf,
  controlId,
  domainCode,
  domainOf,
  kindOf,
  numberOf,
  parentOf,
  parseIdentifier,
  type CanonicalId,
} from '../../../src/core/identifiers/grammar';

const id = (text: string): CanonicalId => text as CanonicalId;

suite('identifier grammar', () => {
  for (const row of KINDS) {
    test(`${row.example} is a ${row.kind}, alone and in a text`, () => {
      assert.equal(parseIdentifier(row.example), row.example);
      assert.equal(kindOf(id(row.example)), row);
      assert.deepEqual(
        scanCandidates(`(${row.example})`).map((each) => [each.id, each.family, each.span, each.malformed]),
        [[row.example, row.family, { start: 1, end: 1 + row.example.length }, false]],
      );
    });
  }

  for (const { code, number } of FRAMEWORKS.flatMap(({ ids }) =>
    ids.codes.map((each) => ({ code: each, number: '1'.padStart(ids.width, '0') })),
  )) {
    test(`${code}-${number} is a control, however it is spelled`, () => {
      const spellings = [`${code}-01`, `${code.toLowerCase()}-01`, `${code.replace('&', '&amp;')}-01`];
      for (const spelling of spellings) {
        assert.equal(parseIdentifier(spelling), `${code}-${number}`);
        assert.deepEqual(
          scanCandidates(spelling).map((each) => each.id),
          [`${code}-${number}`],
        );
      }
    });
  }

  test('an enhancement is a control of its own, however it is spelled', () => {
    for (const written of ['AC-2(1)', 'AC-02(01)', 'ac-2.1', 'AC-2 (1)', 'AC-02(1)']) {
      assert.equal(parseIdentifier(written), 'AC-2(1)', written);
      assert.deepEqual(
        scanCandidates(`see ${written}.`).map((each) => [each.id, each.span]),
        [['AC-2(1)', { start: 4, end: 4 + written.length }]],
      );
    }
    assert.equal(baseControlOf(id('AC-2(1)')), 'AC-2');
    assert.equal(numberOf(id('AC-2(1)')), 2);
    for (const written of ['AC-2(a)', 'AC-2(1.1)'])
      assert.deepEqual(
        scanCandidates(written).map((each) => each.id),
        ['AC-2'],
        written,
      );
    assert.equal(parseIdentifier('IAM-14(1)'), undefined);
  });

  test('no two frameworks share a code', () => {
    const codes = FRAMEWORKS.flatMap(({ ids }) => ids.codes);
    assert.equal(new Set(codes).size, codes.length);
  });

  test('what has no canonical form has no kind', () => {
    assert.throws(() => kindOf(id('t1021')), /Not a canonical id: t1021/);
  });

  test('parents and domains', () => {
    assert.equal(parentOf(id('T1021.007')), 'T1021');
    assert.equal(parentOf(id('T1021')), 'T1021');
    assert.equal(domainOf(id('A&A-01')), 'A&A');
    assert.equal(domainOf(id('IAM-14')), 'IAM');
    assert.equal(controlId('IAM', 5), 'IAM-05');
    assert.equal(controlId('IAM', 14), 'IAM-14');
  });

  test('domain codes', () => {
    for (const written of ['A&A', 'a&a', 'A&amp;A', 'a%26a', 'A_A']) assert.equal(domainCode(written), 'A&A');
    for (const written of ['i&s', 'I_S', 'i&AMP;s']) assert.equal(domainCode(written), 'I&S');
    for (const written of ['', 'XYZ', 'A&S', 'IAMX', 'AA']) assert.equal(domainCode(written), undefined);
  });
});
