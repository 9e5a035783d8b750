import type { Analysis } from '../analysis/analysis';
import { parentOf, parseIdentifier, type CanonicalId } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Reference } from '../recognition/reference';
import type { PolicyDocument } from '../documents/document';
import type { TextEdit } from '../text/edit';
import { pattern } from '../text/pattern';
import type { Span } from '../text/span';
import { beside } from '../documents/beside';
import { inCaseOf } from './nameStyle';
import { currentAddress } from './linkAddress';
import { spelledAs } from './spelling';
import { tacticAs } from './tacticSpelling';

/** Puts another id in the place of a reference's, in its spelling; with it the target of the link and the name beside it. */
export function replaceId(analysis: Analysis, reference: Reference, id: CanonicalId): TextEdit[] {
  const own = replaceIdAlone(analysis, reference, id);
  if (id === reference.id || reference.isName) return own;
  return [...own, ...linkTarget(analysis, reference, id), ...name(analysis, reference, id)];
}

export function replaceIdAlone(
  { document, knowledge }: Analysis,
  reference: Reference,
  id: CanonicalId,
): TextEdit[] {
  if (reference.isName) {
    const { start } = reference.span;
    const around = document.text.slice(Math.max(0, start - 1), start);
    return [
      ...tacticIdBeside(document, reference, id),
      { span: reference.span, newText: tacticAs(reference.text, knowledge.attack.name(id), around) },
    ];
  }
  const [, second] = reference.parts ?? [];
  if (second) return replaceParts(document, reference, second, id);
  return [
    ...currentAddress(document, reference.span, id),
    { span: reference.span, newText: spelledAs(document, reference, id) },
  ];
}

const TACTIC_ID = /(TA\d{4})[^\w\r\n]{1,6}$/i;
const MAX_TACTIC_GAP = 14;

/** In `TA0005 - Defense Evasion` the ID changes with the name. */
function tacticIdBeside({ text }: PolicyDocument, { span, id }: Reference, to: CanonicalId): TextEdit[] {
  const match = TACTIC_ID.exec(text.slice(Math.max(0, span.start - MAX_TACTIC_GAP), span.start));
  const written = match?.[1];
  if (!match || written?.toUpperCase() !== id || to === id) return [];
  const start = span.start - match[0].length;
  return [{ span: { start, end: start + written.length }, newText: to }];
}

/** Both places of an ID are written; what has no sub-technique leaves its place empty. */
function replaceParts(
  document: PolicyDocument,
  reference: Reference,
  second: Span,
  id: CanonicalId,
): TextEdit[] {
  const first = { span: reference.span, newText: spelledAs(document, reference, parentOf(id)) };
  const number = id.slice(parentOf(id).length + 1);
  if (number !== '') return [first, { span: second, newText: number }];
  const quotes = /["']/.test(document.text[second.start - 1] ?? '') ? 1 : 0;
  const span = { start: second.start - quotes, end: second.end + quotes };
  const isValue = !reference.place.cell && document.text.slice(span.start - 2, span.start) === ': ';
  return [first, { span: { ...span, start: span.start - (isValue ? 1 : 0) }, newText: '' }];
}

const SITE = /https?:\/\/(?:www\.)?attack\.mitre\.org\//;
const FOLDERS = /[\w.-]+(?:\/[\w.-]+){0,3}?\//;
const ID_AT_END = /([a-z]{1,2}\d{4}(?:[./]\d{1,3})?)(?![\w.])/;
const TARGET = pattern('i', /^[^[\]\r\n]{0,200}\]\(/, SITE, FOLDERS, ID_AT_END);
const MAX_LINK = 400;

/** In `[T1086 PowerShell](https://attack.mitre.org/techniques/T1086/)` the target names the same technique. */
function linkTarget({ document }: Analysis, reference: Reference, id: CanonicalId): TextEdit[] {
  const rest = document.text.slice(reference.span.end, reference.span.end + MAX_LINK);
  const match = TARGET.exec(rest);
  const written = match?.[1];
  if (!match || written === undefined || parseIdentifier(written) !== reference.id) return [];
  const end = reference.span.end + match[0].length;
  const target = { ...reference, text: written, span: { start: end - written.length, end } };
  return [
    ...currentAddress(document, target.span, id),
    { span: target.span, newText: spelledAs(document, target, id) },
  ];
}

/** The name beside the id, where it is the old one's. */
function name(analysis: Analysis, reference: Reference, id: CanonicalId): TextEdit[] {
  const pairs = renamings(analysis.knowledge, reference, id);
  const names = [...pairs.keys()];
  const last = reference.parts?.at(-1);
  const found =
    (last && beside(analysis.document, { ...reference, span: last }).known(names)) ??
    beside(analysis.document, reference).known(names);
  const newName = found && pairs.get(found.name);
  if (!found || newName === undefined || newName === found.name) return [];
  const rest = analysis.document.text.slice(found.span.end, found.span.end + 4);
  if (isOfParent(analysis, reference, found.name) && !ENDS_NAME.test(rest)) return [];
  return [{ span: found.span, newText: inCaseOf(found, newName) ?? newName }];
}

const ENDS_NAME = /^ {0,3}(?:$|[\r\n|)\]"'`*_,;<#])/;

/** `T1070.001 - Indicator Removal`: as the name of a sub-technique, only if no more of a name follows. */
function isOfParent({ knowledge: { attack } }: Analysis, { id, family }: Reference, found: string): boolean {
  if (family !== 'attack' || parentOf(id) === id || attack.namesEver(id).includes(found)) return false;
  return attack.namesEver(parentOf(id)).includes(found);
}

/** What each name of the old id becomes. */
function renamings(knowledge: KnowledgeBase, reference: Reference, id: CanonicalId): Map<string, string> {
  if (reference.family === 'attack') return techniqueNames(knowledge, reference.id, id);
  const newName = nameOf(knowledge, reference, id);
  const readings = knowledge.frameworkOf(reference.id)?.readings(reference.id) ?? [];
  const titles = readings.flatMap(({ control }) => Object.values(control.titles));
  return new Map(titles.map((title) => [title, newName]));
}

/** `PowerShell`, `Command and Scripting Interpreter: PowerShell` as MITRE writes it, and the name of the parent alone. */
function techniqueNames({ attack }: KnowledgeBase, from: CanonicalId, to: CanonicalId): Map<string, string> {
  const names = new Map<string, string>();
  const parent = parentOf(to);
  const full = parent === to ? attack.name(to) : `${attack.name(parent)}: ${attack.name(to)}`;
  for (const old of attack.namesEver(from)) {
    names.set(old, attack.name(to));
    if (parentOf(from) === from) continue;
    for (const above of attack.namesEver(parentOf(from))) {
      names.set(`${above}: ${old}`, full);
      names.set(`${above} - ${old}`, full.replace(': ', ' - '));
      names.set(`${above}-${old}`, full.replace(': ', '-'));
      if (!names.has(above)) names.set(above, attack.name(parent));
    }
  }
  return names;
}

/** The name of an id where a reference speaks of it: in the reference's edition, or else in the newest that has it. */
export function nameOf(knowledge: KnowledgeBase, reference: Reference, id: CanonicalId): string {
  const framework = knowledge.frameworkOf(id);
  if (!framework) return knowledge.attack.name(id);
  const own = reference.edition && framework.byId(reference.edition.edition, id);
  if (own) return framework.title(own, reference.edition.edition);
  const [reading] = framework.readings(id);
  return reading ? framework.title(reading.control, reading.edition) : '';
}
