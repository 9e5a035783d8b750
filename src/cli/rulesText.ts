import { ALL_RULES } from '../core/rules/allRules';
import { rulePage } from '../core/rules/documentation/rulePage';
import { ruleUrl } from '../core/rules/documentation/ruleUrl';
import { MENDABLE } from '../core/edits/fixAll';
import type { Rule, RuleId } from '../core/rules/rule';
import type { RulesCommand } from './arguments';
import { json } from './json';

/** One rule as `rules --format json` prints it. */
export interface JsonRule {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: string;
  /** Whether `fix --rule` takes it. */
  readonly isFixable: boolean;
  readonly url: string;
}

/** All rules in a table, or the page of one. */
export function rulesText({ rule, format }: RulesCommand): string {
  const shown = ALL_RULES.filter(({ id }) => rule === undefined || id === rule);
  if (format === 'json') return json({ rules: shown.map(toJson) });
  const [only] = shown;
  return rule !== undefined && only ? rulePage(only, 'elsewhere') : table(shown);
}

function table(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .map(({ id, defaultSeverity, title }) => `${id.padEnd(width)}  ${defaultSeverity.padEnd(11)}  ${title}\n`)
    .join('');
}

function toJson({ id, title, description, defaultSeverity }: Rule): JsonRule {
  return { id, title, description, severity: defaultSeverity, isFixable: isFixable(id), url: ruleUrl(id) };
}

function isFixable(id: RuleId): boolean {
  return MENDABLE.includes(id);
}
