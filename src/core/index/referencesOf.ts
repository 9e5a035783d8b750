import type { Subject } from '../resolution/subject';
import type { ReferenceFact } from './facts';
import type { Located, WorkspaceIndex } from './workspaceIndex';

/** The document that is asked from, which need not be one of the workspace. */
export interface Here {
  readonly uri: string;
  readonly facts: () => readonly ReferenceFact[];
}

/** Every place that names one of the subjects, each once; by URI, then by place. */
export function referencesOf(
  index: WorkspaceIndex,
  subjects: Iterable<Subject>,
  here?: Here,
): readonly Located[] {
  const places = new Map<string, Located>();
  for (const subject of subjects) {
    for (const located of [...ownReferences(index, subject, here), ...index.referencesTo(subject)]) {
      const { start, end } = located.range;
      const key = [located.uri, start.line, start.character, end.line, end.character].join('\n');
      if (!places.has(key)) places.set(key, located);
    }
  }
  return [...places.values()];
}

function ownReferences(index: WorkspaceIndex, subject: Subject, here: Here | undefined): Located[] {
  if (!here || index.has(here.uri)) return [];
  return here
    .facts()
    .filter(({ meaning }) => meaning.subject === subject)
    .map((fact) => ({ ...fact, uri: here.uri }));
}
