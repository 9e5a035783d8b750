import { ALL_RULES } from '../core/rules/allRules';
import { rulePage, rulesPage } from '../core/rules/documentation/rulePage';

/** The pages of `docs/` that are made from the code: their text, by path in the project. */
export function generatedPages(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/rules/README.md', rulesPage(ALL_RULES)],
    ...ALL_RULES.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, rulePage(rule, 'repository')]),
  ]);
}
