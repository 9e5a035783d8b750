import { STATE_WORDS } from '../coverage/words';
import { TECHNIQUE_STATES, type TechniqueState } from '../coverage/techniques';
import { listed } from '../text/message';
import { basis, countSentences, mappedSentence, missingOf, remarkOf, titleOf } from './phrases';
import type { CoverageReport, ReportMappedTechnique, ReportTechnique } from './report';

/** The layer format that the ATT&CK Navigator publishes as `layers/spec/v4.5/layerformat.md`; what we write of it. */
export interface NavigatorLayer {
  readonly name: string;
  readonly versions: { readonly attack: string; readonly navigator: string; readonly layer: string };
  readonly domain: 'enterprise-attack';
  readonly description: string;
  readonly sorting: 0;
  readonly layout: {
    readonly layout: 'side';
    readonly showID: boolean;
    readonly showName: boolean;
    readonly expandedSubtechniques: 'annotated';
  };
  readonly hideDisabled: boolean;
  readonly techniques: readonly NavigatorTechnique[];
  readonly gradient: {
    readonly colors: readonly string[];
    readonly minValue: number;
    readonly maxValue: number;
  };
  readonly legendItems: readonly { readonly label: string; readonly color: string }[];
  readonly metadata: readonly NavigatorMetadata[];
  readonly selectSubtechniquesWithParent: boolean;
}

/** Without a tactic: it is shown below each of its tactics. */
export interface NavigatorTechnique {
  readonly techniqueID: string;
  /** Percent of the mapped controls that are cited; techniques without mapped controls have none. */
  readonly score?: number;
  readonly color: string;
  readonly comment: string;
  readonly enabled: true;
  readonly metadata: readonly NavigatorMetadata[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

interface NavigatorMetadata {
  readonly name: string;
  readonly value: string;
}

const LAYER_VERSION = '4.5';
/** The format asks for 4.9.0 or later. */
const NAVIGATOR_VERSION = '4.9.1';

/** To be told apart with any color vision, and from the white of techniques that are not named. */
const COLORS: Readonly<Record<TechniqueState, string>> = {
  addressed: '#56b4e9',
  gap: '#e69f00',
  'no-mapped-control': '#bdbdbd',
};

/**
 * A layer of the enterprise matrix. Techniques of other matrices, and those that the Navigator does not show because
 * they were revoked or deprecated, are left out, and the description names them.
 */
export function navigatorLayer(report: CoverageReport): NavigatorLayer {
  const { counts, versions } = report;
  const shown = report.techniques.filter(isInMatrix);
  const metadata: readonly (readonly [string, number])[] = [
    ['Techniques', counts.techniques],
    ['Addressed by a cited control', counts.addressed],
    ['Open', counts.gaps],
    ['Without mapped controls', counts.withoutMappedControl],
    ['Not in this layer', counts.techniques - shown.length],
    ['Controls cited', counts.controls],
  ];
  return {
    name: titleOf(report),
    versions: {
      attack: versions.attack.split('.')[0] ?? '',
      navigator: NAVIGATOR_VERSION,
      layer: LAYER_VERSION,
    },
    domain: 'enterprise-attack',
    description: descriptionOf(report),
    sorting: 0,
    layout: { layout: 'side', showID: true, showName: true, expandedSubtechniques: 'annotated' },
    hideDisabled: false,
    techniques: shown.map(toTechnique),
    gradient: { colors: [COLORS.gap, COLORS.addressed], minValue: 0, maxValue: 100 },
    legendItems: TECHNIQUE_STATES.map((state) => ({
      label: STATE_WORDS[state],
      color: COLORS[state],
    })),
    metadata: metadata.map(([name, value]) => ({ name, value: String(value) })),
    selectSubtechniquesWithParent: false,
  };
}

export function navigatorReport(report: CoverageReport): string {
  return `${JSON.stringify(navigatorLayer(report), null, 2)}\n`;
}

function isInMatrix({ domains, status }: Pick<ReportTechnique, 'domains' | 'status'>): boolean {
  return domains.includes('enterprise') && status === 'current';
}

function descriptionOf(report: CoverageReport): string {
  const others = report.techniques.filter((technique) => !isInMatrix(technique));
  const parts = [...countSentences(report).map((sentence) => `${sentence}.`), basis(report), report.caveat];
  if (others.length > 0) {
    const names = others.map((each) => `${each.id} (${remarkOf(each)}: ${STATE_WORDS[each.state]})`);
    parts.push(`Not in this layer, which shows the enterprise matrix: ${listed(names)}.`);
  }
  return parts.join('\n');
}

function toTechnique(technique: ReportTechnique): NavigatorTechnique {
  const { id, state, mapped, cited, written, places, url } = technique;
  const others = written.filter((each) => each !== id);
  const metadata: readonly (readonly [string, string])[] = [
    ['Cited', cited.join(', ')],
    ['Mapped, not cited', missingOf(technique).join(', ')],
    ['Written', others.join(', ')],
    ['Named in', placesText(places)],
  ];
  return {
    techniqueID: id,
    ...(mapped.length > 0 ? { score: Math.round((100 * cited.length) / mapped.length) } : {}),
    color: COLORS[state],
    comment: commentOf(technique),
    enabled: true,
    metadata: metadata.flatMap(([name, value]) => (value === '' ? [] : [{ name, value }])),
    links: [{ label: 'MITRE ATT&CK', url }],
  };
}

/** The Navigator shows it in a tooltip. */
const MOST_PLACES = 10;

function placesText(places: ReportTechnique['places']): string {
  const shown = places.slice(0, MOST_PLACES).map(({ path, line }) => `${path}:${line + 1}`);
  const more = places.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

function commentOf({ state, mapped, cited }: ReportTechnique): string {
  if (state === 'no-mapped-control') return 'No control is mapped to this technique.';
  if (state === 'gap') return `Open: none of the ${mapped.length} mapped controls is cited.`;
  return `Addressed by a cited control: ${cited.length} of ${mapped.length} mapped controls cited.`;
}

const MAPPED = '#56b4e9';
const MAPPED_AND_NAMED = '#0072b2';

/** A second layer, to compare with the first: every technique that a cited control is mapped to. */
export function mappedLayer(report: CoverageReport): NavigatorLayer {
  const shown = report.mappedTo.filter(isInMatrix);
  return {
    ...navigatorLayer(report),
    name: `Techniques that cited controls are mapped to: ${report.title}`,
    description: [`${mappedSentence(report)}.`, basis(report), report.caveat].join('\n'),
    techniques: shown.map(toMappedTechnique),
    gradient: { colors: ['#ffffff', MAPPED], minValue: 0, maxValue: Math.max(1, ...shown.map(scoreOf)) },
    legendItems: [
      { label: 'a cited control is mapped to it', color: MAPPED },
      { label: 'and a document names it', color: MAPPED_AND_NAMED },
    ],
    metadata: [{ name: 'Techniques', value: String(report.mappedTo.length) }],
  };
}

function scoreOf({ controls }: ReportMappedTechnique): number {
  return controls.length;
}

function toMappedTechnique(technique: ReportMappedTechnique): NavigatorTechnique {
  const { id, controls, documents, isNamed, url } = technique;
  const shown = documents.slice(0, MOST_PLACES).join(', ');
  const more = documents.length - MOST_PLACES;
  return {
    techniqueID: id,
    score: scoreOf(technique),
    color: isNamed ? MAPPED_AND_NAMED : MAPPED,
    comment: `Cited controls that are mapped to it: ${controls.join(', ')}.`,
    enabled: true,
    metadata: [{ name: 'Cited in', value: more > 0 ? `${shown} and ${more} more` : shown }],
    links: [{ label: 'MITRE ATT&CK', url }],
  };
}
