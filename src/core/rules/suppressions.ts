import type { PolicyDocument } from '../documents/document';
import { pattern } from '../text/pattern';
import { RULE_IDS, type RuleId } from './rule';

/** The comment that silences findings; `-disable`, `-enable`, `-disable-line` and `-disable-next-line` follow. */
const WORD = 'control-lens-';
const ACTION = /(disable-next-line|disable-line|disable|enable)(?![\w-])/;
const RULES = `((?:[\\s,]+(?!${WORD})[a-z][a-z-]*)*)`;
const DIRECTIVE = pattern('g', WORD, ACTION, RULES);

interface Directive {
  readonly action: string;
  readonly rules: readonly RuleId[];
  readonly line: number;
  readonly lastLine: number;
}

/** Which rules are silenced on which lines. */
export class Suppressions {
  private readonly lines = new Map<number, Set<RuleId>>();
  private readonly changes: {
    readonly line: number;
    readonly rules: readonly RuleId[];
    readonly silence: boolean;
  }[] = [];

  constructor(document: PolicyDocument) {
    if (!document.text.includes(WORD)) return;
    for (const directive of directivesOf(document)) this.add(directive);
  }

  isSilenced(rule: RuleId, line: number): boolean {
    if (this.lines.get(line)?.has(rule)) return true;
    let silenced = false;
    for (const change of this.changes) {
      if (change.line > line) break;
      if (change.rules.includes(rule)) silenced = change.silence;
    }
    return silenced;
  }

  private add({ action, rules, line, lastLine }: Directive): void {
    switch (action) {
      case 'disable-line':
        this.silence(line, rules);
        break;
      case 'disable-next-line':
        this.silence(lastLine + 1, rules);
        break;
      default:
        this.changes.push({ line, rules, silence: action === 'disable' });
    }
  }

  private silence(line: number, rules: readonly RuleId[]): void {
    const set = this.lines.get(line) ?? new Set<RuleId>();
    for (const rule of rules) set.add(rule);
    this.lines.set(line, set);
  }
}

function directivesOf(document: PolicyDocument): Directive[] {
  return document.structure.commentsWith(WORD).flatMap((comment) =>
    [...comment.text.matchAll(DIRECTIVE)].map((match) => ({
      action: match[1] ?? '',
      rules: rulesNamed(match[2] ?? ''),
      line: comment.line,
      lastLine: comment.lastLine,
    })),
  );
}

/**
 * The rules that the words begin with. Without any it is all rules, unless the first word is meant as a rule and is
 * none (`no-maping`): a slip must not silence everything.
 */
function rulesNamed(text: string): readonly RuleId[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const end = words.findIndex((word) => !isRuleId(word));
  const rules = (end < 0 ? words : words.slice(0, end)) as RuleId[];
  if (rules.length > 0) return rules;
  return words[0]?.includes('-') ? [] : RULE_IDS;
}

function isRuleId(word: string): word is RuleId {
  return (RULE_IDS as readonly string[]).includes(word);
}
