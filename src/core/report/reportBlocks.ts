import { code, heading, joined, line, link, type Block, type Run } from '../text/blocks';
import { listed } from '../text/message';
import { ROLE_WORDS } from '../coverage/words';
import {
  assessmentOf,
  basis,
  controlCounts,
  frameworkCounts,
  inRole,
  inState,
  mappedByDocument,
  mappedSentence,
  missingOf,
  remarkOf,
  suggestionSentences,
  techniqueCounts,
  titleOf,
  UNJUDGED,
} from './phrases';
import type { CoverageReport, ReportControl, ReportPlace, ReportTechnique } from './report';

type Cell = readonly Run[];

/** Named for one technique. */
const MOST_DOCUMENTS = 5;

/** The report as blocks of text. */
export function reportBlocks(report: CoverageReport): Block[] {
  return [
    heading(1, titleOf(report)),
    line(`${techniqueCounts(report)}.`),
    line(`${controlCounts(report)}.`),
    ...frameworkCounts(report).map((sentence) => line(`${sentence}.`)),
    line(basis(report)),
    line(report.caveat),
    ...suggestion(report),
    ...techniqueSection(report, 'Open techniques', inState(report, 'gap')),
    ...techniqueSection(report, 'Techniques addressed by a cited control', inState(report, 'addressed')),
    ...techniqueSection(report, 'Techniques without mapped controls', inState(report, 'no-mapped-control')),
    ...tactics(report),
    ...domains(report),
    ...mappedSection(report),
    ...controlSection(
      report,
      'Cited controls not mapped to any technique in this report',
      inRole(report, 'unneeded'),
    ),
    ...controlSection(report, 'Cited controls without a mapping', inRole(report, 'without-mapping')),
    ...unjudged(report),
  ];
}

function suggestion(report: CoverageReport): Block[] {
  const sentences = suggestionSentences(report);
  if (sentences.length === 0) return [];
  const titles = new Map(report.controls.map(({ label, title }) => [label, title]));
  const rows = report.suggestion.smallest.map(({ control, addresses }) => [
    [code(control)],
    text(titles.get(control) ?? ''),
    text(String(addresses.length)),
    codes(addresses),
  ]);
  return [
    heading(2, 'What to cite next'),
    ...sentences.map((sentence) => line(sentence)),
    ...(rows.length > 1 ? [table(['Control', 'Title', 'Adds', 'Open techniques'], rows)] : []),
  ];
}

/** The techniques that the cited controls are mapped to: by tactic, by document, and each. */
function mappedSection(report: CoverageReport): Block[] {
  const { mappedTo, mappedTactics, documents } = report;
  if (mappedTo.length === 0) return [];
  const tacticRows = mappedTactics.map(({ id, name, techniques, named: count }) => [
    [code(id)],
    text(name),
    text(String(techniques)),
    text(String(count)),
  ]);
  const paths = mappedByDocument(report).map(([path, count]) => [[code(path)], text(String(count))]);
  const each = mappedTo.map(({ id, url, name, controls, documents: own }) => [
    [link(id, url)],
    text(name),
    codes(controls),
    text(listed(own.slice(0, MOST_DOCUMENTS)) + (own.length > MOST_DOCUMENTS ? ', …' : '')),
  ]);
  return [
    heading(2, 'Techniques that the cited controls are mapped to'),
    line(`${mappedSentence(report)}.`),
    table(['Tactic', 'Name', 'Techniques', 'Named'], tacticRows),
    ...(documents.length > 1 ? [table(['Document', 'Techniques'], paths)] : []),
    table(['Technique', 'Name', 'Cited controls', 'Where'], each),
  ];
}

function techniqueSection(
  report: CoverageReport,
  title: string,
  techniques: readonly ReportTechnique[],
): Block[] {
  const [first] = techniques;
  if (!first) return [];
  const { state } = first;
  const controls = {
    addressed: ['Cited', 'Mapped, not cited'],
    gap: ['Mapped, not cited'],
    'no-mapped-control': [],
  }[state];
  const rows = techniques.map((technique) => [
    [link(technique.id, technique.url)],
    named(technique),
    ...(state === 'addressed' ? [codes(technique.cited)] : []),
    ...(state === 'no-mapped-control' ? [] : [codes(missingOf(technique))]),
    where(report, technique.places),
  ]);
  return [
    heading(2, `${title} (${techniques.length})`),
    table(['Technique', 'Name', ...controls, 'Where'], rows),
  ];
}

function named(technique: ReportTechnique): Cell {
  const remark = remarkOf(technique);
  return text(remark === '' ? technique.name : `${technique.name} (${remark})`);
}

function tactics({ tactics: groups }: CoverageReport): Block[] {
  if (groups.length === 0) return [];
  const rows = groups.map(({ id, name, counts }) => [
    text(id === null ? name : `${id} ${name}`),
    ...[counts.addressed, counts.gap, counts['no-mapped-control']].map((count) => text(String(count))),
  ]);
  return [
    heading(2, 'By tactic'),
    line('A technique with several tactics counts for each of them.'),
    table(['Tactic', 'Addressed by a cited control', 'Open', 'Without mapped controls'], rows),
  ];
}

function domains({ domains: groups }: CoverageReport): Block[] {
  if (groups.length === 0) return [];
  const roles = ['addressing', 'unneeded', 'without-mapping', 'not-cited'] as const;
  const rows = groups.map(({ code: id, name, counts }) => [
    [code(id), { text: ` ${name}` }],
    ...roles.map((role) => text(String(counts[role]))),
  ]);
  const head = roles.map((role) => ROLE_WORDS[role]);
  return [
    heading(2, 'By control domain'),
    table(['Domain', ...head.map((words) => words.slice(0, 1).toUpperCase() + words.slice(1))], rows),
  ];
}

function controlSection(report: CoverageReport, title: string, controls: readonly ReportControl[]): Block[] {
  const [first] = controls;
  if (!first) return [];
  const isUnmapped = first.role === 'without-mapping';
  const rows = controls.map((control) => [
    [code(control.label)],
    text(control.title),
    ...(isUnmapped ? [text(assessmentOf(control))] : []),
    where(report, control.places),
  ]);
  return [
    heading(2, `${title} (${controls.length})`),
    table(['Control', 'Title', ...(isUnmapped ? ['Why'] : []), 'Where'], rows),
  ];
}

function unjudged(report: CoverageReport): Block[] {
  if (report.unjudged.length === 0) return [];
  const rows = report.unjudged.map(({ id, reason, places }) => [
    [code(id)],
    text(UNJUDGED[reason]),
    where(report, places),
  ]);
  return [
    heading(2, `IDs that ATT&CK ${report.versions.attack} doesn't have (${rows.length})`),
    line("They aren't counted above."),
    table(['ID', 'Why', 'Where'], rows),
  ];
}

const MOST_PLACES = 3;

/** Of one document the lines, of several also the documents; the first few. */
function where({ documents }: CoverageReport, places: readonly ReportPlace[]): Cell {
  const shown = places.slice(0, MOST_PLACES).map(({ path, line: number }) => {
    return documents.length === 1 ? { text: `line ${number + 1}` } : code(`${path}:${number + 1}`);
  });
  const more = places.length - shown.length;
  return joined([...shown, ...(more > 0 ? [{ text: `${more} more` }] : [])], ', ');
}

function codes(ids: readonly string[]): Cell {
  return joined(ids.map(code), ', ');
}

function text(words: string): Cell {
  return [{ text: words }];
}

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): Block {
  return { kind: 'table', head, rows };
}
