import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { controlLens, folderFor, removeFolders } from '../support/cli';
import { projectFolder, projectText } from '../support/manifest';

const CORPUS = process.env['CORPUS_DIR'] ?? path.join(projectFolder, '../shared/corpus');
const DATA = 'node_modules/control-lens/data';

/** The queries of the page by the heading that they are under. */
function queries(): ReadonlyMap<string, string> {
  const page = projectText('docs/across-repositories.md');
  const found = page.matchAll(/^## (.+)\n(?:(?!^##)[^])*?^```sql\n([^`]+)```/gm);
  return new Map([...found].map(([, heading = '', sql = '']) => [heading, sql]));
}

/** A database with what repositories have written down, by their names. */
async function databaseOf(repositories: Readonly<Record<string, string>>): Promise<DuckDBConnection> {
  const place = folderFor({});
  fs.mkdirSync(path.join(place, 'refs'));
  for (const [name, folder] of Object.entries(repositories)) {
    const { out } = await controlLens('refs', folder, '--format', 'ndjson');
    fs.writeFileSync(path.join(place, `refs/${name}.ndjson`), out);
  }
  const connection = await (await DuckDBInstance.create()).connect();
  const setUp = queries().get('Set up') ?? assert.fail();
  const quoted = (folder: string): string => folder.split(path.sep).join('/').replaceAll("'", "''");
  await connection.run(
    setUp.replace('refs/*', `${quoted(place)}/refs/*`).replaceAll(DATA, `${quoted(projectFolder)}/data`),
  );
  return connection;
}

type Row = Readonly<Record<string, unknown>>;

async function answer(connection: DuckDBConnection, heading: string): Promise<Row[]> {
  const sql = queries().get(heading) ?? assert.fail(heading);
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

const REVOKED = 'Who cites a revoked technique?';
const UNCITED = 'Which controls does nobody cite?';
const UNANSWERED =
  'Which techniques does somebody name, while nobody cites a control that is mapped to them?';
const EDITIONS = 'Which edition does each repository follow?';

suite('the questions of an organization', () => {
  suiteTeardown(removeFolders);

  test('are all on the page, after what sets them up', () =>
    assert.deepEqual([...queries().keys()], ['Set up', REVOKED, UNCITED, UNANSWERED, EDITIONS]));

  test('are answered over several repositories', async () => {
    const cited = (
      JSON.parse(projectText('data/ccm.json')) as { controls: { ids: Record<string, string> }[] }
    ).controls
      .map(({ ids }) => ids['4.1'])
      .filter((id) => id !== undefined && id !== 'IAM-10' && id !== 'GRC-03');
    const connection = await databaseOf({
      detections: folderFor({ 'a.md': '# Rules\n\nMITRE ATT&CK T1086 and T1021.007\n' }),
      policies: folderFor({ 'b.md': `# CCM 4.1\n\n${cited.join('\n\n')}\n` }),
      empty: folderFor({ 'c.md': 'Nothing.\n' }),
    });
    const [revoked, ...others] = await answer(connection, REVOKED);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [revoked?.['id'], revoked?.['repository'], revoked?.['line'], revoked?.['successors']],
      ['T1086', 'detections', 3, ['T1059.001']],
    );
    const uncited = await answer(connection, UNCITED);
    assert.deepEqual(
      uncited.map(({ key, domain }) => [key, domain]),
      [
        ['GRC-03@4.1', 'GRC'],
        ['IAM-10@4.1', 'IAM'],
      ],
    );
    assert.deepEqual(await answer(connection, UNANSWERED), []);
    assert.deepEqual(await answer(connection, EDITIONS), [
      { repository: 'policies', edition: '4.1', references: String(cited.length) },
    ]);
  });

  test('name a technique whose mapped controls nobody cites', async () => {
    const connection = await databaseOf({
      one: folderFor({ 'a.md': 'ATT&CK T1021.007\n' }),
      two: folderFor({ 'b.md': 'ATT&CK T1021.007\n\nCCM 4.1 GRC-03\n' }),
    });
    const [found, ...more] = await answer(connection, UNANSWERED);
    assert.deepEqual([found?.['id'], found?.['repositories'], more], ['T1021.007', ['one', 'two'], []]);
  });

  test('are answered over three folders of the corpus as if they were three repositories', async function () {
    const names = ['mitre-stockpile', 'jposluns-grc_library', 'DataDog-stratus-red-team'];
    if (!names.every((name) => fs.existsSync(path.join(CORPUS, name)))) this.skip();
    const connection = await databaseOf(
      Object.fromEntries(names.map((name) => [name, path.join(CORPUS, name)])),
    );
    const revoked = await answer(connection, REVOKED);
    assert.deepEqual(
      new Set(revoked.map((row) => row['repository'])),
      new Set(['DataDog-stratus-red-team', 'mitre-stockpile']),
    );
    for (const { path: file, id, line } of revoked) {
      const text = fs.readFileSync(String(file), 'utf8').split('\n')[Number(line) - 1] ?? '';
      assert.ok(text.replaceAll('/', '.').includes(String(id)), `${String(file)}:${String(line)}`);
    }
    const uncited = new Set((await answer(connection, UNCITED)).map(({ key }) => key));
    const { out } = await controlLens(
      'refs',
      path.join(CORPUS, 'jposluns-grc_library'),
      '--format',
      'ndjson',
    );
    const cited = out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { control: string | null; certainty: string; family: string })
      .flatMap(({ control, certainty, family }) =>
        certainty === 'certain' && family === 'ccm' && control !== null ? [control] : [],
      );
    assert.ok(uncited.size > 0 && cited.length > 100);
    assert.deepEqual(
      cited.filter((key) => uncited.has(key)),
      [],
    );
    assert.ok((await answer(connection, UNANSWERED)).length > 0);
    assert.ok((await answer(connection, EDITIONS)).length > 0);
  });
});
