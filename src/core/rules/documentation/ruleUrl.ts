/** The project's public home; package.json has it too. */
export const REPOSITORY_URL = 'https://github.com/control-lens/control-lens';
export const DOCS_URL = `${REPOSITORY_URL}/blob/main/docs`;

/** The public address of a rule's page. */
export function ruleUrl(rule: string): string {
  return `${DOCS_URL}/rules/${rule}.md`;
}
