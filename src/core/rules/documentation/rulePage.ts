import type { Rule } from '../rule';
import type { ReportedExample, RuleDocumentation, UnreportedExample } from './documentation';
import { RULE_DOCUMENTATION } from './ruleDocumentation';
import { DOCS_URL } from './ruleUrl';

/** Where a page lies decides how it links to the others. */
export type PageHome = 'repository' | 'elsewhere';

const LINK_START: Readonly<Record<PageHome, string>> = { repository: '../', elsewhere: `${DOCS_URL}/` };

/** The page of a rule, in Markdown, as `docs/rules/` has it and as the editor shows it. */
export function rulePage(rule: Rule, home: PageHome): string {
  const documentation = RULE_DOCUMENTATION[rule.id];
  const sections = [
    `# ${rule.id}: ${rule.title}`,
    rule.description,
    `Default severity: **${rule.defaultSeverity}**. Setting: \`controlLens.rules.${rule.id}\`.`,
    '## Why',
    documentation.why.trim(),
    '## Reported',
    ...documentation.reported.map(reported),
    '## Not reported',
    ...documentation.notReported.map(notReported),
    '## How to fix it',
    documentation.fix.trim(),
    '## How to silence it',
    silencing(rule, documentation),
    ...settingsSection(documentation),
  ];
  return `${sections.join('\n\n').replaceAll('](docs/', `](${LINK_START[home]}`)}\n`;
}

function reported({ language, text, message }: ReportedExample): string {
  return `${fenced(language, text)}\n\n> ${message}`;
}

function notReported({ language, text, because }: UnreportedExample): string {
  return `${fenced(language, text)}\n\n${because}`;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** The comment that silences a rule, as Markdown has it. */
export function silencingComment({ id }: Rule, { silence }: RuleDocumentation): string {
  return `<!-- control-lens-${silence} ${id} -->`;
}

function silencing(rule: Rule, documentation: RuleDocumentation): string {
  const where = documentation.silence === 'disable' ? 'at the top of the document' : 'at the end of the line';
  return [
    `Use the quick fix, or write \`${silencingComment(rule, documentation)}\` ${where};`,
    `[other places and languages](docs/suppression-comments.md) have their own comments.`,
    `To turn the rule off, set \`controlLens.rules.${rule.id}\` to \`off\`, or pass \`--rule ${rule.id}=off\`.`,
  ].join('\n');
}

function settingsSection({ settings }: RuleDocumentation): string[] {
  if (settings.length === 0) return [];
  const items = settings.map((key) => `- [\`${key}\`](docs/settings.md)`);
  return ['## Settings that change it', items.join('\n')];
}

/** The list of all rules, in Markdown. */
export function rulesPage(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, description, defaultSeverity }) => `| [${id}](${id}.md) | ${defaultSeverity} | ${description} |`,
  );
  return `${[
    '# Rules',
    '',
    'Rules check references that are [certain](../recognition.md), and nothing else. The setting `controlLens.rules.` and the',
    'rule changes its severity or turns it off; a [comment](../suppression-comments.md) silences it in one place.',
    '',
    '| Rule | Default | What it reports |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}
