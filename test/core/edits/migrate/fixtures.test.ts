import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { DecisionKind } from '../../../../src/core/edits/migrate/migration';
import { projectFolder } from '../../../support/knowledge';
import { unmark } from '../../../support/marked';
import { migrated } from '../../../support/migrations';

const LANGUAGES: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.yaml': 'yaml',
  '.json': 'json',
  '.adoc': 'asciidoc',
  '.txt': 'plaintext',
};
/** What makes a way back another one, as the README says; each is told to the reader. */
const OTHER_WAY_BACK: ReadonlySet<DecisionKind> = new Set([
  'removed',
  'not-in-edition',
  'range',
  'point-release',
  'both-editions',
  'title',
]);
/** Codes with an ampersand that is escaped, or put in another way: IVS has none to keep it on. */
const ESCAPED = /I(?:&amp;|&#\w+;|\\&|%26|_)S/i;

function textsBelow(folder: string): { readonly name: string; readonly text: string }[] {
  const root = path.join(projectFolder, folder);
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.extname(name) in LANGUAGES)
    .map((name) => ({ name, text: unmark(fs.readFileSync(path.join(root, name), 'utf8')).text }));
}

suite('migrating the fixtures there and back', () => {
  const isRight = ({ name }: { readonly name: string }): boolean => !name.includes('title-mismatch');
  const texts = ['test/fixtures/recognition', 'test/fixtures/workspace', 'media/sample']
    .flatMap(textsBelow)
    .filter(isRight);
  const ways = [
    ['4.0', '4.1'],
    ['4.1', '4.0'],
  ] as const;
  for (const [from, to] of ways) {
    test(`gives the same bytes from ${from} to ${to}, except for what is reported`, () => {
      let checked = 0;
      for (const { name, text } of texts) {
        const language = LANGUAGES[path.extname(name)];
        const there = migrated(text, [from, to], language);
        const back = migrated(there.text, [to, from], language);
        const isOther = [...there.kinds, ...back.kinds].some((kind) => OTHER_WAY_BACK.has(kind));
        if (there.edits.length === 0 || isOther || ESCAPED.test(text)) continue;
        assert.equal(back.text, text, name);
        checked++;
      }
      assert.ok(checked >= 8, String(checked));
    });
  }
});
