import { mapInSteps, runSteps, type Steps } from '../text/steps';
import { compareIds } from '../knowledge/compareIds';
import type { Framework } from '../knowledge/framework';
import { attackUrl } from '../knowledge/urls';
import type { ControlLine } from '../coverage/controls';
import type { Coverage } from '../coverage/coverage';
import { REPORT_MARK } from '../analysis/occurrences';
import { mappedTechniques, type MappedTechnique, type Wanted } from '../coverage/mappedTo';
import { byDomain, byTactic, tacticsInOrder } from '../coverage/groups';
import { suggestionOf, type SuggestedControl } from '../coverage/suggestion';
import type { OccurrencePlace } from '../coverage/sum';
import type { TechniqueLine, UnjudgedId } from '../coverage/techniques';
import { CAVEAT } from '../coverage/words';
import {
  REPORT_FORMAT,
  type CoverageReport,
  type ReportControl,
  type ReportFramework,
  type ReportMappedTactic,
  type ReportMappedTechnique,
  type ReportPlace,
  type ReportSuggested,
  type ReportTechnique,
  type ReportUnjudged,
} from './report';

/** Coverage as plain data. `wanted` are the techniques that it is about, those that are mapped to what is cited included. It holds no date: the same documents give the same report. */
export function reportOf(coverage: Coverage, title?: string, wanted?: Wanted): CoverageReport {
  return runSteps(reportSteps(coverage, title, wanted));
}

/** The same in steps: the places of a large workspace are many. */
export function* reportSteps(coverage: Coverage, title?: string, wanted?: Wanted): Steps<CoverageReport> {
  const { attackVersion, counts } = coverage;
  const frameworks = coverage.frameworks.map((framework) => frameworkOf(coverage, framework));
  const [first] = frameworks;
  if (!first) throw new Error('A report counts at least one framework');
  const paths = coverage.paths();
  yield;
  const labels = new Map(coverage.controls.map((line) => [line.control.key, line.label]));
  const techniques = yield* mapInSteps(coverage.techniques, (line) => techniqueOf(line, labels));
  const controls = yield* mapInSteps(coverage.controls, controlOf);
  const unjudged = yield* mapInSteps(coverage.unjudged, unjudgedOf);
  const mappedTo = yield* mapInSteps(mappedTechniques(coverage, wanted), mappedTechniqueOf);
  const suggestion = suggestionOf(coverage);
  return {
    kind: REPORT_MARK,
    format: REPORT_FORMAT,
    caveat: CAVEAT,
    title: shortened(title ?? (paths.length === 1 ? (paths[0] ?? '') : `${paths.length} documents`)),
    documents: paths,
    edition: first.edition,
    frameworks,
    versions: {
      attack: attackVersion,
      mapping: first.mapping,
      mappingDate: first.mappingDate,
      mappingAttack: first.mappingAttack,
    },
    counts,
    techniques,
    controls,
    tactics: byTactic(coverage).map((group) => ({
      id: group.id ?? null,
      name: group.name,
      counts: group.counts,
      techniques: group.techniques.map(({ id }) => id),
    })),
    domains: byDomain(coverage).map((group) => ({
      code: group.code,
      name: group.name,
      framework: group.framework.name,
      counts: group.counts,
      controls: group.controls.map(({ label }) => label),
    })),
    mappedTo,
    mappedTactics: mappedTacticsOf(coverage, mappedTo),
    suggestion: {
      open: suggestion.open,
      steps: suggestion.steps.map(suggestedOf),
    },
    unjudged,
  };
}

function frameworkOf(coverage: Coverage, framework: Framework): ReportFramework {
  const edition = coverage.editionOf(framework);
  const own = coverage.controls.filter((line) => line.framework === framework);
  const inRole = (role: ControlLine['role']): number => own.filter((line) => line.role === role).length;
  const isAddressed = ({ cited }: TechniqueLine): boolean =>
    cited.some((each) => each.framework === framework);
  return {
    key: framework.key,
    name: framework.name,
    edition: { id: edition, label: framework.label(edition) },
    mapping: framework.mappedVersion,
    mappingDate: framework.mapping.updated,
    mappingAttack: framework.mapping.attackVersion,
    controls: own.length - inRole('not-cited'),
    addressing: inRole('addressing'),
    unneeded: inRole('unneeded'),
    withoutMapping: inRole('without-mapping'),
    addressed: coverage.techniques.filter(isAddressed).length,
  };
}

const MAX_TITLE = 200;

function shortened(title: string): string {
  return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE - 1)}…` : title;
}

function techniqueOf(line: TechniqueLine, labels: ReadonlyMap<string, string>): ReportTechnique {
  const { id, facts, state, written, mapped, cited, references, places } = line;
  const labelsOf = (controls: TechniqueLine['mapped']): string[] =>
    controls.map(({ control }) => labels.get(control.key) ?? control.key).sort(compareIds);
  return {
    id,
    name: facts.name,
    state,
    status: facts.status,
    domains: facts.domains,
    tactics: facts.tactics,
    written,
    mapped: labelsOf(mapped),
    cited: labelsOf(cited),
    mappedAs: mappedAsOf(line),
    references,
    places: places().map(placeOf),
    url: attackUrl(id, facts.kind),
  };
}

function mappedAsOf({ id, written, mapped }: TechniqueLine): string[] {
  const others = mapped.flatMap(({ via }) => (via && via !== id && !written.includes(via) ? via : []));
  return [...new Set(others)].sort();
}

function controlOf(line: ControlLine): ReportControl {
  const { label, id, edition, framework, title, domain, control, role, assessment } = line;
  return {
    label,
    id,
    edition,
    framework: framework.name,
    title,
    domain: domain?.code ?? control.domain,
    role,
    assessment,
    techniques: line.techniques,
    references: line.references,
    places: line.places().map(placeOf),
  };
}

function mappedTacticsOf(
  coverage: Coverage,
  mappedTo: readonly ReportMappedTechnique[],
): ReportMappedTactic[] {
  return tacticsInOrder(coverage).flatMap(({ id, name }) => {
    const own = mappedTo.filter(({ tactics }) => tactics.includes(id));
    const named = own.filter(({ isNamed }) => isNamed).length;
    return own.length > 0 ? [{ id, name, techniques: own.length, named }] : [];
  });
}

function mappedTechniqueOf({ id, facts, isNamed, controls, paths }: MappedTechnique): ReportMappedTechnique {
  const { name, tactics, domains, status, kind } = facts;
  return {
    id,
    name,
    tactics,
    domains,
    status,
    isNamed,
    controls: controls.map(({ label }) => label),
    documents: paths(),
    url: attackUrl(id, kind),
  };
}

function unjudgedOf({ id, reason, references, places }: UnjudgedId): ReportUnjudged {
  return { id, reason, references, places: places().map(placeOf) };
}

function suggestedOf({ control, addresses }: SuggestedControl): ReportSuggested {
  return { control: control.label, addresses };
}

function placeOf({ path, range }: OccurrencePlace): ReportPlace {
  return { path, line: range.start.line, character: range.start.character };
}
