import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { coverageInput } from '../core/analysis/occurrences';
import { CONFIGURATION_FILES } from '../core/configuration/keys';
import { languageOfName } from '../core/documents/languages';
import { FRAMEWORK_KEYS } from '../core/frameworks/registry';
import { MAPPING_EDITION } from '../core/knowledge/framework';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { DOCS_URL } from '../core/rules/documentation/ruleUrl';
import { CONFIGURABLE_FRAMEWORKS, editionSettings } from '../core/settings/settings';
import { counted } from '../core/text/message';
import { failure, success, type Result } from '../core/text/result';
import { analyze } from './analyze';
import { DEFAULTS, type InitCommand, type Reading } from './arguments';
import type { Terminal } from './terminal';
import { writeWhole } from './write';

/** Every language whose files are looked at; documents in the last of them are rarely policies. */
const LANGUAGES = [
  'markdown',
  'mdx',
  'quarto',
  'yaml',
  'toml',
  'asciidoc',
  'restructuredtext',
  'html',
  'json',
  'plaintext',
];
const RARELY = new Set(['json', 'plaintext', 'html']);
const SCHEMA = `${DOCS_URL}/control-lens.schema.json`
  .replace('github.com', 'raw.githubusercontent.com')
  .replace('/blob/', '/');
/** Of the references that name an edition; fewer are no habit. */
const MAJORITY = 2 / 3;

interface Seen {
  readonly language: string;
  readonly frameworks: readonly string[];
  readonly votes: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Writes a configuration that says what the documents of a folder are like. */
export async function runInit(
  { folder, isDry }: InitCommand,
  knowledge: KnowledgeBase,
  terminal: Terminal,
): Promise<Result<{ readonly out: string; readonly error: string }>> {
  const names = await readdir(folder).catch(() => undefined);
  if (!names) return failure('unreadable', `${folder}: not a folder that can be read`);
  const known = CONFIGURATION_FILES.find((each) => names.includes(each));
  if (known !== undefined && !isDry)
    return failure('is-there', `${path.join(folder, known)}: is there already, and was left alone`);
  const files = await analyze(readingOf(folder), knowledge, terminal, {
    take: ({ path: file, analysis }): Seen => {
      const { controls, techniques, votes } = coverageInput(analysis, file);
      const keys = [...controls.keys()].flatMap((key) => knowledge.controlOf(key)?.framework.key ?? []);
      const isPolicy = controls.size + techniques.size > 0;
      return {
        language: isPolicy ? (languageOfName(file) ?? '') : '',
        frameworks: [...new Set(keys)],
        votes,
      };
    },
  });
  if (!files.ok) return files;
  const text = configurationText(files.value.taken);
  if (isDry) return success({ out: text, error: '' });
  const file = path.join(folder, CONFIGURATION_FILES[0]);
  const written = await writeWhole(file, text);
  return written.ok ? success({ out: `${text}\nWritten to ${file}\n`, error: '' }) : written;
}

function readingOf(folder: string): Reading {
  return {
    paths: [folder],
    settings: { ...DEFAULTS, languages: LANGUAGES },
    settingsFile: undefined,
    exclude: [],
    filesFrom: undefined,
    stdinFilename: undefined,
    usesConfiguration: false,
    usesIgnoreFiles: true,
    withOptions: (settings) => settings,
  };
}

/** What was seen, as a configuration whose comments say how often. */
export function configurationText(seen: readonly Seen[]): string {
  const policies = seen.filter(({ language }) => language !== '');
  return `${[
    `# yaml-language-server: $schema=${SCHEMA}`,
    '# Settings of Control Lens for this folder, in the editor and on the command line.',
    `# ${DOCS_URL}/configuration.md`,
    '',
    ...languageLines(policies),
    ...frameworkLines(policies),
    '',
    '# rules:',
    '#   no-mapping: off',
    '# overrides:',
    "#   - files: 'archive/**'",
    '#     rules:',
    '#       revoked-technique: off',
  ].join('\n')}\n`;
}

function languageLines(policies: readonly Seen[]): string[] {
  const counts = tally(policies.map(({ language }) => language));
  const usual = DEFAULTS.languages.filter((language) => language !== 'mdx' || counts.has(language));
  const others = LANGUAGES.filter((each) => counts.has(each) && !RARELY.has(each) && !usual.includes(each));
  const rare = LANGUAGES.filter((each) => counts.has(each) && RARELY.has(each));
  const found = [...counts].map(([language, count]) => `${language} ${count}`).join(', ');
  return [
    `# Documents that name techniques or controls: ${found === '' ? 'none' : found}`,
    `languages: [${[...usual, ...others].join(', ')}]`,
    ...(rare.length > 0 ? [`# Not read: ${rare.join(', ')}`] : []),
  ];
}

function frameworkLines(policies: readonly Seen[]): string[] {
  const counts = tally(policies.flatMap(({ frameworks }) => frameworks));
  const used = FRAMEWORK_KEYS.filter((key) => counts.has(key));
  if (used.length === 0) return [];
  const found = used.map((key) => `${key} in ${counted(counts.get(key) ?? 0, 'document')}`).join(', ');
  return [
    `# Controls cited: ${found}`,
    `frameworks: [${used.join(', ')}]`,
    ...used
      .filter((key) => CONFIGURABLE_FRAMEWORKS.includes(key))
      .flatMap((key) => editionLines(key, policies)),
  ];
}

/** The edition that most references name, where most agree; those that name none follow it. */
function editionLines(framework: string, policies: readonly Seen[]): string[] {
  const votes = new Map<string, number>();
  for (const each of policies)
    for (const [edition, count] of each.votes.get(framework) ?? [])
      if (edition !== MAPPING_EDITION && editionSettings(framework).some((known) => known === edition))
        votes.set(edition, (votes.get(edition) ?? 0) + count);
  const sum = [...votes.values()].reduce((total, count) => total + count, 0);
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < sum * MAJORITY) return [];
  return [
    `# Edition that ${best[1]} of ${counted(sum, 'reference')} name`,
    `${framework}:`,
    `  edition: '${best[0]}'`,
  ];
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
