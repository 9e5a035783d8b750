import assert from 'node:assert/strict';
import { complaintsAbout } from '../../support/labels';

/** The labels are what the fixtures rest on: each kind of difference has to be seen. */
suite('labels', () => {
  const seen: readonly (readonly [name: string, marked: string, complaint: RegExp])[] = [
    ['a reference that is missing', '⟦IAM-123⇒certain⟧', /"IAM-123" is no reference; expected certain/],
    ['a reference without a label', 'CCM IAM-10', /"IAM-10" has no label, and is certain IAM-10/],
    ['another certainty', '⟦IAM-10⇒certain⟧', /is doubtful IAM-10@\S+ \(.*\); expected certain IAM-10/],
    ['another id', 'CCM ⟦IAM-10⇒certain IAM-11⟧', /is certain IAM-10.*; expected certain IAM-11/],
    ['another edition', 'CCM 4.0 ⟦IAM-10⇒certain @4.1⟧', /is certain IAM-10@4\.0.*; expected .*@4\.1/],
    ['another span', 'CCM ⟦CCM IAM-10⇒certain IAM-10⟧', /is no reference; there is one of "IAM-10"/],
    ['a finding that is missing', 'CCM ⟦IAM-10⇒certain no-mapping⟧', /lacks the finding no-mapping/],
    ['a finding too many', 'CCM ⟦GRC-03⇒certain⟧', /has the finding no-mapping/],
    ['a reference where none may be', 'CCM ⟦IAM-10⇒none⟧', /is certain IAM-10.*; expected none/],
    ['a member that is missing', 'CCM ⟦IAM-02⇒certain +03⟧, ⟦IAM-04⇒certain⟧', /a range without IAM-03/],
    ['a member too many', 'CCM ⟦IAM-02⇒certain⟧ to ⟦IAM-04⇒certain⟧', /begins a range with IAM-03/],
    [
      'a finding on a range',
      'CCM ⟦GRC-02⇒certain no-mapping +03⟧ to ⟦04⇒certain GRC-04 no-mapping⟧',
      /range:/,
    ],
  ];
  for (const [name, marked, complaint] of seen)
    test(`${name} is seen`, () => assert.match(whatIsSaid(marked), complaint));

  const taken = [
    'CCM ⟦IAM-10⇒likely/certain⟧ and ⟦IAM-11⇒certain ?no-mapping⟧',
    'CCM ⟦GRC-03⇒certain ?no-mapping⟧',
    'CCM ⟦IAM-02⇒certain ~03⟧ to ⟦IAM-04⇒certain⟧',
    'See ⟦IAM-10⇒doubtful/none⟧, PORT1021 and ⟦PORT1022⇒none⟧.',
  ];
  for (const marked of taken) test(`${marked} is taken`, () => assert.equal(whatIsSaid(marked), ''));

  test('a slip in a label is told', () =>
    assert.throws(() => complaintsAbout('markdown', '⟦IAM-10⇒sure⟧'), /No label/));
});

function whatIsSaid(marked: string): string {
  const { complaints } = complaintsAbout('markdown', marked);
  return complaints.map(({ what }) => what).join('\n');
}
