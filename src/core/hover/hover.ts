import type { Analysis } from '../analysis/analysis';
import type { Framework } from '../knowledge/framework';
import type { Reference } from '../recognition/reference';
import { resolve, type Resolution } from '../resolution/resolve';
import { counted } from '../text/message';
import type { Span } from '../text/span';
import { line, strong, type Block } from '../text/blocks';
import { controlBlocks } from './hoverControl';
import { doubtBlocks } from './hoverDoubt';
import { techniqueBlocks } from './hoverTechnique';
import { dataFooter, footer, isTechnique, mentionOf, unknownBlocks, type Mention } from './hoverParts';

/** What a hover shows, and the text that it belongs to. */
export interface HoverContent {
  readonly span: Span;
  readonly blocks: readonly Block[];
}

const MAX_MEMBERS = 20;

/** The hover at an offset; undefined where nothing is referenced, or the problem there says it all. */
export function hoverAt(analysis: Analysis, offset: number): HoverContent | undefined {
  const references = analysis.referencesAt(offset);
  const [first] = references;
  if (!first) return undefined;
  const blocks = references.length > 1 ? rangeBlocks(analysis, references) : referenceBlocks(analysis, first);
  return blocks.length > 0 ? { span: first.span, blocks } : undefined;
}

function referenceBlocks(analysis: Analysis, reference: Reference): Block[] {
  const blocks = resolutionBlocks(analysis, analysis.resolve(reference), mentionOf(analysis, reference));
  return [...doubtBlocks(analysis, reference), ...blocks];
}

/** What is known of an id, for a document. */
export function resolutionBlocks(analysis: Analysis, resolution: Resolution, mention: Mention = {}): Block[] {
  const { knowledge } = analysis;
  switch (resolution.kind) {
    case 'attack': {
      const frameworks = [...analysis.counted.frameworks.values()];
      const blocks = techniqueBlocks(analysis, resolution, frameworks, mention);
      const isMapped = isTechnique(resolution.facts);
      return [...blocks, isMapped ? footer(knowledge, frameworks) : dataFooter(knowledge)];
    }
    case 'control':
      return [...controlBlocks(analysis, mention, resolution), footer(knowledge, [resolution.framework])];
    case 'other-edition': {
      const [reading] = resolution.readings;
      const there = reading && resolve(knowledge, resolution.id, reading.edition);
      const blocks =
        there?.kind === 'control' ? resolutionBlocks(analysis, there, { told: mention.told }) : [];
      return [...unknownBlocks(knowledge, resolution, mention), ...blocks];
    }
    default:
      return unknownBlocks(knowledge, resolution, mention);
  }
}

/** The members of a range that are not written out. */
function rangeBlocks(analysis: Analysis, members: readonly Reference[]): Block[] {
  const rows = members.slice(0, MAX_MEMBERS).map((member) => {
    const resolution = analysis.resolve(member);
    if (resolution.kind !== 'control') return [[{ text: member.id }], [{ text: '' }], [{ text: '' }]];
    const { framework } = resolution;
    const techniques = framework.techniquesOf(resolution.control).length;
    const state = techniques > 0 ? counted(techniques, 'technique') : 'no mapping';
    return [
      [{ text: member.id }],
      [{ text: framework.title(resolution.control, resolution.edition) }],
      [{ text: state }],
    ];
  });
  return [
    line(strong(`${counted(members.length, 'control')} within this range`)),
    { kind: 'table', head: ['Control', 'Title', 'Mitigates'], rows },
    footer(analysis.knowledge, frameworksOf(analysis, members)),
  ];
}

/** One, since a range is of one domain. */
function frameworksOf({ knowledge }: Analysis, [member]: readonly Reference[]): readonly Framework[] {
  return [(member && knowledge.frameworkOf(member.id)) ?? knowledge.first];
}
