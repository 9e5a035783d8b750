import type { Reference } from '../recognition/reference';
import { standingOf, subjectOf, type Subject } from '../resolution/subject';
import { message } from '../text/message';
import { citedControl } from '../analysis/citations';
import { GROUPS, type DocumentScene } from './scene';
import { ICONS, STANDING_ICONS } from './icons';
import type { NodeIcon, TreeNode } from './node';
import { thingNode } from './things';
import { beside, STANDING_WORDS, timesWords } from './words';

/** What a document names that is no technique or control which coverage counts, by what it is. */
export function othersOf({ analysis, coverage }: DocumentScene): [Subject, Reference[]][] {
  const counted = new Set(coverage.techniques.flatMap(({ written }) => written));
  const others = new Map<Subject, Reference[]>();
  for (const reference of analysis.references) {
    if (reference.certainty === 'doubtful' || counted.has(reference.id)) continue;
    const resolution = analysis.resolve(reference);
    if (citedControl(resolution)) continue;
    const subject = subjectOf(resolution);
    others.set(subject, [...(others.get(subject) ?? []), reference]);
  }
  return [...others];
}

/** In order of place: tactics and mitigations, ids that nobody knows, ids of other frameworks. */
export function otherNodes(scene: DocumentScene): TreeNode[] {
  return othersOf(scene).flatMap(([subject, references]) => {
    const [first] = references;
    return first ? [otherNode(scene, subject, first, references.length)] : [];
  });
}

function otherNode(
  { analysis, uri }: DocumentScene,
  subject: Subject,
  first: Reference,
  times: number,
): TreeNode {
  const { document, settings } = analysis;
  const standing = standingOf(analysis.resolve(first));
  const thing = { id: first.id, edition: first.edition?.edition };
  const state = message(STANDING_WORDS[standing]);
  return thingNode(analysis.counted, `${GROUPS.others}/${subject}`, thing, {
    version: settings.attackVersion,
    description: beside(message(first.family === 'attack' ? first.kind : ''), state, timesWords(times)),
    icon: KIND_ICONS[first.kind] ?? STANDING_ICONS[standing],
    place: { uri, range: document.lines.rangeOf(first.span) },
  });
}

const KIND_ICONS: Readonly<Partial<Record<Reference['kind'], NodeIcon>>> = {
  tactic: ICONS.tactic,
  mitigation: ICONS.mitigation,
  group: ICONS.other,
  software: ICONS.other,
  campaign: ICONS.other,
};
