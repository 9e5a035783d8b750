import type { Analysis } from '../analysis/analysis';
import { baseControlOf, type CanonicalId } from '../identifiers/grammar';
import { MAPPING_EDITION, type Control, type Framework } from '../knowledge/framework';
import type { EditionSource } from '../recognition/reference';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { MappingRecord, MappingSource } from '../knowledge/records';
import { attackUrl } from '../knowledge/urls';
import { openPageLink } from '../links/pageAddress';
import { controlTarget } from '../links/pageTarget';
import { isOpen, nameWithTitles } from '../resolution/openEdition';
import type { ControlFound } from '../resolution/resolve';
import { capitalized, counted, listed } from '../text/message';
import { code, joined, line, link, notice, strong, type Block, type Run } from '../text/blocks';
import { declarationOf, headLine, summaryLine, whereToDeclare, type Mention } from './hoverParts';

/** A control: what it is in each edition, and the techniques that it mitigates, by tactic. */
export function controlBlocks(analysis: Analysis, mention: Mention, found: ControlFound): Block[] {
  const { knowledge } = analysis;
  const { framework, control, edition, id } = found;
  const isSettled = baseControlOf(id) === id && !isOpen(found, mention.edition);
  const domain = framework.domain(control.domain);
  return [
    headLine(nameWithTitles(found, mention.edition), [
      openPageLink(controlTarget(framework, id, edition)),
      ...linksOf(found),
    ]),
    ...(isSettled ? summaryLine(knowledge, control.key) : []),
    line([`${framework.name} control`, domain?.name ?? control.domain, numberedAs(found)].join(' · ')),
    ...enhancementBlocks(id),
    ...(mention.tail === undefined ? [] : [line(tailText(mention.tail, id))]),
    ...editionBlocks(analysis, mention, found),
    ...techniqueBlocks(knowledge, mention, found),
  ];
}

/** The mapping is of base controls alone. */
function enhancementBlocks(id: CanonicalId): Block[] {
  const base = baseControlOf(id);
  return base === id ? [] : [line(`An enhancement of ${base}. The techniques below are mapped to ${base}.`)];
}

/** The edition, and the ids of the others; or that all editions agree. */
function numberedAs({ framework, control, edition }: ControlFound): string {
  if (framework.editions.length === 1) return framework.label(edition);
  if (framework.editions.every(({ id }) => control.ids[id] === control.ids[edition]))
    return 'same ID in every edition';
  const others = framework.editions
    .filter(
      (other) => other.id !== edition && other.id !== MAPPING_EDITION && control.ids[other.id] !== undefined,
    )
    .map((other) => `${other.label}: ${control.ids[other.id] ?? ''}`);
  const own = edition === MAPPING_EDITION ? 'numbered as in the mapping file' : framework.label(edition);
  return [own, ...others].join(' · ');
}

function tailText(tail: string, id: CanonicalId): string {
  return tail.startsWith('.')
    ? `CAIQ question ${tail.slice(1)} on ${id}`
    : `Metric ${tail.slice(1)} of ${id}`;
}

/** The other reading, where the id means another control in another edition, and what made us choose. */
function editionBlocks(analysis: Analysis, mention: Mention, found: ControlFound): Block[] {
  const { framework, id, edition, otherReadings } = found;
  if (otherReadings.length === 0) return [];
  const declared = declarationOf(analysis, framework);
  const how =
    declared === undefined ? [] : [`Declare the edition ${whereToDeclare(analysis)}: `, code(declared)];
  if (mention.told?.has('ambiguous-edition')) return [notice('info', ...how)];
  const byTitle = new Map<string, string[]>();
  for (const reading of otherReadings) {
    const title = framework.title(reading.control, reading.edition);
    byTitle.set(title, [...(byTitle.get(title) ?? []), framework.label(reading.edition)]);
  }
  const readings = listed(
    [...byTitle].map(([title, editions]) => `in ${listed(editions)}, ${id} is ${title}`),
  );
  return [
    isOpen(found, mention.edition)
      ? notice(
          'info',
          `No edition is declared, so this is read as ${framework.label(edition)}. But ${readings}. `,
          ...how,
        )
      : notice('info', `${evidenceText(framework, mention)}${capitalized(readings)}.`),
  ];
}

/** What the document as a whole shows of its edition, where that is what decided. */
function evidenceText(framework: Framework, { edition }: Mention): string {
  const shown = edition && EVIDENCE[edition.source]?.(edition.text);
  return shown === undefined
    ? ''
    : `${shown}, so this is read as ${framework.label(edition?.edition ?? '')}. `;
}

const EVIDENCE: Readonly<Partial<Record<EditionSource, (text: string) => string>>> = {
  ids: (text) => `The document cites ${text}`,
  range: (text) => `The document has the range ${text}`,
  titles: (text) => `The document has “${text}”`,
  date: (text) => `The document is dated ${text}`,
};

function techniqueBlocks(
  knowledge: KnowledgeBase,
  { told }: Mention,
  { framework, control, assessment }: ControlFound,
): Block[] {
  if (assessment === 'mapped') return [techniqueTable(knowledge, framework, control)];
  if (told?.has('no-mapping')) return [];
  const why =
    assessment === 'non-mappable'
      ? ' The publisher considers this control outside the scope of ATT&CK.'
      : " The mapping file doesn't assess this control.";
  return [line(strong('No mapping.'), why)];
}

const MAX_IDS = 14;

/** One row a tactic, each technique under its first tactic only, so that none stands twice. */
function techniqueTable(knowledge: KnowledgeBase, framework: Framework, control: Control): Block {
  const { attack } = knowledge;
  const rows = framework.techniquesOf(control);
  const types = [...new Set(rows.map(({ type }) => type))];
  return {
    kind: 'table',
    head: ['Tactic', `${counted(rows.length, 'technique')} mapped to it (${types.join(', ')})`],
    rows: byTactic(knowledge, framework.mapping, rows).map(([tactic, runs]) => {
      const name = tactic === undefined ? 'Other' : attack.name(tactic, framework.mapping.attackVersion);
      const rest = runs.length - MAX_IDS;
      const more = rest > 0 ? [{ text: ` and ${rest} more` }] : [];
      return [[{ text: name }], [...joined(runs.slice(0, MAX_IDS), ', '), ...more]];
    }),
  };
}

/** Links to techniques, by tactics in the order of ATT&CK. */
function byTactic(
  { attack }: KnowledgeBase,
  { attackVersion }: MappingSource,
  rows: readonly MappingRecord[],
): [CanonicalId | undefined, Run[]][] {
  const groups = new Map<CanonicalId | undefined, Run[]>();
  for (const { technique } of rows) {
    if (technique === undefined) continue;
    const facts = attack.at(technique, attackVersion);
    const tactic = facts?.tactics[0];
    const run = link(technique, attackUrl(technique as CanonicalId, facts?.kind ?? 'technique'), facts?.name);
    groups.set(tactic, [...(groups.get(tactic) ?? []), run]);
  }
  const order =
    attack.releases.find((release) => release.domain === 'enterprise' && release.version === attackVersion)
      ?.tactics ?? [];
  return [...groups].sort(([a], [b]) => order.indexOf(a ?? '') - order.indexOf(b ?? ''));
}

/** The explorer knows a control by the id of the mapping file. */
function linksOf({ framework, control, id }: ControlFound): Run[] {
  const page = framework.pageOf(control);
  const mappingId = control.ids[framework.mappingEdition];
  if (page === undefined || mappingId === undefined) return [];
  const title =
    mappingId === baseControlOf(id)
      ? 'View in Mappings Explorer'
      : `View in Mappings Explorer (as ${mappingId})`;
  return [link(title, page, 'Comments and references of each mapping')];
}
