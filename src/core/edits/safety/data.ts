import { isAlias, isMap, isScalar, isSeq, type Document } from 'yaml';
import type { Analysis } from '../../analysis/analysis';
import { frontMatterLanguage } from '../../documents/frontMatter';
import { applyEdits, type TextEdit } from '../../text/edit';
import { yamlPart } from '../insert/yaml/part';
import { readDocuments } from '../insert/yaml/read';
import { jsonLeaves, type Leaves } from './jsonLeaves';

/** How the data of a document changed: how many texts are gone, and how many are new; `broken` if it has an error now. */
export type DataChange = 'broken' | { readonly lost: number; readonly gained: number };

/**
 * Compares what YAML, JSON, TOML and front matter say before and after edits. Data that has an error before is compared
 * by the keys that can be read.
 */
export function dataChange(before: Analysis, after: Analysis, edits: readonly TextEdit[]): DataChange {
  const changes = [
    difference(keysOf(before), keysOf(after)),
    ...partsOf(before, edits).map((part): DataChange => {
      const old = part.read(part.text);
      const now = old && part.read(applyEdits(part.text, part.edits));
      return old ? (now ? difference(old, now) : 'broken') : { lost: 0, gained: 0 };
    }),
  ];
  return changes.reduce((worst, each) => {
    if (worst === 'broken' || each === 'broken') return 'broken';
    return { lost: Math.max(worst.lost, each.lost), gained: Math.max(worst.gained, each.gained) };
  });
}

/** Keys with their values as our own reader sees them: in every language, and where there are errors. */
function keysOf({ document: { structure } }: Analysis): readonly string[] {
  return structure
    .valuesOf(/./)
    .filter(({ value }) => !/^[[{]/.test(value)) // what is in brackets has keys of its own
    .map(({ key, value, holder }) => `${holder}/${key.name}=${value}`);
}

interface Part {
  readonly text: string;
  /** Within the part. */
  readonly edits: readonly TextEdit[];
  readonly read: (text: string) => Leaves;
}

/** The parts of the document that a parser can read: all of it, its front matter, or what is around each edit. */
function partsOf(analysis: Analysis, edits: readonly TextEdit[]): Part[] {
  const { document } = analysis;
  const { text, kind, languageId, structure } = document;
  if (kind === 'yaml' && languageId.startsWith('json') && jsonLeaves(text))
    return [{ text, edits, read: jsonLeaves }];
  const isFrontMatter = kind === 'markdown' && frontMatterLanguage(text) === 'yaml';
  if (kind !== 'yaml' && !isFrontMatter) return [];
  const parts = new Map<number, { readonly text: string; readonly edits: TextEdit[] }>();
  for (const { span, newText } of edits) {
    if (isFrontMatter && span.start >= structure.contentStart) continue;
    const known = [...parts].find(
      ([start, { text: own }]) => start <= span.start && span.end <= start + own.length,
    );
    const { base, text: own } = known
      ? { base: known[0], text: known[1].text }
      : yamlPart(analysis, span.start);
    if (span.start < base || span.end > base + own.length) continue;
    const part = known?.[1] ?? { text: own, edits: [] };
    part.edits.push({ span: { start: span.start - base, end: span.end - base }, newText });
    parts.set(base, part);
  }
  return [...parts.values()].map((part) => ({ ...part, read: yamlLeaves }));
}

function yamlLeaves(text: string): Leaves {
  const documents = readDocuments(text);
  return documents.ok ? documents.value.flatMap(leavesIn) : undefined;
}

function leavesIn({ contents }: Document.Parsed): string[] {
  const leaves: string[] = [];
  visitYaml(contents, '', leaves);
  return leaves;
}

/** The depth has a limit (`readDocuments`). */
function visitYaml(node: unknown, path: string, leaves: string[]): void {
  if (isAlias(node)) {
    leaves.push(`${path}=*${node.source}`);
    return;
  }
  if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)
    leaves.push(`${path}=&${node.anchor}`);
  if (isMap(node))
    for (const { key, value } of node.items)
      visitYaml(value, `${path}/${isScalar(key) ? String(key.value) : '?'}`, leaves);
  else if (isSeq(node)) for (const item of node.items) visitYaml(item, `${path}/-`, leaves);
  else leaves.push(`${path}=${isScalar(node) ? JSON.stringify(node.value) : ''}`);
}

/** How many of the one are not in the other, each counted as often as it is there. */
function difference(before: readonly string[], after: readonly string[]): DataChange {
  const counts = new Map<string, number>();
  for (const each of before) counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const each of after) counts.set(each, (counts.get(each) ?? 0) - 1);
  let lost = 0;
  let gained = 0;
  for (const count of counts.values()) {
    lost += Math.max(0, count);
    gained += Math.max(0, -count);
  }
  return { lost, gained };
}
