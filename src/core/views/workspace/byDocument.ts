import { ICONS, STANDING_ICONS } from '../icons';
import { inParts, verbatim, type TreeNode } from '../node';
import { thingNode } from '../things';
import { beside, STANDING_WORDS, timesWords } from '../words';
import type { Subject } from '../../resolution/subject';
import { message, type Message } from '../../text/message';
import { labelOf } from '../../symbols/workspaceSymbols';
import type { DocumentSummary, Located } from '../../index/workspaceIndex';
import { fileNameOf, placeNodes } from './placeNodes';
import { passes, type WorkspaceScene } from './scene';
import { stateOf, type State } from './subjects';

interface Pathed {
  readonly path: string;
  readonly summary: DocumentSummary;
}

/** The folders and documents that name anything; each document with what it names. */
export function documentRoots(scene: WorkspaceScene): TreeNode[] {
  const documents = scene.index
    .documents()
    .map((summary) => ({ summary, path: scene.pathOf(summary.uri) }))
    .filter(({ path }) => passes(scene.filter, path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return folderNodes(scene, '', documents);
}

/** What lies below a path that ends with `/`: its folders, and then its documents. */
function folderNodes(scene: WorkspaceScene, head: string, documents: readonly Pathed[]): TreeNode[] {
  const folders = new Map<string, Pathed[]>();
  const own: Pathed[] = [];
  for (const each of documents) {
    const slash = each.path.indexOf('/', head.length);
    const folder = each.path.slice(head.length, slash);
    if (slash < 0) own.push(each);
    else if (folders.get(folder)?.push(each) === undefined) folders.set(folder, [each]);
  }
  const nodes = [...folders].map(([name, below]) => folderNode(scene, head, name, below));
  const documentOf = ({ summary, path }: Pathed): TreeNode => documentNode(scene, path, summary);
  return [...nodes, ...inParts(`folder/${head}`, own, documentOf, ({ path }) => fileNameOf(path))];
}

/** A folder that holds nothing but a folder is shown together with it: `policies/cloud`. */
function folderNode(scene: WorkspaceScene, head: string, name: string, below: readonly Pathed[]): TreeNode {
  const deeper = onlyFolder(`${head}${name}/`, below);
  if (deeper !== undefined) return folderNode(scene, head, `${name}/${deeper}`, below);
  const references = below.reduce((sum, { summary }) => sum + summary.references, 0);
  return {
    id: `folder/${head}${name}`,
    label: verbatim(name),
    description: timesWords(references),
    icon: ICONS.folder,
    children: () => folderNodes(scene, `${head}${name}/`, below),
  };
}

function onlyFolder(head: string, below: readonly Pathed[]): string | undefined {
  const nextOf = ({ path }: Pathed): string =>
    path.slice(head.length, Math.max(0, path.indexOf('/', head.length)));
  const first = below[0] && nextOf(below[0]);
  return first && below.every((each) => nextOf(each) === first) ? first : undefined;
}

function documentNode(scene: WorkspaceScene, path: string, summary: DocumentSummary): TreeNode {
  const { uri } = summary;
  const id = `document/${uri}`;
  const start = { line: 0, character: 0 };
  return {
    id,
    label: verbatim(fileNameOf(path)),
    description: beside(...concerns(scene, uri), timesWords(summary.references)),
    icon: ICONS.document,
    place: { uri, range: { start, end: start } },
    children: () => subjectNodes(scene, id, uri),
  };
}

/** `2 unknown`, `1 out of date`: what a reader should look at. */
function concerns({ index }: WorkspaceScene, uri: string): (Message | undefined)[] {
  const states = index.referencesIn(uri).map(({ meaning }) => stateOf(meaning));
  const told = (state: State, template: string): Message | undefined => {
    const count = states.filter((each) => each === state).length;
    return count === 0 ? undefined : message(template, String(count));
  };
  return [
    told('no-mapping', '{0} without a mapping'),
    told('stale', '{0} out of date'),
    told('unknown', '{0} unknown'),
  ];
}

/** What a document names, in order of first place. */
function subjectNodes({ index, knowledge }: WorkspaceScene, parent: string, uri: string): TreeNode[] {
  const bySubject = new Map<Subject, Located[]>();
  for (const each of index.referencesIn(uri)) {
    const { subject } = each.meaning;
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), each]);
  }
  return [...bySubject].flatMap(([subject, places]) => {
    const [first] = places;
    if (!first) return [];
    const { meaning, range } = first;
    const id = `${parent}/${subject}`;
    return [
      thingNode(
        knowledge,
        id,
        { id: meaning.id, edition: meaning.edition },
        {
          label: verbatim(labelOf(knowledge, meaning)),
          description: beside(
            message(STANDING_WORDS[meaning.standing]),
            places.length > 1 ? timesWords(places.length) : undefined,
          ),
          icon: STANDING_ICONS[meaning.standing],
          place: { uri, range },
          ...(places.length > 1 && { children: () => placeNodes(id, places) }),
        },
      ),
    ];
  });
}
