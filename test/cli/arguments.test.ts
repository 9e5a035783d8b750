import assert from 'node:assert/strict';
import { DEFAULTS, parseCommand } from '../../src/cli/arguments';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings/settings';
import { controlLens } from '../support/cli';
import { frameworkSettings } from '../support/frameworkSettings';

/** What most commands have alike is left out where it is as it is by default. */
const USUAL = {
  filesFrom: undefined,
  stdinFilename: undefined,
  usesConfiguration: true,
  usesIgnoreFiles: true,
};

function command(...argv: readonly string[]): unknown {
  const result = parseCommand(argv);
  if (!result.ok) assert.fail(result.failure.message);
  const own = Object.entries(result.value).filter(
    ([key, value]) => key !== 'withOptions' && !(key in USUAL && USUAL[key as keyof typeof USUAL] === value),
  );
  return Object.fromEntries(own);
}

function refusal(...argv: readonly string[]): string {
  const result = parseCommand(argv);
  if (result.ok) assert.fail(`taken: ${JSON.stringify(result.value)}`);
  return result.failure.message;
}

/** What `settings` has that the default has not. */
function settingsOf(...argv: readonly string[]): Partial<Settings> {
  const { settings } = command(...argv) as { readonly settings: Settings };
  const own = Object.entries(settings).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULTS[key as keyof Settings]),
  );
  return Object.fromEntries(own);
}

suite('the arguments of the command line', () => {
  test('are read for check', () => {
    assert.deepEqual(command('check', 'a', 'b'), {
      name: 'check',
      paths: ['a', 'b'],
      format: 'text',
      settings: DEFAULTS,
      settingsFile: undefined,
      exclude: [],
      failOn: 'error',
      maxWarnings: undefined,
      hints: false,
      quiet: false,
      showSource: undefined,
      output: undefined,
      since: undefined,
      baseline: undefined,
    });
    const all = ['check', 'a', '--format', 'sarif', '--fail-on', 'warning', '--hints', '-o', 'a.sarif'];
    assert.deepEqual(command(...all, '--max-warnings', '7'), {
      name: 'check',
      paths: ['a'],
      format: 'sarif',
      settings: DEFAULTS,
      settingsFile: undefined,
      exclude: [],
      failOn: 'warning',
      maxWarnings: 7,
      hints: true,
      quiet: false,
      showSource: undefined,
      output: 'a.sarif',
      since: undefined,
      baseline: undefined,
    });
  });

  test('make check list hints if it fails on hints', () => {
    assert.equal((command('check', 'a', '--fail-on', 'hint') as { hints: boolean }).hints, true);
  });

  test('are read for explain and refs', () => {
    const frameworks = ['ccm', 'nist-800-53'];
    const explain = { name: 'explain', id: 'T1021', format: 'text', edition: undefined, frameworks };
    assert.deepEqual(command('explain', 'T1021'), explain);
    assert.deepEqual(command('explain', 'T1021', '--edition', 'auto'), explain);
    assert.deepEqual(command('explain', 'T1021', '--edition', '4.1'), { ...explain, edition: '4.1' });
    assert.deepEqual(command('explain', 'T1021', '--framework', 'ccm'), { ...explain, frameworks: ['ccm'] });
    assert.deepEqual(command('refs', 'a', '--format', 'json'), {
      name: 'refs',
      paths: ['a'],
      format: 'json',
      settings: DEFAULTS,
      settingsFile: undefined,
      exclude: [],
    });
  });

  test('are read for coverage', () => {
    assert.deepEqual(command('coverage', 'a', 'b'), {
      name: 'coverage',
      paths: ['a', 'b'],
      format: 'text',
      settings: DEFAULTS,
      settingsFile: undefined,
      exclude: [],
      output: undefined,
      tactic: undefined,
      techniques: undefined,
      layer: 'named',
    });
    const all = ['coverage', 'a', '--format', 'navigator', '--output', 'layer.json'];
    assert.deepEqual(command(...all), {
      name: 'coverage',
      paths: ['a'],
      format: 'navigator',
      settings: DEFAULTS,
      settingsFile: undefined,
      exclude: [],
      output: 'layer.json',
      tactic: undefined,
      techniques: undefined,
      layer: 'named',
    });
  });

  test('are read for a file of settings', () => {
    for (const name of ['check', 'refs', 'coverage']) {
      assert.deepEqual(settingsOf(name, 'a', '--edition=4.0', '--assume', 'always'), {
        ...frameworkSettings({ edition: '4.0', assume: 'always' }),
      });
      const excluding = command(name, 'a', '--exclude', 'a/**', '--exclude', 'b.md');
      assert.deepEqual((excluding as { exclude: unknown }).exclude, ['a/**', 'b.md']);
    }
    for (const name of ['check', 'coverage']) {
      assert.deepEqual(settingsOf(name, 'a', '--attack', '18.1'), { attackVersion: '18.1' });
      assert.deepEqual(settingsOf(name, 'a', '--attack', 'newest'), {});
    }
    assert.deepEqual(settingsOf('check', 'a', '--no-mapping=each'), { noMapping: 'each' });
    const rules = { ...DEFAULT_SETTINGS.rules, 'no-mapping': 'error', 'aicm-id': 'off' };
    assert.deepEqual(settingsOf('check', 'a', '--rule', 'no-mapping=error', '--rule=aicm-id=off'), { rules });
  });

  test('frameworks, in their order whatever the order given', () => {
    for (const name of ['check', 'refs', 'coverage']) {
      assert.deepEqual(settingsOf(name, 'a', '--framework', 'nist-800-53'), {
        enabledFrameworks: ['nist-800-53'],
      });
      assert.deepEqual(settingsOf(name, 'a', '--framework=nist-800-53,ccm'), {});
      assert.deepEqual(settingsOf(name, 'a', '--framework=nist-800-53', '--framework=ccm'), {});
    }
  });

  test('are read for help and version', () => {
    for (const argv of [['--help'], ['-h'], ['help']])
      assert.deepEqual(command(...argv), { name: 'help', of: undefined });
    for (const argv of [
      ['check', '--help'],
      ['help', 'check'],
    ])
      assert.deepEqual(command(...argv), { name: 'help', of: 'check' });
    for (const argv of [['--version'], ['-v']]) assert.deepEqual(command(...argv), { name: 'version' });
  });

  const bad: readonly (readonly [argv: string, message: RegExp])[] = [
    ['', /^Missing command: check, explain, refs, coverage, changes, fix, migrate, rules, init or data/],
    ['chekc a', /^Unknown command chekc\. Did you mean check\? Commands: check, explain/],
    ['check', /^Name at least one file or folder/],
    ['refs', /^Name at least one file or folder/],
    ['coverage', /^Name at least one file or folder/],
    ['coverage a --format xml', /^--format must be text, json, markdown, html, csv or navigator, not xml/],
    ['coverage a --output=', /^--output needs a file name/],
    ['check a --format csv', /^--format must be text, json, ndjson, sarif, github, junit or gitlab, not csv/],
    ['refs a --format sarif', /^--format must be text, json or ndjson, not sarif/],
    ['explain T1021 --format github', /^--format must be text, json or markdown, not github/],
    ['refs a --output b', /^--output applies to check and coverage, not to refs/],
    ['explain T1021 --hints', /^--hints applies to check, not to explain/],
    ['coverage a --rule no-mapping=off', /^--rule applies to check and fix, not to coverage/],
    [
      'explain T1021 --exclude b',
      /^--exclude applies to check, refs, coverage, changes, fix and migrate, not to explain/,
    ],
    ['check a --edition 4.2', /^--edition must be auto, 4\.1, 4\.0 or mapping, not 4\.2/],
    ['check a --assume maybe', /^--assume must be auto, always or never, not maybe/],
    ['check a --no-mapping none', /^--no-mapping must be each, near or document, not none/],
    ['refs a --no-mapping each', /^--no-mapping applies to check, not to refs/],
    ['check a --max-warnings few', /^--max-warnings must be a number, not few/],
    ['check a --max-warnings=-1', /^--max-warnings must be a number, not -1/],
    ['check a --attack 9.0', /^--attack must be newest, 19\.1, 18\.1 or 17\.1, not 9\.0/],
    [
      'check a --rule no-mapping',
      /^--rule must be RULE=error\|warning\|information\|hint\|off, not no-mapping$/,
    ],
    ['check a --rule no-mapping=loud', /^--rule must be RULE=.*, not no-mapping=loud$/],
    ['check a --rule no-mapping=off=off', /^--rule must be RULE=/],
    ['check a --rule __proto__=off', /^Unknown rule __proto__\. Rules: no-mapping, unknown-id/],
    ['check a --fail-on warn', /^--fail-on must be error, warning, information, hint or never, not warn/],
    ['check a --nonsense', /^Unknown option '--nonsense'$/],
    ['check a --edtion 4.0', /^Unknown option '--edtion'\. Did you mean --edition\?$/],
    [
      'check a --rule no-maping=off',
      /^Unknown rule no-maping\. Did you mean no-mapping\? Rules: no-mapping,/,
    ],
    ['rules no-maping', /^Unknown rule no-maping\. Did you mean no-mapping\?/],
    ['rules no-mapping unknown-id', /^rules takes one rule, or none/],
    ['init a b', /^init takes one folder, or none/],
    ['fix', /^Name at least one file or folder/],
    ['fix -', /^fix changes files, and takes no standard input/],
    ['fix a --rule no-mapping', /^no-mapping can't be fixed without a decision\. Rules: revoked-technique,/],
    ['fix a --diff --format json', /^--diff is for the format text/],
    ['migrate a', /^migrate needs --from and --to, or --to attack-19/],
    ['migrate a --from 4.0 --to attack-19', /^--to attack-19 takes no --from/],
    ['migrate a --to attack-18', /^--to must be 4\.1, 4\.0 or attack-19, not attack-18/],
    ['changes a --from 19.1', /^--from must be earlier than --to, not 19\.1 and 19\.1/],
    ['changes a --to 16.1', /^--to must be 17\.1, 18\.1 or 19\.1, not 16\.1/],
    ['migrate a --from 4.0', /^migrate needs --from and --to/],
    ['migrate a --from 3.0.1 --to 4.1', /^--from must be 4\.1 or 4\.0, not 3\.0\.1/],
    ['migrate a --from 4.0 --to 4.0', /^--from and --to are the same edition/],
    ['check a --from 4.0', /^--from applies to changes and migrate, not to check/],
    ['coverage a --tactic Impact', /^--tactic must be the ID of a tactic, such as TA0008, not Impact/],
    ['coverage a --techniques=', /^--techniques needs a file name/],
    ['check a --stdin-filename b.md', /^--stdin-filename needs the path -/],
    ['check - --files-from -', /^Standard input is either a list of files or a text/],
    ['check --files-from=', /^--files-from needs a file name/],
    ['--print-config=', /^--print-config needs a file name/],
    ['check a --since=', /^--since needs a commit/],
    ['check a --baseline=', /^--baseline needs a file name/],
    ['check a --update-baseline', /^--update-baseline needs --baseline FILE/],
    ['check a --baseline b --update-baseline --prune-baseline', /^--update-baseline prunes as well/],
    ['check a --baseline b --since c --update-baseline', /^--update-baseline needs all findings/],
    ['refs a --since b', /^--since applies to check, not to refs/],
    ['check a --settings=', /^--settings needs a file name/],
    [
      'explain T1021 --settings b',
      /^--settings applies to check, refs, coverage, changes, fix and migrate, not to explain/,
    ],
    ['check a --format', /--format/],
    ['check a --output --hints', /^Option '--output' argument is ambiguous\. [^\\\n]* use '--output=-XYZ'/],
    ['explain', /^explain takes one ID/],
    ['explain T1021 T1059', /^explain takes one ID/],
    ['explain T1021 --edition __proto__', /^--edition must be /],
  ];
  for (const [argv, message] of bad)
    test(`are refused with code 2 and advice for "${argv}"`, async () => {
      const words = argv.split(' ').filter(Boolean);
      assert.match(refusal(...words), message);
      const { out, error, code } = await controlLens(...words);
      assert.deepEqual([out, code], ['', 2]);
      assert.match(error.split('\n')[0] ?? '', message);
      assert.match(
        error,
        argv === '' ? /Usage: control-lens COMMAND/ : /\nRun 'control-lens --help' for usage/,
      );
    });

  test('print help and version with code 0', async () => {
    const help = await controlLens('--help');
    assert.match(help.out, /^Usage: control-lens COMMAND/);
    assert.deepEqual([help.error, help.code], ['', 0]);
    assert.deepEqual(await controlLens('--version'), { out: '1.2.3\n', error: '', code: 0 });
  });
});
