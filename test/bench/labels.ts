/**
 * Labels of real documents, made by reading them: what a place of the corpus names. They hold places and ids, and no
 * text but the id's own. `test/labels/README.md` tells how they were made.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PolicyDocument } from '../../src/core/documents/document';
import type { Family } from '../../src/core/identifiers/grammar';
import { DEFAULT_RECOGNITION, findReferences } from '../../src/core/recognition/recognize';
import type { Reference } from '../../src/core/recognition/reference';
import { tableOf, CLUES } from '../../src/core/recognition/scoring';
import type { Clue } from '../../src/core/recognition/clue';
import type { Finding } from '../../src/core/rules/rule';
import { projectFolder, realKnowledge } from '../support/knowledge';

/** What a careful reader says of a place. */
export type Verdict = 'reference' | 'other' | 'unsure';

export interface CorpusLabel {
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, in UTF-16 units. */
  readonly column: number;
  readonly text: string;
  readonly verdict: Verdict;
  readonly id: string;
  /** `-` if the document does not settle it. */
  readonly edition: string;
}

export const corpusFolder = process.env['CORPUS_DIR'] ?? path.join(projectFolder, '../shared/corpus');

/** Empty if there is no corpus. */
export function corpusLabels(): CorpusLabel[] {
  if (!existsSync(corpusFolder)) return [];
  const [, ...rows] = readFileSync(path.join(projectFolder, 'test/labels/corpus.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  return rows.map((row) => {
    const [name = '', line, column, text = '', verdict, id = '', edition = '-'] = row.split('\t');
    return {
      path: name,
      line: Number(line),
      column: Number(column),
      text,
      verdict: verdict as Verdict,
      id,
      edition,
    };
  });
}

/** What was recognized at a labeled place. */
export interface Labeled {
  readonly label: CorpusLabel;
  readonly found: Reference | undefined;
}

/** Recognizes the documents that have labels, by the clues given. */
export function recognizeLabeled(labels: readonly CorpusLabel[], clues: readonly Clue[] = CLUES): Labeled[] {
  const table = tableOf(clues);
  const byPath = grouped(labels, (label) => label.path);
  return [...byPath].flatMap(([name, own]) => {
    const text = readFileSync(path.join(corpusFolder, name), 'utf8');
    const document = documentOf(name, text);
    const references = findReferences(document, realKnowledge(), { ...DEFAULT_RECOGNITION, clues: table });
    return own.map((label) => ({ label, found: referenceAt(document, references, label) }));
  });
}

const documents = new Map<string, PolicyDocument>();

function documentOf(name: string, text: string): PolicyDocument {
  const known = documents.get(name) ?? new PolicyDocument(text, name.endsWith('.md') ? 'markdown' : 'yaml');
  documents.set(name, known);
  return known;
}

/** Of a link whose text and target name the same id, the text is the reference. */
const MAX_LINK = 120;

function referenceAt(
  { lines }: PolicyDocument,
  references: readonly Reference[],
  { line, column, text, id }: CorpusLabel,
): Reference | undefined {
  const start = lines.startOf(line) + column;
  const end = start + text.length;
  const here = references.filter(({ span }) => span.start < end && start < span.end);
  const isTextOfLink = (each: Reference): boolean =>
    each.id === id && each.place.line === line && each.span.end < start && start - each.span.end < MAX_LINK;
  return (
    here.find((each) => each.id === id && !each.implied) ??
    here.find((each) => each.id === id) ??
    here[0] ??
    references.find(isTextOfLink)
  );
}

/** Whether recognition and label agree, at the bar of certain. */
export function isRight({ label, found }: Labeled): boolean {
  const isCertain = found?.certainty === 'certain';
  if (label.verdict === 'reference') return isCertain && found.id === label.id;
  return label.verdict === 'unsure' || !isCertain;
}

export function familyOf({ id, text }: CorpusLabel): Family {
  const written = id || text;
  if (/^(?:TA?|[MGSC])\d{4}/i.test(written)) return 'attack';
  if (/^[a-z]{2}-\d/i.test(written)) return 'nist-800-53';
  return /^(?:[a-z]{3}|[ai].{1,5}[as])[-_]\d/i.test(written) ? 'ccm' : 'other';
}

export function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

/** What a careful reader says of a finding; `summary` is a true one in a document that names no technique. */
export type FindingVerdict = 'useful' | 'summary' | 'noise' | 'false';

export interface FindingLabel {
  readonly path: string;
  /** `line:column rule`, zero-based. */
  readonly where: string;
  readonly verdict: FindingVerdict;
}

/** Every finding of the corpus that somebody read. */
export function findingLabels(): FindingLabel[] {
  const file = path.join(projectFolder, 'test/labels/findings.tsv');
  const [, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return rows.map((row) => {
    const [name = '', line, column, rule, verdict] = row.split('\t');
    return { path: name, where: `${line}:${column} ${rule}`, verdict: verdict as FindingVerdict };
  });
}

/** A finding of a document by the name that labels give it. */
export function whereIs({ rule, span }: Finding, { lines }: PolicyDocument): string {
  const line = lines.lineAt(span.start);
  return `${line}:${span.start - lines.startOf(line)} ${rule}`;
}
