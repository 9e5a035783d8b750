import type { ImportedSource } from '../knowledge/publisherTexts';
import { counted, listed } from '../text/message';
import type { FactChanges } from './facts/changes';
import type { ImportReport } from './importFiles';
import type { Generation, StoreState } from './store/state';

const MAX_NAMED = 20;

/** What an import changed, in one sentence. */
export function changesSentence({ added, renamed, ended, mappings }: FactChanges): string {
  const parts = [
    ...(added.length > 0 ? [counted(added.length, 'new ID')] : []),
    ...(renamed.length > 0 ? [counted(renamed.length, 'new name')] : []),
    ...(ended.length > 0 ? [`${counted(ended.length, 'ID')} revoked or deprecated`] : []),
    ...mappings.map(
      ({ framework, added: more, removed }) =>
        `${counted(more, 'mapping')} of ${framework} added and ${removed} removed`,
    ),
  ];
  return parts.length === 0 ? 'IDs, names and mappings stay as they were.' : `${listed(parts)}.`;
}

/** Each change, one a line, the first of many. */
export function changeLines({ added, renamed, ended }: FactChanges): string[] {
  return [
    ...some(added, ({ id, name }) => `new: ${id} ${name}`),
    ...some(renamed, ({ id, name, before }) => `renamed: ${id} ${before} is now ${name}`),
    ...some(
      ended,
      ({ id, name, status, successors }) =>
        `${status}: ${id} ${name}${successors.length === 0 ? '' : `, now ${listed(successors, 'or')}`}`,
    ),
  ];
}

function some<T>(all: readonly T[], text: (one: T) => string): string[] {
  const lines = all.slice(0, MAX_NAMED).map(text);
  return all.length > MAX_NAMED ? [...lines, `and ${all.length - MAX_NAMED} more`] : lines;
}

/** What an import brought, one line a file, and what it changed. */
export function reportLines({ sources, skipped, changes }: ImportReport): string[] {
  return [
    ...sources.map((source) => `Imported ${sourceLine(source)}`),
    ...skipped.map(({ name, why }) => `Skipped ${name}: ${why}`),
    changesSentence(changes),
    ...changeLines(changes),
  ];
}

/** `MITRE ATT&CK Enterprise 18.1: 1919 records, 1915 texts` */
export function sourceLine({ title, records, texts }: ImportedSource): string {
  return `${title}: ${counted(records, 'record')}, ${counted(texts, 'text')}`;
}

/** What is in use, and what there is to go back to. */
export function stateLines({ current, previous, canRollBack }: StoreState): string[] {
  const back = canRollBack ? [`Roll back to: ${generationText(previous)}`] : [];
  if (!current) return ['Only the bundled data is in use.', ...back];
  const sources = current.sources.map(
    (source) =>
      `${sourceLine(source)}${source.date === '' ? '' : `, ${source.date}`}. © ${source.publisher}, ${source.licence}`,
  );
  return [`Imported ${current.imported}:`, ...sources.map((each) => `  ${each}`), ...back];
}

function generationText(generation: Generation | null): string {
  return generation ? `the data imported ${generation.imported}` : 'the bundled data';
}
