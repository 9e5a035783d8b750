import assert from 'node:assert/strict';
import { fixAll, safeFixes, type FixAll } from '../../../src/core/edits/fixAll';
import { applyEdits } from '../../../src/core/text/edit';
import { overlaps } from '../../../src/core/text/span';
import { analysisOf } from '../../support/findings';
import { randomText, seeded } from '../../support/random';
import { rounds } from '../../support/rounds';

const mixed = [
  '# Legacy techniques of ATT&CK',
  '',
  '- T1086 PowerShell and [T1086](https://attack.mitre.org/techniques/T1086/)',
  '- T1059-003, T1562.012, T1108',
  '- CCM 4.1 IVS-01 to IVS-09, CCM IAM-1',
  '- [T1021.007](https://attack.mitre.org/techniques/T1059/)',
  '',
].join('\n');

function mend(text: string, how: (analysis: ReturnType<typeof analysisOf>) => FixAll): string {
  return applyEdits(text, how(analysisOf('markdown', text)).edits);
}

suite('fix all', () => {
  test('fixes the findings of one rule', () => {
    const { count, edits } = fixAll(analysisOf('markdown', mixed), ['revoked-technique']);
    assert.equal(count, 3);
    assert.equal(
      applyEdits(mixed, edits),
      mixed
        .replace('T1086 PowerShell', 'T1059.001 PowerShell')
        .replace(
          '[T1086](https://attack.mitre.org/techniques/T1086/)',
          '[T1059.001](https://attack.mitre.org/techniques/T1059/001/)',
        )
        .replace('T1562.012', 'T1685.004'),
    );
  });

  test('fixes both ends of a range', () => {
    const fixed = mend(mixed, (analysis) => fixAll(analysis, ['other-edition']));
    assert.match(fixed, /CCM 4\.1 I&S-01 to I&S-09,/);
  });

  test('leaves unknown IDs and titles to the reader', () => {
    const text = 'CCM 4.1 IAM-99 Strong Authentication. CCM 4.0 IAM-13 Strong Authentication.';
    assert.deepEqual(fixAll(analysisOf('markdown', text)), { count: 0, edits: [] });
    assert.deepEqual(fixAll(analysisOf('markdown', text), ['unknown-id', 'title-mismatch']).edits, []);
  });

  test('fixes typos and techniques with one successor on save', () => {
    const fixed = mend(mixed, safeFixes);
    assert.match(fixed, /T1059\.001 PowerShell and \[T1059\.001\]\(\S+\/T1059\/001\/\)/);
    assert.match(fixed, /T1059\.003, T1562\.012, T1108/, 'an inferred successor stays');
    assert.match(fixed, /CCM 4\.1 IVS-01 to IVS-09, CCM IAM-01/, 'another edition stays');
    assert.match(fixed, /\[T1021\.007\]\(\S+\/T1059\/\)/, 'the address of a link stays');
  });

  test('leaves out what is suppressed or switched off', () => {
    assert.equal(
      safeFixes(analysisOf('markdown', 'ATT&CK T1086 <!-- control-lens-disable-line -->')).count,
      0,
    );
    const rules = { 'revoked-technique': 'off', 'malformed-id': 'off' } as const;
    const off = analysisOf('markdown', mixed);
    const settings = { rules: { ...off.settings.rules, ...rules } };
    assert.equal(safeFixes(analysisOf('markdown', mixed, settings)).count, 0);
  });

  test('fixes at once what only another fix makes certain', () => {
    const text = 'CCM 4.1 https://attack.mitre.org/techniques/IVS-09): IVS-09[T1139';
    assert.equal(mend(text, fixAll), text.replaceAll('IVS-09', 'I&S-09').replace('T1139', 'T1552.003'));
    assert.equal(fixAll(analysisOf('markdown', text)).count, 3);
  });

  test('makes edits that never overlap, and has nothing to do a second time', () => {
    const pieces = [
      ...[
        'T1086',
        'T1139 Bash History',
        'Bash History',
        ' (',
        ')',
        ' | ',
        '\n',
        ', ',
        ': ',
        'CCM 4.1 ',
        'IVS-09',
      ],
      ...[
        '[T1086](https://attack.mitre.org/techniques/T1086/)',
        '[T1139 Bash History](https://attack.mitre.org/techniques/T1139)',
      ],
      ...[
        'T1059-003',
        'IAM-1',
        ' to ',
        'ATT&CK ',
        'Shell History',
        '\n\n',
        '- ',
        '/',
        'https://attack.mitre.org/techniques/',
      ],
    ];
    const random = seeded(7);
    for (let round = 0; round < rounds(150, 10_000); round++) {
      const text = randomText(random, pieces, 24);
      for (const how of [fixAll, safeFixes]) {
        const { edits } = how(analysisOf('markdown', text));
        edits.forEach(({ span }, index) => {
          const next = edits[index + 1];
          assert.ok(!next || (!overlaps(span, next.span) && span.end <= next.span.start), text);
        });
        const fixed = applyEdits(text, edits);
        const again = how(analysisOf('markdown', fixed));
        assert.equal(again.count, 0, `${text}\n=> ${fixed}`);
      }
    }
  });
});
