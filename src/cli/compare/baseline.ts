import path from 'node:path';
import { failure, success, type Result } from '../../core/text/result';
import { readText } from '../read';
import { json } from '../json';
import { keyOf, matched, type Comparable, type Pass } from './matching';

const KIND = 'control-lens-baseline';
const FORMAT = 1;
const MAX_SIZE = 20_000_000;
const MAX_FINDINGS = 1_000_000;

/** A finding that a team knows of, and how often its file has it. */
export interface BaselineEntry {
  /** Relative to the folder of the baseline, with `/`. */
  readonly path: string;
  readonly rule: string;
  readonly id: string;
  readonly message: string;
  readonly count: number;
}

export async function readBaseline(file: string): Promise<Result<readonly BaselineEntry[]>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const value = text.value.length > MAX_SIZE ? undefined : parse(text.value);
  const entries = entriesOf(value);
  return entries
    ? success(entries)
    : failure('bad-baseline', `${file}: not a baseline of Control Lens. Record one with --update-baseline`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function entriesOf(value: unknown): readonly BaselineEntry[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, format, findings } = value as Readonly<Record<string, unknown>>;
  if (kind !== KIND || format !== FORMAT || !Array.isArray(findings)) return undefined;
  if (!findings.every(isEntry)) return undefined;
  return findings.reduce((sum, { count }) => sum + count, 0) <= MAX_FINDINGS ? findings : undefined;
}

const TEXTS = ['path', 'rule', 'id', 'message'] as const;

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Readonly<Record<string, unknown>>;
  const { count } = entry;
  return TEXTS.every((key) => typeof entry[key] === 'string') && Number.isInteger(count) && Number(count) > 0;
}

/** Sorted, so that two records of the same findings are the same file. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const findings = [...entries].sort((a, b) => (keyOfEntry(a) < keyOfEntry(b) ? -1 : 1));
  return json({ kind: KIND, format: FORMAT, findings });
}

function keyOfEntry({ path: file, rule, id, message }: BaselineEntry): string {
  return keyOf(file, rule, id, message);
}

/** Findings as entries of a baseline. */
export function entriesFor(file: string, findings: readonly Comparable[]): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { path: place, rule, message, reference } of findings) {
    const entry = { path: relativeTo(file, place), rule, id: reference.id, message, count: 1 };
    const known = entries.get(keyOfEntry(entry));
    entries.set(keyOfEntry(entry), { ...entry, count: (known?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

export interface Compared<F> {
  readonly added: readonly F[];
  /** Entries that were not found again, with how often not. */
  readonly stale: readonly BaselineEntry[];
}

/**
 * The findings that a baseline does not have. A message may be worded anew, and a file may move: then what is left is
 * compared by rule and ID, and by what it says. `isGone` says of an entry's path that no such file is there anymore.
 */
export function compareBaseline<F extends Comparable>(
  file: string,
  findings: readonly F[],
  entries: readonly BaselineEntry[],
  isGone: (place: string) => boolean,
): Compared<F> {
  const own = findings.map((finding) => ({
    ...comparable(finding),
    path: relativeTo(file, finding.path),
    finding,
  }));
  const gone = new Set(entries.map((entry) => entry.path).filter(isGone));
  const { added, left } = matched(own, entries.flatMap(spread), passesFor(gone));
  return { added: added.map(({ finding }) => finding), stale: entriesFor(file, absolute(file, left)) };
}

function comparable({ path: place, rule, message, reference, source }: Comparable): Comparable {
  return { path: place, rule, message, reference, source };
}

function passesFor(gone: ReadonlySet<string>): readonly Pass[] {
  return [
    ({ path: place, rule, reference, message }) => keyOf(place, rule, reference.id, message),
    ({ path: place, rule, reference }) => keyOf(place, rule, reference.id),
    ({ path: place, source, rule, reference, message }) =>
      source === ENTRY && !gone.has(place) ? undefined : keyOf(rule, reference.id, message),
  ];
}

/** What an entry has in place of a line of its document. */
const ENTRY = '\0entry';

function spread({ path: place, rule, id, message, count }: BaselineEntry): Comparable[] {
  const one: Comparable = { path: place, rule, message, reference: { id }, source: ENTRY };
  return Array.from({ length: count }, () => one).map((each) => ({ ...each }));
}

function absolute(file: string, all: readonly Comparable[]): Comparable[] {
  const folder = path.dirname(path.resolve(file));
  return all.map((each) => ({ ...each, path: path.join(folder, each.path) }));
}

/** Relative to the folder of the baseline, so that it says the same wherever the command is started. */
export function relativeTo(file: string, place: string): string {
  return path
    .relative(path.dirname(path.resolve(file)), path.resolve(place))
    .split(path.sep)
    .join('/');
}
