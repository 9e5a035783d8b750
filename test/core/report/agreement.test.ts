import assert from 'node:assert/strict';
import { coverageOf, type CoverageCounts } from '../../../src/core/coverage/coverage';
import { coverageInput } from '../../../src/core/analysis/occurrences';
import { lensesOf } from '../../../src/core/lenses/lenses';
import { renderReport, type ReportFormat } from '../../../src/core/report/formats';
import type { NavigatorLayer } from '../../../src/core/report/navigator';
import type { CoverageReport } from '../../../src/core/report/report';
import { reportOf } from '../../../src/core/report/reportOf';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { csvRows } from '../../support/csv';
import { analysisOf } from '../../support/findings';
import { violations } from '../../support/jsonSchema';
import { realKnowledge } from '../../support/knowledge';
import { naiveCoverage } from '../../support/naiveCoverage';
import { LAYER_SCHEMA } from '../../support/navigatorSchema';
import { writePolicy } from '../../support/policies';
import { seeded } from '../../support/random';
import { seeds } from '../../support/rounds';

/** The six numbers that every format has: techniques, addressed, open, without; controls cited, of them needed. */
type Numbers = readonly number[];

function numbersOf(counts: CoverageCounts): Numbers {
  const { techniques, addressed, gaps, withoutMappedControl, controls, addressing } = counts;
  return [techniques, addressed, gaps, withoutMappedControl, controls, addressing];
}

/** Out of sentences as text, Markdown, HTML and the layer's description have them. */
function toldIn(text: string): Numbers {
  const techniques =
    /(\d+) techniques?: (\d+) addressed by a cited control, (\d+) open, (\d+) without mapped controls/.exec(
      text,
    );
  const controls = /(\d+) controls? cited: (\d+) mapped to a technique named here/.exec(text);
  return [...(techniques?.slice(1) ?? [0, 0, 0, 0]), ...(controls?.slice(1) ?? [0, 0])].map(Number);
}

/** A lens says nothing of what is zero. */
function toldInLens(text: string): Numbers {
  const numbers = [
    /^(\d+) techniques?: /,
    /(\d+) addressed by a cited control/,
    /(\d+) open/,
    /(\d+) not mapped/,
  ];
  return numbers.map((number) => Number(number.exec(text)?.[1] ?? 0));
}

function sectionSize(text: string, title: RegExp): number {
  return Number(new RegExp(`${title.source} \\\\?\\((\\d+)`).exec(text)?.[1] ?? 0);
}

/** Counted from rows, not read from a sentence. */
const COUNTED: Readonly<Record<Exclude<ReportFormat, 'navigator'>, (text: string) => Numbers>> = {
  json: (text) => {
    const { techniques, controls } = JSON.parse(text) as CoverageReport;
    const states = techniques.map(({ state }) => state);
    const cited = controls.filter(({ places }) => places.length > 0);
    const needed = cited.filter((each) => each.assessment === 'mapped' && each.techniques.length > 0);
    return [...tally(states), cited.length, needed.length];
  },
  csv: (text) => {
    const rows = csvRows(text);
    const states = rows.filter(({ kind }) => kind === 'technique').map(({ state }) => state ?? '');
    const roles = rows.filter(({ kind }) => kind === 'control').map(({ state }) => state);
    const cited = roles.filter((role) => role !== 'not-cited');
    return [...tally(states), cited.length, cited.filter((role) => role === 'addressing').length];
  },
  text: (text) => {
    const sizes = [
      /Techniques addressed by a cited control/,
      /Open techniques/,
      /Techniques without mapped controls/,
    ].map((title) => sectionSize(text, title));
    return [sum(sizes), ...sizes, ...toldIn(text).slice(4)];
  },
  markdown: (text) => {
    const rows = text
      .split('\n## ')
      .map((section) => section.split('\n').filter((row) => row.startsWith('| [T')));
    const titles = text.split('\n## ').map((section) => section.split('\n')[0] ?? '');
    const size = (title: string): number =>
      rows[titles.findIndex((each) => each.startsWith(title))]?.length ?? 0;
    const sizes = [size('Techniques addressed'), size('Open techniques'), size('Techniques without')];
    return [sum(sizes), ...sizes, ...toldIn(text).slice(4)];
  },
  html: (text) => {
    const sections = text.split('<h2>');
    const size = (title: string): number =>
      sections
        .find((each) => each.startsWith(title))
        ?.split('<tr id="')
        .slice(1).length ?? 0;
    const sizes = [size('Techniques addressed'), size('Open techniques'), size('Techniques without')];
    return [sum(sizes), ...sizes, ...toldIn(text).slice(4)];
  },
};

function tally(states: readonly string[]): number[] {
  const each = ['addressed', 'gap', 'no-mapped-control'].map(
    (state) => states.filter((one) => one === state).length,
  );
  return [sum(each), ...each];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The layer has those of the enterprise matrix; what is left out, its description names. */
function countedInLayer(layer: NavigatorLayer): Numbers {
  const number = (name: string): number => Number(layer.metadata.find((each) => each.name === name)?.value);
  assert.equal(layer.techniques.length + number('Not in this layer'), number('Techniques'));
  const colors = layer.legendItems.map(({ color }) => color);
  const shown = colors.map((color) => layer.techniques.filter((each) => each.color === color).length);
  const left = layer.legendItems.map(({ label }) => layer.description.split(`: ${label})`).length - 1);
  const states = shown.map((count, at) => count + (left[at] ?? 0));
  return [sum(states), ...states, ...toldIn(layer.description).slice(4)];
}

/** The groups of JSON are those of its rows, and the other formats have the same numbers. */
function assertGroups(report: CoverageReport): void {
  const [markdown, html] = [renderReport(report, 'markdown'), renderReport(report, 'html')];
  for (const { id, name, counts } of report.tactics) {
    const own = report.techniques.filter(({ tactics }) =>
      id === null ? tactics.length === 0 : tactics.includes(id),
    );
    const numbers = [counts.addressed, counts.gap, counts['no-mapped-control']];
    assert.deepEqual(tally(own.map(({ state }) => state)).slice(1), numbers);
    assert.ok(
      markdown.includes(`| ${id === null ? name : `${id} ${name}`} | ${numbers.join(' | ')} |`),
      name,
    );
    const shown = new RegExp(
      `<h3 id="[^"]*">${name.replace(/[()]/g, '\\$&')}</h3><p class="soft">([^<]*)</p>`,
    ).exec(html)?.[1];
    const words = ['addressed by a cited control', 'open', 'without mapped controls'];
    const wanted = numbers.flatMap((number, at) => (number > 0 ? [`${number} ${words[at] ?? ''}`] : []));
    assert.equal(shown, wanted.join(', '), name);
  }
  for (const { code, counts } of report.domains) {
    const own = report.controls.filter(({ domain }) => domain === code).map(({ role }) => role);
    for (const [role, count] of Object.entries(counts))
      assert.equal(own.filter((each) => each === role).length, count, `${code} ${role}`);
    assert.match(
      markdown,
      new RegExp(`\\| \`${code}\` [^|]* \\| ${Object.values(counts).join(' \\| ')} \\|`),
    );
    assert.match(
      html,
      new RegExp(`>${code.replace('&', '&amp;')}</span>.*>${Object.values(counts).join('<.*>')}<`),
    );
  }
}

suite('the reports of random policies', () => {
  for (const seed of seeds(8, 500))
    test(`have the numbers of a recomputation from the data files in every format (seed ${seed})`, () => {
      const random = seeded(seed);
      const policies = Array.from({ length: 1 + (seed % 4) }, () => writePolicy(random, 3 + random() * 80));
      const documents = policies.map(({ name, text }) => ({
        name,
        analysis: analysisOf(name.endsWith('.md') ? 'markdown' : 'yaml', text),
      }));
      const inputs = documents.map(({ name, analysis }) => coverageInput(analysis, name));
      const coverage = coverageOf(realKnowledge(), inputs, DEFAULT_SETTINGS);

      const naive = naiveCoverage(documents.map(({ analysis }) => analysis));
      assert.deepEqual(
        new Map(coverage.techniques.map(({ id, state }) => [id, state])),
        sorted(naive.states),
      );
      assert.deepEqual(
        coverage.unjudged.map(({ id }) => id),
        [...naive.unjudged].sort(),
      );
      const roles = coverage.controls.filter(({ role }) => role !== 'not-cited');
      assert.deepEqual(
        sorted(new Map(roles.map(({ control, role }) => [control.key, role]))),
        sorted(naive.roles),
      );

      const report = reportOf(coverage);
      const wanted = numbersOf(coverage.counts);
      for (const [format, count] of Object.entries(COUNTED))
        assert.deepEqual(count(renderReport(report, format as ReportFormat)), wanted, format);
      for (const format of ['text', 'markdown', 'html'] as const)
        assert.deepEqual(toldIn(renderReport(report, format)), wanted, `sentences of ${format}`);
      assertGroups(report);
      assert.equal(renderReport(report, 'json'), `${JSON.stringify(report, null, 2)}\n`);
      const layer = JSON.parse(renderReport(report, 'navigator')) as NavigatorLayer;
      assert.deepEqual(violations(LAYER_SCHEMA, layer), []);
      assert.deepEqual(countedInLayer(layer), wanted, 'navigator');
      assert.equal(new Set(coverage.controls.map(({ label }) => label)).size, coverage.controls.length);
    });

  test("have the numbers of the document's lens", () => {
    const random = seeded(99);
    for (let count = 0; count < 10; count++) {
      const { name, text } = writePolicy(random, 30);
      const analysis = analysisOf(name.endsWith('.md') ? 'markdown' : 'yaml', text);
      const lens = lensesOf(analysis).find(({ kind }) => kind === 'document');
      const { counts } = coverageOf(realKnowledge(), [coverageInput(analysis, name)], DEFAULT_SETTINGS);
      assert.deepEqual(toldInLens(lens?.title?.text ?? ''), numbersOf(counts).slice(0, 4));
      assert.deepEqual(toldIn(lens?.tooltip?.text ?? '').slice(0, 4), numbersOf(counts).slice(0, 4));
    }
  });
});

function sorted<V>(map: ReadonlyMap<string, V>): Map<string, V> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
