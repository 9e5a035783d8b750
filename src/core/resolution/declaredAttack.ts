import type { PolicyDocument } from '../documents/document';
import { compareVersions } from '../knowledge/compareVersions';

/** The ATT&CK version that a document says it is written for. */
export interface DeclaredAttack {
  /** `8.2`, as written. */
  readonly version: string;
  /** Where it is declared. */
  readonly source: 'key' | 'heading' | 'comment';
}

const KEY = /^(?:(?:mitre[-_ ]?)?(?:att&ck|attack)[-_ ]?version|attack)$/i;
const VERSION = /^v?(\d{1,2}(?:\.\d)?)$/i;
const IN_WORDS = /\bATT&CK(?: \w+){0,2},? (?:version |v)(\d{1,2}(?:\.\d)?)\b/i;
const MAX_HEAD = 2000;

/**
 * A key (`ATT&CK version: 8.2`, `attack_version`, Navigator's `versions.attack`), a heading (`# ATT&CK v16`) or a comment at
 * the top; undefined where there is none, or where several disagree.
 */
export function declaredAttack(document: PolicyDocument): DeclaredAttack | undefined {
  if (!/att&ck|attack/i.test(document.text)) return undefined;
  return (
    one(fromKeys(document), 'key') ??
    one(fromHeadings(document), 'heading') ??
    one(fromComments(document), 'comment')
  );
}

function one(versions: readonly string[], source: DeclaredAttack['source']): DeclaredAttack | undefined {
  const [version, ...others] = new Set(versions);
  return version === undefined || others.length > 0 ? undefined : { version, source };
}

function fromKeys({ structure }: PolicyDocument): string[] {
  return structure.valuesOf(KEY).flatMap(({ key, value, holder }) => {
    if (/^attack$/i.test(key.name) && !/^versions$/i.test(holder)) return [];
    return VERSION.exec(value)?.[1] ?? [];
  });
}

function fromHeadings({ structure }: PolicyDocument): string[] {
  return structure.headings.slice(0, 1).flatMap(({ text }) => IN_WORDS.exec(text)?.[1] ?? []);
}

function fromComments({ structure, kind }: PolicyDocument): string[] {
  if (kind !== 'yaml') return [];
  return structure
    .commentsWith('ATT&CK')
    .filter(({ start }) => start < MAX_HEAD)
    .flatMap(({ text }) => IN_WORDS.exec(text)?.[1] ?? []);
}

/** Whether a declared version is older than another one. */
export function isOlder(declared: string, version: string): boolean {
  return compareVersions(declared, version) < 0;
}
