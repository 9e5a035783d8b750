import { baseControlOf, canonicalId, parentOf, type CanonicalId } from '../identifiers/grammar';
import type { Control, EditionId, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { attackUrl } from '../knowledge/urls';
import { resolve } from '../resolution/resolve';
import { capitalized, counted, message, type Message } from '../text/message';
import { line, notice, strong, type Block } from '../text/blocks';
import { explorerPage } from '../explain/explain';
import { summaryLine } from '../hover/hoverParts';
import { pageOf } from '../links/links';
import { unresolvedText } from '../resolution/unresolved';
import { countByFramework, type MitigatingControl } from '../resolution/mitigating';
import type { Thing, TreeNode } from './node';

/** The name of a technique with its parent's, as MITRE writes it: `Remote Services: Cloud Services`. */
function attackName({ attack }: KnowledgeBase, id: CanonicalId, version?: string): string {
  const name = attack.has(id) ? attack.name(id, version) : '';
  const parent = parentOf(id);
  return parent !== id && attack.has(parent) && name !== ''
    ? `${attack.name(parent, version)}: ${name}`
    : name;
}

/** `T1021.007 Cloud Services`; the id alone where it has no name. The side bar is narrow, and the tooltip tells more. */
export function attackLabel({ attack }: KnowledgeBase, id: CanonicalId, version?: string): Message {
  return named(id, attack.has(id) ? attack.name(id, version) : '');
}

export function named(id: string, name: string): Message {
  return name === '' ? message('{0}', id) : message('{0} {1}', id, name);
}

/** A control as an edition numbers it, or where it has none there, as the newest edition that has. */
export function controlThing(framework: Framework, control: Control, edition: EditionId): Thing {
  const chosen = framework.editionWith(control, edition);
  return { id: framework.id(control, chosen), edition: chosen };
}

/** What a node of something with an ID may have beyond what all of them have. */
interface More extends Partial<TreeNode> {
  /** The ATT&CK version that names it; the newest bundled one unless told. */
  readonly version?: string | undefined;
  /** What the tooltip says of it here. */
  readonly notes?: readonly Block[];
}

/** A node of something with an ID, with the label and the tooltip that every tree gives it. */
export function thingNode(
  knowledge: KnowledgeBase,
  id: string,
  thing: Thing,
  { version, notes = [], ...more }: More,
): TreeNode {
  const label = labelOf(knowledge, thing, version);
  return { id, label, tooltip: () => [...thingBlocks(knowledge, thing, version), ...notes], thing, ...more };
}

function labelOf(knowledge: KnowledgeBase, { id, edition }: Thing, version?: string): Message {
  const framework = edition === undefined ? undefined : knowledge.frameworkOf(id);
  const control = edition === undefined ? undefined : framework?.byId(edition, id);
  if (framework && control) return named(id, framework.title(control, edition));
  return attackLabel(knowledge, id, version);
}

export function attackThing(id: string): Thing {
  return { id: canonicalId(id), edition: undefined };
}

/** The pages of a thing at its publishers. */
export interface Pages {
  readonly attack: string | undefined;
  readonly explorer: string | undefined;
}

export function pagesOf(knowledge: KnowledgeBase, { id, edition }: Thing): Pages {
  const resolution = resolve(knowledge, id, edition);
  if (resolution.kind !== 'attack') return { attack: undefined, explorer: pageOf(resolution) };
  const { kind } = resolution.facts;
  const isTechnique = kind === 'technique' || kind === 'sub-technique';
  return {
    attack: attackUrl(id, kind),
    explorer: isTechnique ? (explorerPage(knowledge, id) ?? undefined) : undefined,
  };
}

/** What a tooltip tells: short, since the tree itself tells the rest. */
export function thingBlocks(knowledge: KnowledgeBase, { id, edition }: Thing, version?: string): Block[] {
  const { attack } = knowledge;
  const resolution = resolve(knowledge, id, edition, version);
  switch (resolution.kind) {
    case 'attack': {
      const { facts, controls } = resolution;
      const tactics = facts.tactics.map((each) => attack.name(each, version)).join(', ');
      const successors = facts.successors.map((each) => `${each} ${attack.name(each)}`).join(' or ');
      const fate = `${capitalized(facts.status)} in ATT&CK ${facts.statusVersion}${facts.statusOrEarlier ? ' or earlier' : ''}`;
      const isTechnique = facts.kind === 'technique' || facts.kind === 'sub-technique';
      return [
        line(strong(`${id} ${attackName(knowledge, id, version)}`)),
        ...summaryLine(knowledge, id),
        ...(facts.status === 'current'
          ? []
          : [notice('warning', successors ? `${fate}; now ${successors}.` : `${fate}.`)]),
        line([capitalized(facts.kind), tactics, facts.platforms.join(', ')].filter(Boolean).join(' · ')),
        ...(isTechnique ? [line(mappedControlsText(controls))] : []),
      ];
    }
    case 'control': {
      const { framework, control, assessment } = resolution;
      const domain = framework.domain(control.domain)?.name ?? control.domain;
      return [
        line(strong(framework.nameOf(id, control, resolution.edition))),
        ...(baseControlOf(id) === id ? summaryLine(knowledge, control.key) : []),
        line(`${framework.name} control · ${domain} · ${editionsText(framework, control)}`),
        line(
          assessment === 'mapped'
            ? mappedText(framework.techniquesOf(control).length, 'technique')
            : `${UNMAPPED_WORDS[assessment]}.`,
        ),
      ];
    }
    default:
      return [line(strong(id)), line(unresolvedText(knowledge, resolution))];
  }
}

/** In a sentence of its own. */
export const UNMAPPED_WORDS = {
  'non-mappable': 'No mapping: outside the scope of ATT&CK',
  'not-assessed': 'No mapping: not assessed',
} as const;

/** `7 controls mapped to it.`, of several frameworks with the number of each. */
function mappedControlsText(controls: readonly MitigatingControl[]): string {
  const counts = countByFramework(controls);
  if (counts.length < 2) return mappedText(controls.length, 'control');
  const parts = counts.map(({ framework, count }) => `${framework.name} ${count}`);
  return `${counted(controls.length, 'control')} mapped to it (${parts.join(', ')}).`;
}

function mappedText(count: number, kind: string): string {
  return count === 0 ? `No ${kind} is mapped to it.` : `${counted(count, kind)} mapped to it.`;
}

/** The editions that have a control, with its id in those that call it otherwise; `… only` for a single one of several. */
export function editionsText(framework: Framework, { ids }: Control): string {
  const { published } = framework;
  const having = published.filter(({ id }) => ids[id] !== undefined);
  const [first, ...rest] = having;
  if (!first) return framework.label(framework.mappingEdition);
  if (having.length === 1) return published.length > 1 ? `${first.label} only` : first.label;
  if (rest.every(({ id }) => ids[id] === ids[first.id])) return having.map((each) => each.label).join(', ');
  return [first.label, ...rest.map((each) => `${each.label}: ${ids[each.id] ?? ''}`)].join(' · ');
}
