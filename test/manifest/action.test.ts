import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { projectFolder, projectText } from '../support/manifest';
import { commit, git } from '../support/repository';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
}

interface Sarif {
  readonly runs: readonly { readonly results: readonly unknown[] }[];
}

const FOLDER = '.github/actions/check';

suite('the GitHub action', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-lens-action-'));
  const program = `node ${path.join(projectFolder, 'dist/cli.js')}`;
  suiteSetup(function () {
    if (process.platform === 'win32' || program.split(' ').length > 2) this.skip();
    fs.writeFileSync(path.join(folder, 'one policy.md'), '# Policy\n\nATT&CK T1086\n');
    fs.writeFileSync(path.join(folder, 'clean.md'), '# Policy\n');
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true }));

  /** Runs the action's script as its one step does. */
  function run(inputs: Readonly<Record<string, string>>): { code: number | null; out: string } {
    const defaults = {
      PATHS: '.',
      FAIL_ON: 'warning',
      MAX_WARNINGS: '',
      FORMAT: 'github',
      SINCE: '',
      BASELINE: '',
      SARIF_FILE: '',
      SUMMARY: 'false',
    };
    const env = { ...process.env, ...defaults, GITHUB_STEP_SUMMARY: '', CONTROL_LENS: program, ...inputs };
    const script = path.join(projectFolder, FOLDER, 'check.sh');
    const { status, stdout, stderr } = spawnSync('bash', [script], { cwd: folder, env, encoding: 'utf8' });
    return { code: status, out: stdout + stderr };
  }

  test('prints annotations, and fails on a finding', () => {
    const { code, out } = run({});
    assert.equal(code, 1, out);
    assert.match(out, /^::warning file=one policy\.md,line=3,/m);
  });

  test('passes with warnings unless told, and fails on more than max-warnings', () => {
    assert.equal(run({ FAIL_ON: '' }).code, 0);
    assert.equal(run({ FAIL_ON: '', MAX_WARNINGS: '1' }).code, 0);
    assert.equal(run({ FAIL_ON: '', MAX_WARNINGS: '0' }).code, 1);
  });

  test('checks the paths that are given one a line, and passes without findings', () => {
    assert.equal(run({ PATHS: 'clean.md\n\n' }).code, 0);
    assert.equal(run({ PATHS: 'clean.md\none policy.md\n' }).code, 1);
    assert.equal(run({ PATHS: 'missing.md' }).code, 2);
  });

  test('takes no input for a command or an option', () => {
    const marker = path.join(folder, 'marker');
    assert.equal(run({ PATHS: `$(touch ${marker})\n--help\n; touch ${marker}` }).code, 2);
    assert.ok(!fs.existsSync(marker));
  });

  test('writes SARIF and the summary of the job, even if it fails', () => {
    const summary = path.join(folder, 'summary.md');
    const inputs = { SARIF_FILE: 'findings.sarif', SUMMARY: 'true', GITHUB_STEP_SUMMARY: summary };
    assert.equal(run(inputs).code, 1);
    const sarif = JSON.parse(fs.readFileSync(path.join(folder, 'findings.sarif'), 'utf8')) as Sarif;
    assert.equal(sarif.runs[0]?.results.length, 1);
    assert.match(fs.readFileSync(summary, 'utf8'), /T1086/);
  });

  test('reports only what is new to a commit or a baseline, in the log and in SARIF', () => {
    const old = Array.from({ length: 110 }, (_, index) => `ATT&CK T1086, old ${index}\n`).join('\n');
    const repository = path.join(folder, 'repository');
    fs.mkdirSync(repository);
    fs.writeFileSync(path.join(repository, 'old.md'), old);
    git(repository, 'init', '--quiet', '--initial-branch=main');
    commit(repository);
    fs.writeFileSync(path.join(repository, 'old.md'), `${old}\nATT&CK T1064 is new.\n`);
    fs.writeFileSync(path.join(repository, 'new.md'), 'CCM GRC-03 is new.\n');
    const inputs = { PATHS: 'repository', SINCE: 'main', SARIF_FILE: 'new.sarif', FAIL_ON: 'warning' };
    const { code, out } = run(inputs);
    assert.equal(code, 1, out);
    assert.deepEqual(out.match(/^::warning file=[^,]+/gm), [
      '::warning file=repository/new.md',
      '::warning file=repository/old.md',
    ]);
    const sarif = JSON.parse(fs.readFileSync(path.join(folder, 'new.sarif'), 'utf8')) as Sarif;
    assert.equal(sarif.runs[0]?.results.length, 2);
    spawnSync('bash', ['-c', `${program} check repository --baseline baseline.json --update-baseline`], {
      cwd: folder,
    });
    assert.equal(run({ PATHS: 'repository', BASELINE: 'baseline.json', FAIL_ON: 'hint' }).code, 0);
  });

  test('describes each input, and runs the version that it belongs to', () => {
    const { inputs } = parse(projectText(`${FOLDER}/action.yml`)) as Action;
    const names = ['paths', 'fail-on', 'max-warnings', 'format', 'since', 'baseline', 'sarif-file'];
    assert.deepEqual(Object.keys(inputs), [...names, 'summary', 'version']);
    for (const { description } of Object.values(inputs)) assert.ok(description.length > 20);
    const { version } = JSON.parse(projectText('package.json')) as { version: string };
    assert.equal(inputs['version']?.default, version);
  });
});
