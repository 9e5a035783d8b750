import assert from 'node:assert/strict';
import { HELP } from '../../src/cli/help';
import { ALL_RULES } from '../../src/core/rules/allRules';
import { docsPages } from '../support/docs';
import { manifest, projectText, settingProperties, type Property } from '../support/manifest';

/** Habits that users should not read. */
const AVOIDED = [
  /(?<!-)\b[Ii]ds?\b/, // say ID; IDs of rules end in -id
  /\bat hand\b/,
  /\blooked at\b/,
  /\bslip of the pen\b/,
  /\band the like\b/,
  /\bare such\b/,
  /\btells?\b/,
  /\bstands?\b/,
  /\bbeside\b/,
];

/** Without code and addresses, which have words of their own. */
function prose(text: string): string {
  return text
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/\]\([^)]*\)|https?:\S+|command:\S+/g, '');
}

function descriptionsOf({ markdownDescription, enumDescriptions = [] }: Property): string {
  return [markdownDescription, ...enumDescriptions].join('\n');
}

suite('what users read uses plain words', () => {
  const { commands, viewsWelcome } = manifest.contributes;
  const texts: ReadonlyMap<string, string> = new Map([
    ...docsPages(),
    ['README.md', projectText('README.md')],
    ['the usage of the command line', HELP],
    ['titles of commands', commands.map(({ title }) => title).join('\n')],
    ['empty views', viewsWelcome.map(({ contents }) => contents).join('\n')],
    ['settings', Object.values(settingProperties).map(descriptionsOf).join('\n')],
    ['rules', ALL_RULES.map(({ title, description }) => `${title}. ${description}`).join('\n')],
  ]);

  for (const [name, text] of texts)
    test(name, () => {
      for (const habit of AVOIDED) assert.doesNotMatch(prose(text), habit);
    });
});
