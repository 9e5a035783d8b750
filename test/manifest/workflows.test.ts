import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectFolder, projectText } from '../support/manifest';

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows';
const files = readdirSync(path.join(projectFolder, FOLDER)).map((name) => `${FOLDER}/${name}`);
/** Which jobs may write, and what. */
const MAY_WRITE = new Set(['codeql analyze security-events', 'release npm id-token']);

suite('the workflows', () => {
  for (const file of [...files, '.github/actions/check/action.yml'])
    test(`pin every action by its commit, with its version in a comment: ${file}`, () => {
      for (const line of projectText(file).split('\n')) {
        if (!/^\s*(?:- )?uses:/.test(line)) continue;
        assert.match(line, /uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      }
    });

  for (const file of files)
    test(`have the least permissions and a time limit for each job: ${file}`, () => {
      const { permissions, jobs } = parse(projectText(file)) as Workflow;
      assert.deepEqual(permissions, { contents: 'read' });
      for (const [name, job] of Object.entries(jobs)) {
        assert.ok((job['timeout-minutes'] ?? 0) > 0, name);
        const written = Object.entries(job.permissions ?? {}).filter(([, access]) => access !== 'read');
        for (const [scope] of written)
          assert.ok(MAY_WRITE.has(`${path.basename(file, '.yml')} ${name} ${scope}`), `${name} ${scope}`);
      }
    });

  test('use secrets and publish in the release alone', () => {
    for (const file of files.filter((name) => !name.endsWith('release.yml')))
      assert.doesNotMatch(projectText(file), /secrets\.|\bpublish\b/, file);
  });

  test('run the long tests every night', () => {
    assert.match(
      projectText(`${FOLDER}/nightly.yml`),
      /schedule:\n[^]*npm run test:long\n[^]*npm run fuzz -- --minutes 20/,
    );
  });
});
