import assert from 'node:assert/strict';
import type { Analysis } from '../../../src/core/analysis/analysis';
import { summaryOf } from '../../../src/core/analysis/summary';
import { unmappedSpans } from '../../../src/core/analysis/unmapped';
import { completionsAt } from '../../../src/core/completion/completions';
import { documentCoverage } from '../../../src/core/coverage/coverage';
import { fixAll } from '../../../src/core/edits/fixAll';
import { fixesFor } from '../../../src/core/edits/fixes';
import { insertActionsFor } from '../../../src/core/edits/insert/actions';
import { missingFor } from '../../../src/core/edits/insert/choices';
import { insert } from '../../../src/core/edits/insert/insert';
import { migrate } from '../../../src/core/edits/migrate/migrate';
import { migrationChoices } from '../../../src/core/edits/migrate/choices';
import { hoverAt } from '../../../src/core/hover/hover';
import { factsOf } from '../../../src/core/index/facts';
import { Framework } from '../../../src/core/knowledge/framework';
import { lensesOf } from '../../../src/core/lenses/lenses';
import { highlightsAt } from '../../../src/core/links/highlights';
import { linksOf } from '../../../src/core/links/links';
import { lookUp, numberingAt } from '../../../src/core/lookUp/lookUp';
import { reportOf } from '../../../src/core/report/reportOf';
import { textReport } from '../../../src/core/report/text';
import { documentSymbols } from '../../../src/core/symbols/documentSymbols';
import { documentTree } from '../../../src/core/views/documentTree';
import { sceneOf } from '../../../src/core/views/scene';
import { analysisOf } from '../../support/findings';
import { seeded } from '../../support/random';
import { seeds } from '../../support/rounds';
import { treeText } from '../../support/trees';

const MARKDOWN = `# Access policy, CCM 4.1

| ATT&CK | Control |
| --- | --- |
| T1021.007 | IAM-14, IAM-10 |
| T1086 | IAM-13 Strong Authentication, GRC-03 |

## Archive (CCM 4.0)

- T1190: IAM-12, IVS-09 and T1562.01
- T1078

Strong auth: IAM-1
`;

const YAML = `ccm_version: 4.0.5
threats:
  - technique: T1021.007
    controls: [IAM-10, GRC-03, IAM-1]
  - technique: T1059.001
    nist_800_53: [AC-2, AC-06]
  - technique: T1190
`;

/** Both numberings, and nothing at the end that declares one: the answer is that of the references before it. */
const MIXED = `CCM v4.1: IAM-13, IAM-10, CEK-03. CCM v4.0: IAM-14.

ATT&CK T1021.007, T1003

The control is IAM-1
`;

/** All that a document is asked, by a name; each answer is plain text, as a user would see it. */
type Question = readonly [name: string, ask: (analysis: Analysis) => unknown];

const WHOLE: readonly Question[] = [
  ['lenses', lensesOf],
  ['links', (analysis) => linksOf(analysis)],
  ['findings', ({ findings }) => findings],
  ['fixes', (analysis) => analysis.findings.map((finding) => fixesFor(analysis, finding))],
  ['fix all', (analysis) => fixAll(analysis)],
  ['coverage', (analysis) => textReport(reportOf(documentCoverage(analysis)))],
  ['coverage of a path', (analysis) => textReport(reportOf(documentCoverage(analysis, 'a.md')))],
  ['tree', (analysis) => treeText(documentTree(sceneOf(analysis, 'file:///a.md')), 4)],
  ['symbols', documentSymbols],
  ['facts', factsOf],
  ['summary', summaryOf],
  ['unmapped', unmappedSpans],
  ['migration choices', migrationChoices],
  ['migration', (analysis) => migrate(analysis, '4.0', '4.1')],
];

function questionsAt(offset: number): Question[] {
  const span = { start: offset, end: offset };
  return [
    [`hover at ${offset}`, (analysis) => hoverAt(analysis, offset)],
    [`highlights at ${offset}`, (analysis) => highlightsAt(analysis, offset)],
    [`completions at ${offset}`, (analysis) => completionsAt(analysis, offset, true)],
    [`look-up at ${offset}`, (analysis) => lookUp(analysis.knowledge, 'strong', numberingAt(analysis, span))],
  ];
}

function insertionsAt(index: number): Question {
  return [
    `insertions at reference ${index}`,
    (analysis) => {
      const target = analysis.references[index];
      if (!target) return [];
      return [insertActionsFor(analysis, target), insert(analysis, target, missingFor(analysis, target))];
    },
  ];
}

function questionsOf(analysis: Analysis): Question[] {
  const ends = [analysis.document.text.trimEnd().length];
  const offsets = new Set([...analysis.references.flatMap(({ span }) => [span.start, span.end]), ...ends]);
  return [
    ...WHOLE,
    ...[...offsets].flatMap(questionsAt),
    ...analysis.references.map((_, index) => insertionsAt(index)),
  ];
}

function shuffled<T>(random: () => number, values: readonly T[]): T[] {
  return values
    .map((value) => [random(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}

/** What a user would see: without functions and what they close over, and a framework by its key. */
function plain(answer: unknown): string {
  const seen = (_: string, value: unknown): unknown => {
    if (value instanceof Framework) return value.key;
    return value instanceof Map ? [...value] : value;
  };
  return JSON.stringify(answer, seen) ?? '';
}

suite('the answers about a document', () => {
  for (const [name, languageId, text] of [
    ['Markdown', 'markdown', MARKDOWN],
    ['YAML', 'yaml', YAML],
    ['mixed editions', 'markdown', MIXED],
  ] as const) {
    test(`do not depend on what was asked before: ${name}`, () => {
      const fresh = (): Analysis => analysisOf(languageId, text);
      const questions = questionsOf(fresh());
      const cold = new Map(questions.map(([question, ask]) => [question, plain(ask(fresh()))]));
      for (const seed of seeds(4, 60)) {
        const warm = fresh();
        for (const [question, ask] of shuffled(seeded(seed), questions))
          assert.equal(plain(ask(warm)), cold.get(question), `${question}, seed ${seed}`);
      }
    });
  }

  test('complete an ID in the edition that most of its references speak of, asked first or last', () => {
    const at = MIXED.trimEnd().length;
    const complete = (analysis: Analysis): string | undefined =>
      completionsAt(analysis, at, true)?.items[0]?.entry.edition;
    const asked = analysisOf('markdown', MIXED);
    lensesOf(asked);
    assert.deepEqual([complete(analysisOf('markdown', MIXED)), complete(asked)], ['4.1', '4.1']);
  });
});
