import type { Analysis } from '../analysis/analysis';
import type { CanonicalId } from '../identifiers/grammar';
import { MAPPING_EDITION, type Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { MappingRecord } from '../knowledge/records';
import { attackUrl, explorerControlUrl } from '../knowledge/urls';
import type { Reference } from '../references/reference';
import type { ControlFound } from '../resolution/resolve';
import { capitalized, counted, listed } from '../text/message';
import { code, joined, line, link, notice, RULE, strong, type Block, type Run } from './blocks';
import { declaration, whereToDeclare } from './hoverParts';

/** What a reference adds to the control that it names; nothing where a control is told of without one. */
export type Mention = Partial<Pick<Reference, 'tail' | 'edition'>>;

/** A control: what it is in each edition, and the techniques that it mitigates, by tactic. */
export function controlBlocks(analysis: Analysis, reference: Mention, found: ControlFound): Block[] {
  const { knowledge } = analysis;
  const { ccm } = knowledge;
  const { control, edition, id } = found;
  const domain = ccm.domain(control.domain);
  return [
    line(strong(`${id} ${ccm.title(control, edition)}`)),
    line(`${ccm.name} control · ${domain?.name ?? control.domain} · ${numberedAs(ccm, found)}`),
    ...(reference.tail === undefined ? [] : [line(tailText(reference.tail, id))]),
    ...editionBlocks(analysis, reference, found),
    ...linkLines(ccm, found),
    RULE,
    ...techniqueLines(knowledge, found),
  ];
}

/** `CCM 4.1 · CCM 4.0: IAM-14`, or that all editions agree. */
function numberedAs(ccm: Framework, { control, edition }: ControlFound): string {
  if (ccm.editions.every(({ id }) => control.ids[id] === control.ids[edition]))
    return 'the same id in every edition';
  const others = ccm.editions
    .filter(
      (other) => other.id !== edition && other.id !== MAPPING_EDITION && control.ids[other.id] !== undefined,
    )
    .map((other) => `${other.label}: ${control.ids[other.id] ?? ''}`);
  const own = edition === MAPPING_EDITION ? 'numbered as in the mapping file' : ccm.label(edition);
  return [own, ...others].join(' · ');
}

function tailText(tail: string, id: CanonicalId): string {
  return tail.startsWith('.')
    ? `Question ${tail.slice(1)} of the CAIQ on ${id}`
    : `Metric ${tail.slice(1)} of ${id}`;
}

/** The other reading, where the id means another control in another edition, and what made us choose. */
function editionBlocks(
  analysis: Analysis,
  reference: Mention,
  { id, edition, otherReadings }: ControlFound,
): Block[] {
  if (otherReadings.length === 0) return [];
  const { ccm } = analysis.knowledge;
  const newest = ccm.published[0]?.id ?? edition;
  const byTitle = new Map<string, string[]>();
  for (const reading of otherReadings) {
    const title = ccm.title(reading.control, reading.edition);
    byTitle.set(title, [...(byTitle.get(title) ?? []), ccm.label(reading.edition)]);
  }
  const readings = [...byTitle].map(([title, editions]) => `in ${listed(editions)}, ${id} is ${title}`);
  const isUndeclared = reference.edition?.source === 'default';
  return [
    isUndeclared
      ? notice(
          'info',
          `No edition is declared, so this is ${ccm.label(edition)}. But `,
          listed(readings),
          `. Declare the edition ${whereToDeclare(analysis)}: `,
          code(declaration(analysis, newest)),
        )
      : notice('info', `${capitalized(listed(readings))}.`),
  ];
}

function techniqueLines(knowledge: KnowledgeBase, { control, assessment }: ControlFound): Block[] {
  const { ccm } = knowledge;
  switch (assessment) {
    case 'non-mappable':
      return [
        line(strong('No mapping.'), ' The publisher holds this control to be outside the scope of ATT&CK.'),
      ];
    case 'not-assessed':
      return [line(strong('No mapping.'), ' The mapping file does not assess this control.')];
    case 'mapped': {
      const rows = ccm.techniquesOf(control);
      const types = [...new Set(rows.map(({ type }) => type))];
      return [
        line(strong(`${counted(rows.length, 'technique')} mapped to it`), ` (${types.join(', ')})`),
        ...byTactic(knowledge, rows),
      ];
    }
  }
}

const MOST_IDS = 14;

/** One line a tactic, each technique under its first tactic only, so that none stands twice. */
function byTactic(knowledge: KnowledgeBase, rows: readonly MappingRecord[]): Block[] {
  const { attack, ccm } = knowledge;
  const groups = new Map<CanonicalId | undefined, Run[]>();
  for (const { technique } of rows) {
    if (technique === undefined) continue;
    const facts = attack.at(technique, ccm.mapping.attackVersion);
    const tactic = facts?.tactics[0];
    const run = link(technique, attackUrl(technique as CanonicalId, facts?.kind ?? 'technique'), facts?.name);
    groups.set(tactic, [...(groups.get(tactic) ?? []), run]);
  }
  const order =
    attack.releases.find(
      (release) => release.domain === 'enterprise' && release.version === ccm.mapping.attackVersion,
    )?.tactics ?? [];
  const sorted = [...groups].sort(([a], [b]) => order.indexOf(a ?? '') - order.indexOf(b ?? ''));
  return sorted.map(([tactic, runs]) => {
    const name = tactic === undefined ? 'Other' : attack.name(tactic, ccm.mapping.attackVersion);
    const rest = runs.length - MOST_IDS;
    return line(`${name}: `, ...joined(runs.slice(0, MOST_IDS), ', '), rest > 0 ? ` and ${rest} more` : '');
  });
}

/** The explorer knows a control by the id of the mapping file. */
function linkLines(ccm: Framework, { control, id }: ControlFound): Block[] {
  const mappingId = control.ids[MAPPING_EDITION];
  if (mappingId === undefined) return [];
  return [
    line(
      link(
        mappingId === id ? 'View in Mappings Explorer' : `View in Mappings Explorer (there ${mappingId})`,
        explorerControlUrl(mappingId, ccm.mapping),
        'Comments and references of each mapping',
      ),
    ),
  ];
}
