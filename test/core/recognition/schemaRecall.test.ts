import assert from 'node:assert/strict';
import { wholeCorpus } from '../../support/corpus';
import { expectedIn, missedOf, type Expected } from '../../support/schemaRecall';

/** Of the techniques, and of the tactics, that fields of the corpus's rules hold. */
const RECALL = 0.999;

const RULE = `
title: T1003 in a title is in no field
tags:
  - attack.t1562.001
  - attack.lateral-movement
  - mitre_execution
  - impact
attack_mappings:
  - technique: T1078
    sub-technique: "004"
    tactics: [TA0001, Persistence]
reports:
  MITRE ATT&CK:
    - TA0005:T1562
`;

suite('techniques and tactics in the fields of rules', () => {
  test('are what a library for YAML reads there', () => {
    assert.deepEqual(
      expectedIn(RULE).map(({ id, text }) => `${id} ${text}`),
      [
        'T1562.001 attack.t1562.001',
        'TA0008 attack.lateral-movement',
        'TA0002 mitre_execution',
        'T1078.004 T1078',
        'TA0001 TA0001',
        'TA0003 Persistence',
        'TA0005 TA0005:T1562',
        'T1562 TA0005:T1562',
      ],
    );
  });

  test('are missed only if no certain reference is there', () => {
    const expected = expectedIn(RULE);
    assert.deepEqual(missedOf(RULE, 'yaml', expected), []);
    const struck = RULE.replace('attack.lateral-movement', 'attack.something-else');
    assert.deepEqual(
      missedOf(struck, 'yaml', expected).map(({ id }) => id),
      ['TA0008'],
    );
  });

  test('are recognized, nearly all of the corpus', function () {
    this.timeout(120_000);
    const all: Expected[] = [];
    const missed: Expected[] = [];
    for (const { languageId, text } of wholeCorpus(this)) {
      if (languageId !== 'yaml') continue;
      const expected = expectedIn(text);
      all.push(...expected);
      missed.push(...missedOf(text, languageId, expected));
    }
    for (const wanted of ['technique', 'tactic'] as const) {
      const count = (list: readonly Expected[]): number => list.filter(({ kind }) => kind === wanted).length;
      assert.ok(count(all) > 400, `${count(all)} of ${wanted}`);
      assert.ok(1 - count(missed) / count(all) >= RECALL, `${count(missed)} missed of ${wanted}`);
    }
  });
});
