import { canonicalId } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { ImportedSource } from '../knowledge/publisherTexts';
import { changedIds, type FactChanges } from '../publisher/facts/changes';
import type { Generation, StoreState } from '../publisher/store/state';
import { changesSentence } from '../publisher/summary';
import { attackSubject, controlSubject, type Subject } from '../resolution/subject';
import { heading, joined, line, link, type Block, type Run } from '../text/blocks';
import { counted } from '../text/message';
import { attackRun, controlRun, type PagePlace, type PageScene } from './pageScene';

const MAX_ROWS = 200;

/** The page of what was imported: from whom, under which terms, and what the last import changed. */
export function importedBlocks(scene: PageScene, { current, previous, canRollBack }: StoreState): Block[] {
  return [
    heading(1, 'Publisher texts'),
    ...(current ? sourceBlocks(current) : [line('Only the bundled data is in use.')]),
    ...(canRollBack ? [line(`Roll Back goes back to ${generationText(previous)}.`)] : []),
    ...(current ? changeBlocks(scene, current.changes) : []),
  ];
}

/** What a change is about, in this workspace. */
export interface Touched {
  readonly subject: Subject;
  readonly run: Run;
}

/** Everything that the changes are about, as the index knows it. */
export function touchedBy(scene: PageScene, changes: FactChanges): Touched[] {
  const { attack, controls } = changedIds(changes);
  return [
    ...attack.map((id) => ({
      subject: attackSubject(canonicalId(id)),
      run: attackRun(scene, canonicalId(id)),
    })),
    ...controls.flatMap((key) => touchedControl(scene, key) ?? []),
  ];
}

function touchedControl(scene: PageScene, key: string): Touched | undefined {
  const found = scene.knowledge.controlOf(key);
  if (!found) return undefined;
  const { framework, control } = found;
  const edition = framework.editionWith(control, scene.editionOf(framework));
  return {
    subject: controlSubject(framework.key, key),
    run: controlRun(scene, framework, control, edition),
  };
}

/** Number of places of a workspace that name what the changes are about. */
export function touchedPlaces(
  knowledge: KnowledgeBase,
  changes: FactChanges,
  placesOf: (subject: Subject) => number,
): number {
  const { attack, controls } = changedIds(changes);
  const subjects = [
    ...attack.map((id) => attackSubject(canonicalId(id))),
    ...controls.flatMap((key) => {
      const found = knowledge.controlOf(key);
      return found ? [controlSubject(found.framework.key, key)] : [];
    }),
  ];
  return subjects.reduce((sum, subject) => sum + placesOf(subject), 0);
}

function generationText(generation: Generation | null): string {
  return generation ? `what was imported on ${generation.imported.slice(0, 10)}` : 'the bundled data';
}

function sourceBlocks({ imported, sources }: Generation): Block[] {
  return [
    line(`Imported on ${imported.slice(0, 10)}. These texts belong to their publishers.`),
    {
      kind: 'table',
      head: ['Source', 'Date', 'Records', 'Texts', 'Publisher', 'Terms'],
      rows: sources.map(sourceRow),
    },
  ];
}

function sourceRow({ title, date, records, texts, publisher, licence, licenceUrl }: ImportedSource): Run[][] {
  const cells = [title, date, String(records), String(texts), `© ${publisher}`].map((text) => [{ text }]);
  return [...cells, [link(licence, licenceUrl)]];
}

function changeBlocks(scene: PageScene, changes: FactChanges): Block[] {
  const { added, renamed, ended } = changes;
  const id = (each: { readonly id: string }): Run => attackRun(scene, canonicalId(each.id));
  return [
    heading(2, 'What the last import changed'),
    line(changesSentence(changes)),
    ...table(['New ID'], added, (each) => [[id(each)]]),
    ...table(['Renamed', 'Name before'], renamed, (each) => [[id(each)], [{ text: each.before }]]),
    ...table(['Revoked or deprecated', 'Status', 'Now'], ended, (each) => [
      [id(each)],
      [{ text: each.status }],
      joined(
        each.successors.map((successor) => attackRun(scene, canonicalId(successor))),
        ', ',
      ),
    ]),
    ...placeBlocks(scene, changes),
  ];
}

function table<T>(head: readonly string[], all: readonly T[], rowOf: (one: T) => Run[][]): Block[] {
  if (all.length === 0) return [];
  const rest = all.length - MAX_ROWS;
  return [
    { kind: 'table', head, rows: all.slice(0, MAX_ROWS).map(rowOf) },
    ...(rest > 0 ? [line(`and ${rest} more`)] : []),
  ];
}

/** Where this workspace names what changed. */
function placeBlocks(scene: PageScene, changes: FactChanges): Block[] {
  const { placesOf } = scene;
  if (!placesOf) return [];
  const touched = touchedBy(scene, changes)
    .map(({ subject, run }) => ({ run, places: placesOf(subject) }))
    .filter(({ places }) => places.length > 0);
  const title = heading(2, 'In this workspace');
  if (touched.length === 0) return [title, line('No document that was read names what changed.')];
  return [
    title,
    ...table(['What changed', 'Places'], touched, ({ run, places }) => [[run], placeRuns(places)]),
  ];
}

const MAX_PLACES = 20;

function placeRuns(places: readonly PagePlace[]): Run[] {
  const shown = places.slice(0, MAX_PLACES).map(({ path, line: at, href }): Run => {
    const text = `${path}:${at}`;
    return href === undefined ? { text } : link(text, href);
  });
  const rest = places.length - shown.length;
  return [...joined(shown, ', '), ...(rest > 0 ? [{ text: ` and ${counted(rest, 'more place')}` }] : [])];
}
