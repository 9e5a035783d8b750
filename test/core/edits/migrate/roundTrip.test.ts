import assert from 'node:assert/strict';
import { parses } from '../../../../src/core/edits/insert/yaml/read';
import { speaksOf } from '../../../../src/core/edits/migrate/scope';
import { overlaps } from '../../../../src/core/text/span';
import { analysisOf } from '../../../support/findings';
import { realKnowledge } from '../../../support/knowledge';
import { withLineEnds } from '../../../support/marked';
import { migrated } from '../../../support/migrations';
import { seeded } from '../../../support/random';
import { rounds } from '../../../support/rounds';

const ccm = realKnowledge().framework('ccm');
type Random = () => number;

/** Controls that both editions have, with their id and title in 4.0. */
const shared = ccm.idsIn('4.0').flatMap((id) => {
  const control = ccm.byId('4.0', id);
  return control?.ids['4.1'] === undefined ? [] : [{ id, title: ccm.title(control, '4.0') }];
});

function one<T>(random: Random, of: readonly T[]): T {
  const found = of[Math.floor(random() * of.length)];
  assert.ok(found !== undefined);
  return found;
}

/** A range of 4.0 that is one in 4.1 too. */
function rangeOf(random: Random): string {
  for (;;) {
    const { id } = one(random, shared);
    const end = String(Number(id.slice(-2)) + 1 + Math.floor(random() * 5)).padStart(2, '0');
    const joint = one(random, [' to ', '–', ' through ', '-', ' - ']);
    const last = random() < 0.4 && joint !== ' - ' ? end : `${id.slice(0, 4)}${end}`;
    const range = `${id}${joint}${last}`;
    if (migrated(`CCM 4.0 ${range}`).decisions.length === 0) return range;
  }
}

function shorthandOf(random: Random): string {
  const { id } = one(random, shared);
  const others = shared.filter((each) => each.id !== id && each.id.startsWith(id.slice(0, 4)));
  const numbers = others.slice(0, 3).map((each) => `-${each.id.slice(-2)}`);
  return [id, ...numbers].join(one(random, [', ', ' / ', ' and ']));
}

/** `IVS-01, 03 and 04`: numbers alone, upwards in both editions. */
function numbersOf(random: Random): string {
  const { id } = one(random, shared);
  const in41 = (each: string): string => ccm.byId('4.0', each)?.ids['4.1'] ?? '';
  const ids = [id];
  for (const { id: next } of shared)
    if (next.startsWith(id.slice(0, 4)) && next > (ids.at(-1) ?? '') && in41(next) > in41(ids.at(-1) ?? ''))
      ids.push(next);
  const numbers = ids.slice(1, 4).map((each) => each.slice(-2));
  return [id, ...numbers].join(one(random, [', ', ' and ', '/']));
}

const CASES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
];

/** From high to low, and so no range: two ids, and nothing between them; in 4.1 too. */
function reversedRange(random: Random): string {
  for (;;) {
    const { id } = one(random, shared);
    const lower = shared.filter((each) => each.id.startsWith(id.slice(0, 4)) && each.id < id);
    const written = lower.length > 0 ? `${id} to ${one(random, lower).id}` : id;
    if (migrated(`CCM 4.0 ${written}`).decisions.length === 0) return written;
  }
}

/** `IVS-3`, where both editions write the number with one digit. */
function shortId(random: Random): string {
  const isShort = (id: string | undefined): boolean => id !== undefined && /-0\d$/.test(id);
  const { id } = one(
    random,
    shared.filter((each) => isShort(each.id) && isShort(ccm.byId('4.0', each.id)?.ids['4.1'])),
  );
  return id.replace('-0', '-');
}

/** An id with or without its title, as people write them. */
function citation(random: Random): string {
  const { id, title } = one(random, shared);
  const shown = one(random, CASES)(title);
  return one(random, [
    id,
    id.toLowerCase(),
    `${id} ${shown}`,
    `**${id}**: ${shown}`,
    `${id} (${shown})`,
    `${id} – ${shown}`,
    `${shown} (${id})`,
    `\`${id}\` ${shown}`,
    rangeOf(random),
    shorthandOf(random),
    numbersOf(random),
    reversedRange(random),
    shortId(random),
    `[${id}](https://example.com/${id})`,
    `CCM-${id}`,
    `CCM ${id}`,
    `CCM v4.0 ${id}`,
    `${id} (CCM 4.0)`,
  ]);
}

function line(random: Random): string {
  const cite = (): string => citation(random);
  return one(random, [
    () => `- ${cite()}`,
    () => `1. ${cite()}, ${cite()}`,
    () => `The controls ${cite()} and ${cite()} apply.`,
    () => `| ${cite()} | ${cite()} | ATT&CK T1059 |`,
    () => '',
    () => `Also CCM 3.0.1 EKM-02, AICM MDS-01 and ticket IAM-99.`,
    () => `## Section\n\n${cite()}`,
    () => `> ${cite()} <!-- control-lens-disable-line -->`,
    () => `\`\`\`\n${cite()}\n\`\`\``,
  ])();
}

const HEADS = [
  '# Policy (CCM 4.0)\n\n',
  '---\ntitle: Policy\nccm_version: 4.0\n---\n\n',
  '---\nframework: CSA CCM v4.0\n---\n\n',
  '<!-- control-lens-edition CCM 4.0 -->\n\n',
  '# Controls of the Cloud Controls Matrix (CCM) v4.0\n\n| CCM 4.0 | B | C |\n| --- | --- | --- |\n',
  '# Controls of CCM\n\n',
];

function markdown(random: Random): string {
  const count = 1 + Math.floor(random() * 9);
  const lines = Array.from({ length: count }, () => line(random));
  const text = one(random, HEADS) + lines.join('\n') + one(random, ['', '\n']);
  const isDeclared = text.includes('4.0'); // else the only edition named would hold for all of it
  return withLineEnds(isDeclared ? text : text.replaceAll('CCM 3.0.1', 'Our'), one(random, ['\n', '\r\n']));
}

function yaml(random: Random): string {
  const entries = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
    const { id, title } = one(random, shared);
    return one(random, [
      `  - id: ${id}\n    title: ${title}\n`,
      `  - title: "${title}"\n    id: '${id}'\n`,
      `  - { id: ${id}, title: ${title} }\n`,
      `  - "${id}" # ${title}\n`,
      `  - ${rangeOf(random)}\n`,
      `  - "${rangeOf(random)}" # a range\n`,
      `  - ${shortId(random)}\n`,
      `  - >-\n    ${id}\n    and ${one(random, shared).id}\n`,
      `  - &n${Math.floor(random() * 1e6)} ${id}\n`,
      `  - [\n      ${id},\n      '${one(random, shared).id}', # why\n    ]\n`,
      `  - controls: [${id}, ${one(random, shared).id}]\n`,
    ]);
  });
  const head = one(random, [
    'ccm_version: "4.0"\ncontrols:\n',
    'ccm_4_0:\n',
    '# control-lens-edition CCM 4.0\nccm:\n',
    'ccm_controls:\n',
  ]);
  return withLineEnds(head + entries.join(''), one(random, ['\n', '\r\n']));
}

/** The controls that a text cites in an edition, those within ranges too. */
function cited(text: string, edition: string, languageId: string): string[] {
  const analysis = analysisOf(languageId, text);
  const keys = analysis.references
    .filter((each) => speaksOf(analysis, each, edition))
    .map(({ id }) => ccm.byId(edition, id)?.key ?? `no ${id}`);
  return [...new Set(keys)].sort();
}

suite('migrating random documents', () => {
  const kinds = [
    ['markdown', markdown],
    ['yaml', yaml],
  ] as const;
  for (const [languageId, generate] of kinds) {
    test(`gives the same bytes of ${languageId} there and back, and the same controls on the way`, () => {
      const random = seeded(41);
      for (let round = 0; round < rounds(80, 5000); round++) {
        const text = generate(random);
        const there = migrated(text, ['4.0', '4.1'], languageId);
        for (const [index, { span }] of there.edits.entries()) {
          const next = there.edits[index + 1];
          assert.ok(!next || !overlaps(span, next.span), text);
        }
        if (languageId === 'yaml') assert.ok(parses(text) && parses(there.text), there.text);
        const back = migrated(there.text, ['4.1', '4.0'], languageId).text;
        assert.equal(back, text, `${text}\n=>\n${there.text}`);
        if (!text.includes('4.0') && !text.includes('4_0')) continue; // ranges are read by the mapping file then
        const cites = cited(there.text, '4.1', languageId);
        assert.deepEqual(cites, cited(text, '4.0', languageId), `${text}\n=>\n${there.text}`);
      }
    });
  }

  test('turns a range that the other edition lacks into YAML items that cite the same', () => {
    const random = seeded(43);
    for (let round = 0; round < rounds(50, 2000); round++) {
      const [first, last] = [
        one(random, shared).id,
        `-${String(1 + Math.floor(random() * 19)).padStart(2, '0')}`,
      ];
      if (last <= first.slice(3)) continue;
      const range = `${first} to ${first.slice(0, 3)}${last}`;
      const text = withLineEnds(
        one(random, [
          `ccm_4_0:\n  - ${range}\n  - SEF-02\n`,
          `ccm_4_0: ['${range}', SEF-02]`,
          `ccm_4_0: [\n  SEF-02,\n  ${range}\n]\n`,
        ]),
        one(random, ['\n', '\r\n']),
      );
      const there = migrated(text, ['4.0', '4.1'], 'yaml');
      assert.ok(parses(there.text), there.text);
      if (there.kinds.some((kind) => kind !== 'range')) continue; // removed, or no range of 4.0
      assert.deepEqual(cited(there.text, '4.1', 'yaml'), cited(text, '4.0', 'yaml'), there.text);
    }
  });

  test('leaves no ID of the old edition', () => {
    const random = seeded(42);
    for (let round = 0; round < rounds(60, 4000); round++) {
      const text = HEADS[0] + `- ${citation(random)}\n`;
      const there = migrated(text);
      assert.doesNotMatch(there.text.replace(/\(https:.*?\)/g, ''), /4\.0|IVS/); // addresses stay
    }
  });
});
