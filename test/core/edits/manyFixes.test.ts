import assert from 'node:assert/strict';
import { parses } from '../../../src/core/edits/insert/yaml/read';
import { fixAll, MENDABLE } from '../../../src/core/edits/fixAll';
import { fixesFor, type Fix } from '../../../src/core/edits/fixes';
import type { Finding } from '../../../src/core/rules/rule';
import { applyEdits, type TextEdit } from '../../../src/core/text/edit';
import { overlaps } from '../../../src/core/text/span';
import { analysisOf } from '../../support/findings';
import { leavesOf, lostLines } from '../../support/insertion';
import { withLineEnds } from '../../support/marked';
import { seeded } from '../../support/random';
import { rounds } from '../../support/rounds';

type Random = () => number;
const ROUNDS = rounds(30, 2000);

function one<T>(random: Random, of: readonly T[]): T {
  const found = of[Math.floor(random() * of.length)];
  assert.ok(found !== undefined);
  return found;
}

/** Something to mend, as people write it. */
const WRONG = [
  'T1086',
  'T1086 PowerShell',
  'T1059-003',
  'T1562.012',
  'CCM 4.1 IVS-09',
  'CCM IAM-1',
  'CCM IAM-99',
];
const IDS = ['T1086', 'T1059-003', 'T1139', 'T9999'];
const CONTROLS = ['IVS-09', 'IAM-1', 'GRC-03', 'IAM-99', 'IVS-01 to IVS-09', 'EKM-01'];

function markdown(random: Random): string {
  const wrong = (): string => one(random, WRONG);
  const line = (): string =>
    one(random, [
      () => `- ${wrong()}, ${wrong()}`,
      () => `\t- **${wrong()}** is nested`,
      () => `1. [T1086](https://attack.mitre.org/techniques/T1086/ "old") and ${wrong()}  `,
      () => `> ${wrong()} in a quote`,
      () => `| ${one(random, IDS)} | a \\| b | ${one(random, CONTROLS)} |`,
      () => `Text with ${wrong()} <!-- control-lens-disable-line no-mapping -->`,
      () => '',
      () => `## About ${wrong()}`,
      () => `[T1021.007](https://attack.mitre.org/techniques/T1059/)`,
      () => `<!-- ${wrong()} -->`,
      () => '```\nT1086\n```',
    ])();
  const head = one(random, [
    '# ATT&CK and CCM 4.1\n\n',
    '---\nccm_version: 4.1\ntechniques: [T1086]\n---\n\n# ATT&CK\n\n| Technique | Note | CCM 4.1 |\n| --- | --- | --- |\n',
    '',
  ]);
  return head + Array.from({ length: 1 + Math.floor(random() * 8) }, line).join('\n');
}

function yaml(random: Random): string {
  const id = (): string => one(random, IDS);
  const control = (): string => one(random, CONTROLS);
  const entry = (): string =>
    one(random, [
      () => `- technique: ${id()} # seen\n  controls: [${control()}, "${control()}"]\n`,
      () =>
        `- technique: &t${Math.floor(random() * 1e6)} "${id()}"\n  controls:\n  - ${control()}\n  -   '${control()}'\n`,
      () => `- { technique: ${id()}, controls: [${control()}] }\n`,
      () => `- controls: [\n    ${control()},\n    ${control()}, # why\n  ]\n  name: x\n`,
      () => `- note: |\n    ATT&CK ${id()}\n    and more\n\n  x: y\n`,
      () => `- note: >-\n    ATT&CK ${id()},\n    CCM ${control()}\n`,
      () => `- note: "ATT&CK ${id()}\n    goes on"\n`,
      () => `- note: ATT&CK ${id()}\n    goes on\n`,
      () => `- ${id()}: PowerShell\n`,
      () => `- attack: [{id: ${id()}, name: 'PowerShell'}]\n`,
      () => `---\n# another, CCM ${control()}\n- techniques: [${id()}]\n`,
    ])();
  const head = one(random, ['# CSA CCM 4.1, ATT&CK\n', '%YAML 1.2\n---\n# CCM 4.1\n', '']);
  return head + Array.from({ length: 1 + Math.floor(random() * 5) }, entry).join('');
}

type Check = (languageId: string, text: string, finding: Finding, fix: Fix, after: string) => void;

function onEveryFix(languageId: string, generate: (random: Random) => string, check: Check): void {
  const random = seeded(6);
  let fixes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const whole = withLineEnds(generate(random), one(random, ['\n', '\r\n']));
    const text = random() < 0.3 ? whole.trimEnd() : whole;
    if (languageId === 'yaml' && !parses(text)) assert.fail(text);
    const analysis = analysisOf(languageId, text);
    for (const finding of analysis.findings) {
      for (const fix of fixesFor(analysis, finding)) {
        check(languageId, text, finding, fix, applyEdits(text, fix.edits));
        fixes++;
      }
    }
  }
  assert.ok(fixes > ROUNDS, String(fixes));
}

/** What holds for every fix. */
const keepsTheRest: Check = (languageId, text, finding, fix, after) => {
  const what = `${finding.rule}: ${fix.title.text}\n${text}\nbecame\n${after}`;
  for (const [index, { span }] of fix.edits.entries())
    assert.ok(!fix.edits.slice(index + 1).some((other) => overlaps(span, other.span)), what);
  assert.ok(lostLines(text, after).length <= fix.edits.length, what);
  if (text.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/, what);
  else assert.ok(!after.includes('\r'), what);
  assert.notEqual(after, text, what);
  const at = finding.span.start + shiftBefore(finding.span.start, fix.edits);
  const { findings } = analysisOf(languageId, after);
  const isThere = findings.some(
    ({ rule, reference, span }) =>
      rule === finding.rule && reference.id === finding.reference.id && span.start === at,
  );
  assert.ok(!isThere, what);
};

/** By how much the text before an offset grows. */
function shiftBefore(offset: number, edits: readonly TextEdit[]): number {
  return edits
    .filter(({ span }) => span.end <= offset)
    .reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
}

suite('every fix in many random documents', () => {
  test('resolves its finding in Markdown, and touches its lines only', () =>
    onEveryFix('markdown', markdown, keepsTheRest));

  test('leaves YAML that parses, and a comment changes no value', () =>
    onEveryFix('yaml', yaml, (languageId, text, finding, fix, after) => {
      keepsTheRest(languageId, text, finding, fix, after);
      assert.ok(parses(after), after);
      const [old, now] = [leavesOf(text), leavesOf(after)];
      if (/^(?:Silence|Declare)/.test(fix.title.text)) assert.deepEqual(now, old, after);
      else assert.equal(now.length, old.length, after);
    }));

  test('leaves nothing to fix if all are made at once', () => {
    const random = seeded(7);
    for (let round = 0; round < ROUNDS; round++) {
      const [languageId, text] = random() < 0.5 ? ['markdown', markdown(random)] : ['yaml', yaml(random)];
      const { edits, count } = fixAll(analysisOf(languageId, text));
      const after = applyEdits(text, edits);
      assert.equal(count === 0, after === text);
      if (languageId === 'yaml') assert.ok(parses(after), after);
      for (const rule of MENDABLE.filter((each) => each !== 'other-edition'))
        assert.equal(
          fixAll(analysisOf(languageId, after), [rule]).count,
          0,
          `${rule}: ${text}\nbecame\n${after}`,
        );
    }
  });
});
