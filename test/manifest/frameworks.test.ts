import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../support/manifest';

/** The descriptors, and the two folders that read documents. */
const MAY_NAME_ONE = new Set(['frameworks', 'recognition', 'identifiers']);
/** Examples of documents name frameworks. */
const DOCUMENTATION = path.join('rules', 'documentation');
/** The one that recognition still asks for; it goes with that. */
const DEPRECATED = path.join('knowledge', 'knowledgeBase.ts');

suite('no framework is special', () => {
  const folder = path.join(projectFolder, 'src/core');
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !MAY_NAME_ONE.has(name.split(path.sep)[0] ?? ''));

  test('the files of the core are found', () => assert.ok(files.length > 200, String(files.length)));

  test('nothing in the core but the descriptors names CCM', () => {
    const named = files.flatMap((name) =>
      fs
        .readFileSync(path.join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          /ccm/i.test(`${name} ${line}`) ? [`${name}:${index + 1} ${line.trim()}`] : [],
        ),
    );
    assert.deepEqual(
      named.filter((line) => !line.startsWith(DEPRECATED) && !line.startsWith(DOCUMENTATION)),
      [],
    );
  });
});
