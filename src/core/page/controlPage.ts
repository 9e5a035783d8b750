import { baseControlOf, canonicalId, type CanonicalId } from '../identifiers/grammar';
import { MAPPING_EDITION, type EditionId, type Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { MappingRecord } from '../knowledge/records';
import { controlTarget } from '../links/pageTarget';
import type { ControlFound } from '../resolution/resolve';
import { heading, joined, line, link, strong, type Block, type Run } from '../text/blocks';
import { mappingTextBlocks } from './mappingTexts';
import { attackRun, controlRun, pageRun, summaryCell, type PageScene } from './pageScene';

/** The page of a control. */
export function controlBlocks(scene: PageScene, found: ControlFound): Block[] {
  const { framework, control, edition, id, assessment } = found;
  const { summaries } = scene.knowledge;
  const base = baseControlOf(id);
  const summary = base === id ? summaries.of(control.key) : undefined;
  const why = summaries.why(control.key);
  return [
    heading(1, framework.nameOf(id, control, edition)),
    ...(summary === undefined ? [] : [line(summary)]),
    ...factBlocks(scene, found),
    ...linkBlocks(found),
    ...editionBlocks(scene, found),
    ...(why === undefined ? [] : [heading(2, 'How it works against techniques'), line(why)]),
    heading(2, 'Mapped techniques'),
    ...(assessment === 'mapped' ? techniqueBlocks(scene, found) : [line(NO_MAPPING[assessment])]),
    ...mappingTextBlocks(scene),
  ];
}

const NO_MAPPING = {
  'non-mappable': 'No mapping. The publisher considers this control outside the scope of ATT&CK.',
  'not-assessed': "No mapping. The mapping file doesn't assess this control.",
} as const;

function factBlocks(scene: PageScene, { framework, control, edition, id }: ControlFound): Block[] {
  const base = baseControlOf(id);
  const domain = framework.domain(control.domain);
  return [
    line(strong('Control of:'), ` ${numberedAs(framework, edition)}`),
    line(
      strong('Domain:'),
      ` ${domain?.name ?? control.domain} (${domain?.codes?.[edition] ?? control.domain})`,
    ),
    ...(base === id
      ? []
      : [
          line(
            strong('Enhancement of:'),
            ' ',
            controlRun(scene, framework, control, edition),
            '. The mappings are those of that control.',
          ),
        ]),
  ];
}

/** The framework, with the edition that numbers the control. */
function numberedAs(framework: Framework, edition: EditionId): string {
  const how = edition === MAPPING_EDITION ? 'numbered as in the mapping file' : framework.label(edition);
  return `${framework.name} (${how})`;
}

function linkBlocks({ framework, control, id }: ControlFound): Block[] {
  const page = framework.pageOf(control);
  const mappingId = control.ids[framework.mappingEdition];
  if (page === undefined || mappingId === undefined) return [];
  const as = mappingId === baseControlOf(id) ? '' : ` (as ${mappingId})`;
  return [line(link(`View in Mappings Explorer${as}`, page))];
}

/** The control in every edition, and what its ID means in the others; nothing if there is one edition. */
function editionBlocks(scene: PageScene, { framework, control, id, otherReadings }: ControlFound): Block[] {
  if (framework.editions.length < 2) return [];
  const rows = framework.editions.map((edition): Run[][] => {
    const own = control.ids[edition.id];
    if (own === undefined)
      return [[{ text: edition.label }], [{ text: '' }], [{ text: 'not in this edition' }]];
    const target = controlTarget(framework, canonicalId(own), edition.id);
    const title = framework.title(control, edition.id);
    return [[{ text: edition.label }], [pageRun(scene, target, own)], [{ text: title }]];
  });
  const others = otherReadings.map((each) => controlRun(scene, framework, each.control, each.edition));
  return [
    heading(2, 'Editions'),
    { kind: 'table', head: ['Edition', 'ID', 'Title'], rows },
    ...(others.length === 0
      ? []
      : [line(strong(`${id} is another control elsewhere:`), ' ', ...joined(others, ' · '))]),
  ];
}

/** By tactic in the order of the matrix, each with how the control works there. A technique is listed under each. */
function techniqueBlocks(scene: PageScene, { framework, control }: ControlFound): Block[] {
  const { knowledge } = scene;
  const { attackVersion } = framework.mapping;
  const rows = framework.techniquesOf(control);
  const general = knowledge.summaries.why(control.key);
  return tacticsOf(knowledge, attackVersion, rows).flatMap(([tactic, own]) => {
    const why = knowledge.summaries.why(control.key, tactic);
    return [
      heading(3, `${knowledge.attack.name(tactic, attackVersion)} (${own.length})`),
      ...(why === undefined || why === general ? [] : [line(why)]),
      {
        kind: 'table' as const,
        head: ['Technique', 'What it is', 'Mapping type'],
        rows: own.map((row) => techniqueRow(scene, row, attackVersion)),
      },
    ];
  });
}

function techniqueRow(scene: PageScene, { technique = '', type }: MappingRecord, version: string): Run[][] {
  const id = canonicalId(technique);
  return [[attackRun(scene, id, version)], summaryCell(scene, id), [{ text: type }]];
}

function tacticsOf(
  { attack }: KnowledgeBase,
  version: string,
  rows: readonly MappingRecord[],
): [CanonicalId, MappingRecord[]][] {
  const order = attack.releaseOf('enterprise', version)?.tactics ?? [];
  return order.map(canonicalId).flatMap((tactic): [CanonicalId, MappingRecord[]][] => {
    const own = rows.filter(({ technique = '' }) => attack.at(technique, version)?.tactics.includes(tactic));
    return own.length === 0 ? [] : [[tactic, own]];
  });
}
