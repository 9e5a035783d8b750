import { canonicalId } from '../identifiers/grammar';
import type { AttackFacts } from '../knowledge/attack';
import type { AttackChange } from '../knowledge/records';
import { heading, joined, type Block, type Run } from '../text/blocks';
import { capitalized, listed } from '../text/message';
import { attackRun, type PageScene } from './pageScene';

/** What happened to an ATT&CK object in the releases that are bundled, oldest first. */
export function timelineBlocks(scene: PageScene, { id }: AttackFacts): Block[] {
  const { attack } = scene.knowledge;
  const [first, ...later] = attack.history(id);
  if (!first) return [];
  const since = attack.since(id)?.orEarlier === true ? `${first.version} or earlier` : first.version;
  const rows: Run[][][] = [
    [[{ text: since }], firstRuns(scene, first)],
    ...later.flatMap((change, at) => {
      const known = Object.assign({}, ...attack.history(id).slice(0, at + 1)) as AttackChange;
      const runs = changeRuns(scene, known, change);
      return runs.length === 0 ? [] : [[[{ text: change.version }], joined(runs, ' ')]];
    }),
    ...attack.predecessors(id).map((old) => {
      const version = attack.at(old)?.statusVersion ?? '';
      return [[{ text: version }], [{ text: 'Takes the place of ' }, attackRun(scene, old), { text: '.' }]];
    }),
  ];
  return [heading(2, 'Timeline'), { kind: 'table', head: ['ATT&CK', 'What happened'], rows }];
}

function firstRuns(scene: PageScene, first: AttackChange): Run[] {
  const start = { text: `In ATT&CK as ${first.name ?? ''}.` };
  return first.status === undefined || first.status === 'current'
    ? [start]
    : joined([start, ...statusRuns(scene, first)], ' ');
}

/** Sentences on what a release changed. */
function changeRuns(scene: PageScene, before: AttackChange, change: AttackChange): Run[] {
  const { attack } = scene.knowledge;
  const name = (id: string): string => attack.name(id, change.version);
  const sentences = [
    change.name === undefined ? '' : `Renamed from ${before.name ?? ''} to ${change.name}.`,
    difference('Tactics', before.tactics, change.tactics, name),
    difference('Platforms', before.platforms, change.platforms, (each) => each),
    difference('ATT&CK mitigations', before.mitigations, change.mitigations, name),
  ];
  const runs = sentences.filter(Boolean).map((text) => ({ text }));
  return change.status === undefined ? runs : [...statusRuns(scene, change), ...runs];
}

function statusRuns(scene: PageScene, { status = 'current', successors = [] }: AttackChange): Run[] {
  if (status === 'current') return [{ text: 'Current again.' }];
  const runs = successors.map((id) => attackRun(scene, canonicalId(id)));
  if (runs.length === 0) return [{ text: `${capitalized(status)}.` }];
  return [{ text: `${capitalized(status)}; now` }, ...joined(runs, 'or')];
}

/** `Tactics: added Stealth, removed Defense Evasion.`; empty if nothing changed. */
function difference(
  what: string,
  before: readonly string[] = [],
  after: readonly string[] | undefined,
  name: (id: string) => string,
): string {
  if (after === undefined) return '';
  const added = after.filter((each) => !before.includes(each)).map(name);
  const removed = before.filter((each) => !after.includes(each)).map(name);
  const parts = [
    added.length === 0 ? '' : `added ${listed(added)}`,
    removed.length === 0 ? '' : `removed ${listed(removed)}`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `${what}: ${parts.join(', ')}.`;
}
