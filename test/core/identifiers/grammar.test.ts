import assert from 'node:assert/strict';
import { scanCandidates } from '../../../src/core/identifiers/candidates';
import {
  DOMAIN_CODES,
  KINDS,
  controlId,
  domainCode,
  domainOf,
  kindOf,
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

  for (const code of DOMAIN_CODES) {
    test(`${code}-01 is a control, however it is spelled`, () => {
      const spellings = [`${code}-01`, `${code.toLowerCase()}-01`, `${code.replace('&', '&amp;')}-01`];
      for (const spelling of spellings) {
        assert.equal(parseIdentifier(spelling), `${code}-01`);
        assert.deepEqual(
          scanCandidates(spelling).map((each) => each.id),
          [`${code}-01`],
        );
      }
    });
  }

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
