import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder, projectText } from '../support/manifest';

const FILE = 'Containerfile';
const text = projectText(FILE);
/** `[instruction, rest]` of each line that is one. */
const instructions = [...text.matchAll(/^([A-Z]+) (.*)$/gm)].map(
  ([, name = '', rest = '']) => [name, rest] as const,
);
const [build, image] = stages();

/** The instructions after each `FROM`. */
function stages(): (readonly (readonly [string, string])[])[] {
  const starts = instructions.flatMap(([name], at) => (name === 'FROM' ? [at] : []));
  return starts.map((start, nth) => instructions.slice(start, starts[nth + 1]));
}

/** The files that the image takes from the first stage, each with the folder that it goes into. */
function copied(): (readonly [source: string, target: string])[] {
  return (image ?? [])
    .filter(([name]) => name === 'COPY')
    .flatMap(([, rest]) => {
      const [from = '', ...names] = rest.split(' ');
      assert.equal(from, '--from=build');
      const target = names.pop() ?? '';
      return names.map((name) => [name.replace('/build/', ''), target] as const);
    });
}

suite('the container file', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-lens-container-'));
  suiteTeardown(() => fs.rmSync(folder, { recursive: true }));

  test('takes files that exist, and leaves out what it need not send', () => {
    for (const [source] of copied()) assert.ok(fs.existsSync(path.join(projectFolder, source)), source);
    const ignored = projectText('.dockerignore').split('\n');
    for (const name of ['.git', 'node_modules', 'dist', 'out']) assert.ok(ignored.includes(name), name);
  });

  test('builds without install scripts, by steps that package.json and the project have', () => {
    const steps = build?.filter(([name]) => name === 'RUN').map(([, rest]) => rest);
    assert.deepEqual(steps, ['npm ci --ignore-scripts', 'node esbuild.mjs --production']);
    assert.ok(fs.existsSync(path.join(projectFolder, 'esbuild.mjs')));
  });

  test('runs as a user that is not root, in the folder that is mounted', () => {
    const names = image?.map(([name]) => name) ?? [];
    assert.ok(names.indexOf('USER') < names.indexOf('ENTRYPOINT'));
    assert.deepEqual(image?.filter(([name]) => name === 'USER' || name === 'WORKDIR').slice(1), [
      ['USER', 'node'],
      ['WORKDIR', '/work'],
    ]);
  });

  test('has all that its entry point needs: the same files in a folder check a document', () => {
    for (const [source, target] of copied()) {
      const isFolder = fs.statSync(path.join(projectFolder, source)).isDirectory();
      const place = path.join(folder, target, isFolder ? '' : path.basename(source));
      fs.cpSync(path.join(projectFolder, source), place, { recursive: true });
    }
    const [, entry = '[]'] = image?.find(([name]) => name === 'ENTRYPOINT') ?? [];
    const [program = '', script = ''] = JSON.parse(entry) as string[];
    assert.equal(program, 'node');
    const work = path.join(folder, 'work');
    fs.mkdirSync(work);
    fs.writeFileSync(path.join(work, 'a.md'), 'CCM IAM-99 and ATT&CK T1086\n');
    const local = script.replace('/opt/control-lens', folder);
    const { status, stdout, stderr } = spawnSync(process.execPath, [local, 'check', '.'], {
      cwd: work,
      encoding: 'utf8',
    });
    assert.equal(status, 1, stderr);
    assert.match(stdout, /a\.md:1:5: error unknown-id/);
    const version = spawnSync(process.execPath, [local, '--version'], { encoding: 'utf8' });
    assert.equal(
      version.stdout.trim(),
      (JSON.parse(projectText('package.json')) as { version: string }).version,
    );
  });
});
