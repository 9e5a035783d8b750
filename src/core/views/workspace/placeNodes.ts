import { ICONS } from '../icons';
import { inParts, verbatim, type TreeNode } from '../node';
import { beside, timesWords } from '../words';
import { message, type Message } from '../../text/message';
import type { Located } from '../../index/workspaceIndex';
import type { WorkspaceTreeInput } from './treeInput';

type Paths = Pick<WorkspaceTreeInput, 'pathOf'>;

/** The documents of some references, each with its places; one that has a single place is that place. */
export function documentNodes(input: Paths, parent: string, references: readonly Located[]): TreeNode[] {
  const byUri = new Map<string, Located[]>();
  for (const each of references) {
    const known = byUri.get(each.uri);
    if (known) known.push(each);
    else byUri.set(each.uri, [each]);
  }
  const nameOf = ([uri]: readonly [string, unknown]): string => fileNameOf(input.pathOf(uri));
  return inParts(parent, [...byUri], ([uri, places]) => documentNode(input, parent, uri, places), nameOf);
}

function documentNode(input: Paths, parent: string, uri: string, places: readonly Located[]): TreeNode {
  const id = `${parent}/${uri}`;
  const path = input.pathOf(uri);
  const [first] = places;
  return {
    id,
    label: verbatim(fileNameOf(path)),
    description: beside(
      places.length > 1 ? timesWords(places.length) : lineWords(first),
      verbatim(folderOf(path)),
    ),
    icon: ICONS.document,
    place: first && { uri, range: first.range },
    ...(places.length > 1 && { children: () => placeNodes(id, places) }),
  };
}

/** A place for each reference, as its document writes the id. */
export function placeNodes(parent: string, places: readonly Located[]): TreeNode[] {
  return places.map(({ uri, range, meaning }, nth) => ({
    id: `${parent}/${nth}`,
    label: message('Line {0}', String(range.start.line + 1)),
    description: verbatim(meaning.id),
    icon: ICONS.place,
    place: { uri, range },
  }));
}

function lineWords(place: Located | undefined): Message | undefined {
  return place && message('line {0}', String(place.range.start.line + 1));
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
