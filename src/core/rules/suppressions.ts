import type { PolicyDocument } from '../documents/document';
import { nearest } from '../text/nearest';
import { pattern } from '../text/pattern';
import type { Span } from '../text/span';
import { RULE_IDS, type RuleId } from './rule';

/** The comment that silences findings; `-disable`, `-enable`, `-disable-line` and `-disable-next-line` follow. */
const WORD = 'control-lens-';
const ACTION = /(disable-next-line|disable-line|disable|enable)(?![\w-])/;
const RULES = `((?:[\\s,]+(?!${WORD})[a-z][a-z-]*)*)`;
const DIRECTIVE = pattern('g', WORD, ACTION, RULES);
const ACTIONS = ['disable-next-line', 'disable-line', 'disable', 'enable'] as const;
const ANY_WORD = /control-lens-([a-z][\w-]*)/gi;

/** One instruction of a comment. */
export interface Directive extends Span {
  readonly action: string;
  readonly rules: readonly RuleId[];
  /** False for one that is for all rules. */
  readonly isNamed: boolean;
  readonly line: number;
  readonly lastLine: number;
}

/** A word of a comment that is nearly one that is read. */
export interface Slip extends Span {
  readonly word: string;
  readonly meant: string;
  /** Whether it stands for a rule, or for the instruction. */
  readonly kind: 'rule' | 'action';
}

/** Which rules are silenced on which lines, and what of it was of use. */
export class Suppressions {
  private readonly lines = new Map<number, Directive[]>();
  private readonly changes: Directive[] = [];
  private readonly used = new Set<Directive>();
  private readonly directives: readonly Directive[];

  constructor(private readonly document: PolicyDocument) {
    this.directives = document.text.includes(WORD) ? directivesOf(document) : [];
    for (const directive of this.directives) this.add(directive);
  }

  isSilenced(rule: RuleId, line: number): boolean {
    const own = this.lines.get(line)?.filter(({ rules }) => rules.includes(rule)) ?? [];
    for (const directive of own) this.used.add(directive);
    const change = this.lastChange(rule, line);
    if (own.length > 0) return true;
    if (change?.action !== 'disable') return false;
    this.used.add(change);
    return true;
  }

  /** By a comment that names the rule; none that is for all rules. */
  isSilencedByName(rule: RuleId, line: number): boolean {
    const names = ({ isNamed, rules }: Directive): boolean => isNamed && rules.includes(rule);
    const change = this.lastChange(rule, line);
    const all = [...(this.lines.get(line) ?? []), ...(change?.action === 'disable' ? [change] : [])];
    const silencing = all.filter(names);
    for (const directive of silencing) this.used.add(directive);
    return silencing.length > 0;
  }

  /**
   * The comments that silenced nothing so far, and ends of what nothing began. `judged` are the rules that were asked; a
   * comment for another one may be of use some day.
   */
  unused(judged: ReadonlySet<RuleId>): Directive[] {
    return this.directives.filter((directive, index) => {
      if (directive.action === 'enable')
        return !this.directives.slice(0, index).some(({ action }) => action === 'disable');
      const isJudged = !directive.isNamed || directive.rules.every((rule) => judged.has(rule));
      return isJudged && directive.rules.length > 0 && !this.used.has(directive);
    });
  }

  /** Words of the comments that were most likely meant as others. */
  slips(): Slip[] {
    return this.document.text.includes(WORD) ? slipsOf(this.document) : [];
  }

  private lastChange(rule: RuleId, line: number): Directive | undefined {
    let last: Directive | undefined;
    for (const change of this.changes) {
      if (change.line > line) break;
      if (change.rules.includes(rule)) last = change;
    }
    return last;
  }

  private add(directive: Directive): void {
    const { action, line, lastLine } = directive;
    if (action === 'disable' || action === 'enable') this.changes.push(directive);
    else this.silence(action === 'disable-line' ? line : lastLine + 1, directive);
  }

  private silence(line: number, directive: Directive): void {
    this.lines.set(line, [...(this.lines.get(line) ?? []), directive]);
  }
}

function directivesOf(document: PolicyDocument): Directive[] {
  return document.structure.commentsWith(WORD).flatMap((comment) => {
    const from = Math.max(comment.start, document.text.indexOf(comment.text, comment.start));
    return [...comment.text.matchAll(DIRECTIVE)].map((match) => {
      const named = rulesNamed(match[2] ?? '');
      const start = from + match.index;
      return {
        action: match[1] ?? '',
        rules: named ?? RULE_IDS,
        isNamed: named !== undefined,
        line: comment.line,
        lastLine: comment.lastLine,
        start,
        end: start + match[0].length,
      };
    });
  });
}

function slipsOf(document: PolicyDocument): Slip[] {
  return document.structure.commentsWith(WORD).flatMap((comment) => {
    const from = Math.max(comment.start, document.text.indexOf(comment.text, comment.start));
    const actions = [...comment.text.matchAll(ANY_WORD)].flatMap(({ 1: word = '', index }) =>
      slip('action', word, ACTIONS, from + index + WORD.length),
    );
    const rules = [...comment.text.matchAll(DIRECTIVE)].flatMap((match) => {
      const words = match[2] ?? '';
      const start = from + match.index + match[0].length - words.length;
      return [...words.matchAll(/[a-z-]*[a-z]/g)]
        .filter(([word]) => word.includes('-'))
        .flatMap(({ 0: word, index }) => slip('rule', word, RULE_IDS, start + index));
    });
    return [...actions, ...rules];
  });
}

function slip(kind: Slip['kind'], word: string, known: readonly string[], start: number): Slip[] {
  if (known.includes(word)) return [];
  const meant = nearest(word, known);
  return meant === undefined ? [] : [{ kind, word, meant, start, end: start + word.length }];
}

/**
 * The rules that the words begin with; undefined without any, which is for all rules. If the first word is meant as a
 * rule and is none (`no-maping`), there are no rules: a slip must not silence everything.
 */
function rulesNamed(text: string): readonly RuleId[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const end = words.findIndex((word) => !isRuleId(word));
  const rules = (end < 0 ? words : words.slice(0, end)) as RuleId[];
  if (rules.length > 0) return rules;
  return words[0]?.includes('-') ? [] : undefined;
}

function isRuleId(word: string): word is RuleId {
  return (RULE_IDS as readonly string[]).includes(word);
}
