import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Settings } from '../../../src/core/settings/settings';
import { LineIndex } from '../../../src/core/text/lines';
import { projectFolder } from '../../support/knowledge';
import { complaintsAbout, labelsIn } from '../../support/labels';
import { withLineEnds } from '../../support/marked';
import { frameworkSettings } from '../../support/frameworkSettings';

const FOLDER = path.join(projectFolder, 'test/fixtures/recognition');

const LANGUAGES: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.yaml': 'yaml',
  '.json': 'json',
  '.adoc': 'asciidoc',
  '.txt': 'plaintext',
};

/** Fixtures that are read under settings of their own; in the others, `no-mapping` is reported at each reference. */
const SETTINGS: Readonly<Record<string, Partial<Settings>>> = {
  'documents/catalog.md': { noMapping: 'near' },
  'documents/catalog.yaml': { noMapping: 'near' },
  'certainty/assume-always.md': frameworkSettings({ assume: 'always' }),
  'certainty/assume-never.md': frameworkSettings({ assume: 'never' }),
  'editions/setting.md': frameworkSettings({ edition: '4.0' }),
  'rules/attack/judged-by-18.1.md': { attackVersion: '18.1' },
};

/** Fixtures that fail because the code is wrong, and why. One that passes has to leave this list. */
const KNOWN_FAILURES: Readonly<Record<string, string>> = {};

suite('labelled fixtures', () => {
  const names = fixtureNames();
  for (const name of names) {
    test(name, () => {
      const report = reportOn(name);
      if (name in KNOWN_FAILURES) assert.notEqual(report, '', `${name} passes: take it off KNOWN_FAILURES`);
      else if (report !== '') assert.fail(`\n${report}`);
    });
  }

  test('they are many', () => {
    const labels = names.flatMap((name) => labelsIn(markedText(name)));
    assert.ok(labels.length >= 800, `${labels.length}`);
    const negative = labels.filter(({ certainties }) => certainties.includes('none'));
    assert.ok(negative.length >= 200, `${negative.length}`);
  });

  test('every known failure and every setting is of a fixture', () => {
    for (const name of [...Object.keys(KNOWN_FAILURES), ...Object.keys(SETTINGS)])
      assert.ok(names.includes(name), name);
  });
});

function fixtureNames(): string[] {
  return fs
    .readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => path.extname(name) in LANGUAGES && !name.endsWith('README.md'))
    .sort();
}

function markedText(name: string): string {
  return fs.readFileSync(path.join(FOLDER, name), 'utf8');
}

/** What is not as labelled, one complaint a line; empty where all is. The line ending must not matter. */
function reportOn(name: string): string {
  const marked = markedText(name);
  const reports = ['\n', '\r\n'].map((end) => {
    const { text, complaints } = complaintsAbout(
      LANGUAGES[path.extname(name)] ?? 'plaintext',
      withLineEnds(marked, end),
      { noMapping: 'each', ...SETTINGS[name] },
    );
    const lines = new LineIndex(text);
    return complaints
      .map(({ start, what }) => {
        const line = lines.lineAt(start);
        return `${name}:${line + 1}  ${what}\n      | ${lines.textOf(line).trim().slice(0, 140)}`;
      })
      .join('\n');
  });
  const [unix = '', windows = ''] = reports;
  return unix === '' && windows !== '' ? `With CRLF:\n${windows}` : unix;
}
