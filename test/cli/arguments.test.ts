import assert from 'node:assert/strict';
import { parseCommand } from '../../src/cli/arguments';
import { controlLens } from '../support/cli';

function command(...argv: readonly string[]): unknown {
  const result = parseCommand(argv);
  if (!result.ok) assert.fail(result.failure.message);
  return result.value;
}

function refusal(...argv: readonly string[]): string {
  const result = parseCommand(argv);
  if (result.ok) assert.fail(`taken: ${JSON.stringify(result.value)}`);
  return result.failure.message;
}

suite('arguments', () => {
  test('check', () => {
    assert.deepEqual(command('check', 'a', 'b'), {
      name: 'check',
      paths: ['a', 'b'],
      format: 'text',
      edition: 'auto',
      failOn: 'warning',
      hints: false,
    });
    const all = ['check', 'a', '--format', 'json', '--edition=4.0', '--fail-on', 'error', '--hints'];
    assert.deepEqual(command(...all), {
      name: 'check',
      paths: ['a'],
      format: 'json',
      edition: '4.0',
      failOn: 'error',
      hints: true,
    });
  });

  test('failing on hints lists them', () => {
    assert.equal((command('check', 'a', '--fail-on', 'hint') as { hints: boolean }).hints, true);
  });

  test('explain and refs', () => {
    const explain = { name: 'explain', id: 'T1021', format: 'text', edition: undefined };
    assert.deepEqual(command('explain', 'T1021'), explain);
    assert.deepEqual(command('explain', 'T1021', '--edition', 'auto'), explain);
    assert.deepEqual(command('explain', 'T1021', '--edition', '4.1'), { ...explain, edition: '4.1' });
    assert.deepEqual(command('refs', 'a', '--format', 'json'), {
      name: 'refs',
      paths: ['a'],
      format: 'json',
      edition: 'auto',
    });
  });

  test('coverage', () => {
    assert.deepEqual(command('coverage', 'a', 'b'), {
      name: 'coverage',
      paths: ['a', 'b'],
      format: 'text',
      edition: 'auto',
      output: undefined,
    });
    const all = ['coverage', 'a', '--format', 'navigator', '--edition', '4.1', '--output', 'layer.json'];
    assert.deepEqual(command(...all), {
      name: 'coverage',
      paths: ['a'],
      format: 'navigator',
      edition: '4.1',
      output: 'layer.json',
    });
  });

  test('help and version', () => {
    for (const argv of [['--help'], ['-h'], ['help'], ['check', '--help']])
      assert.deepEqual(command(...argv), { name: 'help' });
    for (const argv of [['--version'], ['-v']]) assert.deepEqual(command(...argv), { name: 'version' });
  });

  const bad: readonly (readonly [argv: string, message: RegExp])[] = [
    ['', /^Say what to do: check, explain, refs or coverage/],
    ['chekc a', /^There is no command chekc/],
    ['check', /^Name at least one file or folder/],
    ['refs', /^Name at least one file or folder/],
    ['coverage', /^Name at least one file or folder/],
    ['coverage a --format xml', /^--format is text, json, markdown, html, csv or navigator, not xml/],
    ['coverage a --output=', /^--output names a file/],
    ['check a --format csv', /^--format is text or json, not csv/],
    ['check a --output b', /^--output belongs to coverage/],
    ['check a --format xml', /^--format is text or json, not xml/],
    ['check a --edition 4.2', /^--edition is auto, 4\.1, 4\.0, mapping, not 4\.2/],
    ['check a --fail-on warn', /^--fail-on is error, warning, information, hint or never, not warn/],
    ['check a --nonsense', /--nonsense/],
    ['check a --format', /--format/],
    ['explain', /^explain takes one id/],
    ['explain T1021 T1059', /^explain takes one id/],
    ['explain T1021 --edition __proto__', /^--edition is /],
  ];
  for (const [argv, message] of bad)
    test(`"${argv}" is refused, with code 2 and how to do it right`, async () => {
      const words = argv.split(' ').filter(Boolean);
      assert.match(refusal(...words), message);
      const { out, error, code } = await controlLens(...words);
      assert.deepEqual([out, code], ['', 2]);
      assert.match(error, message);
      assert.match(error, /Usage: control-lens COMMAND/);
    });

  test('help and version are printed, with code 0', async () => {
    const help = await controlLens('--help');
    assert.match(help.out, /^Usage: control-lens COMMAND/);
    assert.deepEqual([help.error, help.code], ['', 0]);
    assert.deepEqual(await controlLens('--version'), { out: '1.2.3\n', error: '', code: 0 });
  });
});
