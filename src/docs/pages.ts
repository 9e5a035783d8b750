import { ALL_RULES } from '../core/rules/allRules';
import { rulePage, rulesPage } from '../core/rules/documentation/rulePage';
import { configurationSchema } from './configurationSchema';
import { CLUES } from '../core/recognition/scoring';
import { cluesPage } from './cluesPage';
import { settingsPage, type SettingCategory } from './settingsPage';

/** The parts of package.json that become documentation. */
export interface DocumentedManifest {
  readonly contributes: { readonly configuration: readonly SettingCategory[] };
}

/** The pages of `docs/` that are made from the code and package.json: their text, by path in the project. */
export function generatedPages({ contributes }: DocumentedManifest): ReadonlyMap<string, string> {
  return new Map([
    ['docs/settings.md', settingsPage(contributes.configuration)],
    ['docs/control-lens.schema.json', configurationSchema(contributes.configuration)],
    ['docs/clues.md', cluesPage(CLUES)],
    ['docs/rules/README.md', rulesPage(ALL_RULES)],
    ...ALL_RULES.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, rulePage(rule, 'repository')]),
  ]);
}
