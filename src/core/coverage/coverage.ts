import type { Framework } from '../knowledge/framework';
import type { EditionOf, KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Analysis } from '../analysis/analysis';
import type { Settings } from '../settings/settings';
import { majorityEdition } from '../analysis/citations';
import { controlLines, type ControlLine } from './controls';
import { coverageInput, type CoverageInput } from '../analysis/occurrences';
import { sumOf, type CoverageSum } from './sum';
import { techniqueLines, type TechniqueLine, type UnjudgedId } from './techniques';

/** The techniques that documents name against the controls that they cite. */
export interface Coverage {
  readonly knowledge: KnowledgeBase;
  /** Sorted. */
  readonly paths: () => readonly string[];
  /** The frameworks that are counted: those whose controls are cited, else the first. */
  readonly frameworks: readonly Framework[];
  /** The edition that the controls of a framework are numbered in. */
  readonly editionOf: EditionOf;
  /** The ATT&CK version that techniques are judged by. */
  readonly attackVersion: string;
  /** By id. A parent and its sub-techniques are techniques of their own. */
  readonly techniques: readonly TechniqueLine[];
  /** Every control that is cited, or mapped to a technique that is named; by id. */
  readonly controls: readonly ControlLine[];
  /** Ids of techniques that the data cannot judge; by id. */
  readonly unjudged: readonly UnjudgedId[];
  readonly counts: CoverageCounts;
}

export interface CoverageCounts {
  readonly documents: number;
  readonly techniques: number;
  readonly addressed: number;
  readonly gaps: number;
  readonly withoutMappedControl: number;
  /** Controls that are cited; the next three add up to it. */
  readonly controls: number;
  readonly addressing: number;
  readonly unneeded: number;
  readonly withoutMapping: number;
}

/** The settings that coverage depends on. */
export type CoverageSettings = Pick<Settings, 'frameworks' | 'enabledFrameworks' | 'attackVersion'>;

/** The same for the same documents, in whatever order they come. */
export function coverageOf(
  knowledge: KnowledgeBase,
  documents: readonly CoverageInput[],
  settings: CoverageSettings,
): Coverage {
  return coverageOfSum(knowledge, sumOf(documents), settings);
}

/** All coverage is counted here: of a document, of files and of a workspace. */
export function coverageOfSum(
  knowledge: KnowledgeBase,
  sum: CoverageSum,
  settings: CoverageSettings,
): Coverage {
  const enabled = knowledge.only(settings.enabledFrameworks);
  const frameworks = countedFrameworks(enabled, sum);
  const counted = enabled.only(frameworks.map(({ key }) => key));
  const editionOf: EditionOf = (framework) => majorityEdition(framework, settings, sum.votes);
  const { techniques, unjudged } = techniqueLines(counted, sum, settings.attackVersion);
  const controls = controlLines(counted, sum, techniques, editionOf);
  return {
    knowledge: counted,
    paths: sum.paths,
    frameworks,
    editionOf,
    attackVersion: settings.attackVersion ?? knowledge.attack.newest(),
    techniques,
    controls,
    unjudged,
    counts: countsOf(sum.documents, techniques, controls),
  };
}

/** Those with a cited control, else those with an edition that is declared, else the first. */
function countedFrameworks(knowledge: KnowledgeBase, { controls, votes }: CoverageSum): readonly Framework[] {
  const all = [...knowledge.frameworks.values()];
  const keys = new Set([...controls.keys()].map((key) => knowledge.controlOf(key)?.framework.key));
  const cited = all.filter(({ key }) => keys.has(key));
  if (cited.length > 0) return cited;
  const declared = all.filter(({ key }) => votes.has(key));
  return declared.length > 0 ? declared : [knowledge.first];
}

/** Of one document by itself. */
export function documentCoverage(analysis: Analysis, path = ''): Coverage {
  return analysis.once(readCoverage, path);
}

function readCoverage(analysis: Analysis, path: string): Coverage {
  return coverageOf(analysis.knowledge, [coverageInput(analysis, path)], analysis.settings);
}

function countsOf(
  documents: number,
  techniques: readonly TechniqueLine[],
  controls: readonly ControlLine[],
): CoverageCounts {
  const inState = (state: TechniqueLine['state']): number =>
    techniques.filter((technique) => technique.state === state).length;
  const inRole = (role: ControlLine['role']): number =>
    controls.filter((control) => control.role === role).length;
  return {
    documents,
    techniques: techniques.length,
    addressed: inState('addressed'),
    gaps: inState('gap'),
    withoutMappedControl: inState('no-mapped-control'),
    controls: controls.length - inRole('not-cited'),
    addressing: inRole('addressing'),
    unneeded: inRole('unneeded'),
    withoutMapping: inRole('without-mapping'),
  };
}
