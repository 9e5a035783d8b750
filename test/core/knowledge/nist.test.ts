import assert from 'node:assert/strict';
import { canonicalId } from '../../../src/core/identifiers/grammar';
import { resolve, stateOf } from '../../../src/core/resolution/resolve';
import { unresolvedText } from '../../../src/core/resolution/unresolved';
import { suggestIds } from '../../../src/core/resolution/suggest';
import { realKnowledge } from '../../support/knowledge';

const knowledge = realKnowledge();

function resolved(id: string, edition = '5') {
  return resolve(knowledge, canonicalId(id), edition);
}

suite('what is known of a control of NIST SP 800-53', () => {
  const cases: readonly (readonly [id: string, kind: string, state: string])[] = [
    ['AC-2', 'control', 'mapped'],
    ['AC-2(1)', 'control', 'mapped'],
    ['AC-1', 'control', 'not-assessed'],
    ['AC-1(1)', 'control', 'not-assessed'],
    ['IA-13', 'control', 'mapped'],
    ['SA-24', 'control', 'not-assessed'],
    ['AC-13', 'legacy', 'unknown'],
    ['AC-13(1)', 'legacy', 'unknown'],
    ['AC-99', 'unknown', 'unknown'],
    ['AC-99(1)', 'unknown', 'unknown'],
  ];
  for (const [id, kind, state] of cases)
    test(`${id} is ${kind}, ${state}`, () => {
      const resolution = resolved(id);
      assert.equal(resolution.kind, kind);
      assert.equal(stateOf(resolution), state);
    });

  test('a withdrawn number names what took over', () => {
    const resolution = resolved('AC-13');
    if (resolution.kind !== 'legacy') assert.fail(resolution.kind);
    assert.equal(
      unresolvedText(knowledge, resolution),
      'Withdrawn in NIST SP 800-53 Rev. 5; incorporated into AC-2 and AU-6.',
    );
  });

  test('suggestions are of the same framework', () => {
    assert.deepEqual(suggestIds(knowledge, canonicalId('AC-99'), '5'), ['AC-9', 'AC-19', 'AC-1']);
    assert.deepEqual(suggestIds(knowledge, canonicalId('AC-99(2)'), '5'), ['AC-9', 'AC-19', 'AC-1']);
  });

  test('the page of a control has two digits', () => {
    const { framework, control } = knowledge.controlOf('AC-2@5') ?? assert.fail();
    assert.match(framework.pageOf(control) ?? '', /\/external\/nist\/.*\/nist-rev5\/AC-02\/$/);
  });
});

suite('what is known of an id of CCM 3.0.1', () => {
  const cases: readonly (readonly [id: string, edition: string, kind: string])[] = [
    ['MOS-20', 'mapping', 'legacy'],
    ['MOS-55', 'mapping', 'unknown'],
    ['AAC-04', 'mapping', 'unknown'],
    ['IPY-05', 'mapping', 'legacy'],
    ['IPY-05', '3.0.1', 'legacy'],
    ['IAM-14', '3.0.1', 'other-edition'],
    ['MOS-55', '3.0.1', 'unknown'],
  ];
  for (const [id, edition, kind] of cases)
    test(`${id} of ${edition} is ${kind}`, () => assert.equal(resolved(id, edition).kind, kind));
});

suite('a part of the knowledge base', () => {
  test('has the frameworks that are named, in their order, and is the same each time', () => {
    const part = knowledge.only(['nist-800-53']);
    assert.deepEqual([...part.frameworks.keys()], ['nist-800-53']);
    assert.equal(knowledge.only(['nist-800-53']), part);
    assert.equal(part.frameworkOf(canonicalId('IAM-14')), undefined);
    assert.equal(knowledge.only(['nist-800-53', 'ccm']), knowledge);
  });
});
