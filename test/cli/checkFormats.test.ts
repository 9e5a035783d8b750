import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ruleUrl } from '../../src/core/rules/documentation/ruleUrl';
import { RULE_IDS } from '../../src/core/rules/rule';
import { unmappedIn } from '../support/catalogs';
import { below, controlLens, folderFor, printed, removeFolders } from '../support/cli';
import { violations } from '../support/jsonSchema';
import { realKnowledge } from '../support/knowledge';
import { publishedViolations } from '../support/publishedSarif';
import { SARIF_SCHEMA } from '../support/sarifSchema';

/** One finding of each severity: warning, information, hint. */
const POLICY = 'CCM GRC-03\n\n😀 CCM GRC-12\n\nT1543.004\n';

interface Sarif {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly version: string;
        readonly rules: readonly { id: string; helpUri: string }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: object;
        };
      }[];
      readonly relatedLocations?: readonly { readonly physicalLocation: { readonly region: object } }[];
      readonly properties: object;
    }[];
  }[];
}

async function sarif(...argv: readonly string[]): Promise<Sarif> {
  const { out, error } = await controlLens('check', ...argv, '--format', 'sarif');
  assert.equal(error, '');
  return JSON.parse(out) as Sarif;
}

suite('check as SARIF', () => {
  suiteTeardown(removeFolders);

  test('keeps to the schema, with findings and without', async () => {
    const folder = folderFor({
      'a.md': POLICY,
      'strange name %41#.md': 'CCM GRC-03',
      'é/b.yaml': 'ccm: [GRC-03]',
    });
    const found = await sarif(folder, '--hints');
    assert.deepEqual(violations(SARIF_SCHEMA, found), []);
    assert.equal(found.runs[0]?.results.length, 5);
    assert.deepEqual(violations(SARIF_SCHEMA, await sarif(folderFor({}))), []);
  });

  test('keeps to the schema as it is published', async () => {
    const folder = folderFor({
      'a.md': `${POLICY}\n${'CCM GRC-05\n\n'.repeat(3)}`,
      'strange name %41#.md': 'CCM GRC-03',
    });
    const found = await sarif(folder, '--hints');
    assert.ok((found.runs[0]?.results.length ?? 0) > 3);
    assert.deepEqual(publishedViolations(found), []);
    assert.deepEqual(publishedViolations(await sarif(folderFor({}))), []);
    const file = path.join(folderFor({}), 'baseline.json');
    await controlLens('check', folder, '--baseline', file, '--update-baseline');
    writeFileSync(path.join(folder, 'b.md'), 'CCM GRC-01');
    const compared = await sarif(folder, '--baseline', file);
    assert.equal(compared.runs[0]?.results.length, 1);
    assert.deepEqual(publishedViolations(compared), []);
    const wrong = { ...found, runs: found.runs.map((run) => ({ ...run, columnKind: 'bytes' })) };
    assert.equal(publishedViolations(wrong).length, 1);
  });

  test('has every rule, and each result points at its own', async () => {
    const [run] = (await sarif(folderFor({ 'a.md': POLICY }), '--hints')).runs;
    const rules = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    assert.deepEqual(rules, RULE_IDS);
    for (const { id, helpUri } of run?.tool.driver.rules ?? []) assert.equal(helpUri, ruleUrl(id));
    assert.equal(run?.tool.driver.version, '1.2.3');
    for (const { ruleId, ruleIndex } of run?.results ?? []) assert.equal(rules[ruleIndex], ruleId);
    assert.deepEqual(
      run?.results.map(({ level }) => level),
      ['warning', 'note', 'note'],
    );
  });

  test('counts lines and columns from one in UTF-16 units, the end past the last', async () => {
    const [run] = (await sarif(folderFor({ 'a.md': POLICY }))).runs;
    const regions = run?.results.map(({ locations }) => locations[0]?.physicalLocation.region);
    assert.deepEqual(regions, [
      { startLine: 1, startColumn: 5, endLine: 1, endColumn: 11 },
      { startLine: 3, startColumn: 8, endLine: 3, endColumn: 14 },
    ]);
    assert.deepEqual(run?.results[0]?.properties, {
      id: 'GRC-03',
      edition: 'mapping',
      state: 'non-mappable',
    });
  });

  test('has paths that lead to their files, whatever characters they have', async () => {
    const folder = folderFor({ 'strange name %41#.md': 'CCM GRC-03' });
    const uriOf = async (place: string): Promise<string> =>
      (await sarif(place)).runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '';
    const expected = 'strange%20name%20%2541%23.md';
    assert.equal(await uriOf(folder), new URL(`file://${below(folder, expected)}`).href);
    const relative = path.relative(process.cwd(), folder);
    assert.equal(await uriOf(relative), below(relative, expected));
  });
});

suite('check as annotations', () => {
  suiteTeardown(removeFolders);

  test('prints one command for each finding, then the counts', async () => {
    const folder = folderFor({ 'a.md': POLICY });
    const { out, code } = await controlLens('check', folder, '--format', 'github', '--rule', 'aicm-id=error');
    const [warning = '', error = '', counts, end] = out.split('\n');
    const file = below(folder, 'a.md');
    assert.ok(
      warning.startsWith(
        `::warning file=${file},line=1,col=5,endColumn=11,title=no-mapping::No mapping for GRC-03`,
      ),
      warning,
    );
    assert.ok(
      error.startsWith(`::error file=${file},line=3,col=8,endColumn=14,title=aicm-id::GRC-12 is`),
      error,
    );
    assert.deepEqual([counts, end, code], ['1 file, 3 references: 1 error, 1 warning', '', 1]);
  });

  test('escapes names that could end a property or begin a command', async function () {
    if (process.platform === 'win32') this.skip(); // no file has such a name there
    const folder = folderFor({ 'a,line=9::error b\n::c%.md': 'CCM GRC-03' });
    const { out } = await controlLens('check', folder, '--format', 'github');
    const [first = ''] = out.split('\n');
    assert.ok(first.includes('/a%2Cline=9%3A%3Aerror b%0A%3A%3Ac%25.md,line=1,'), first);
    assert.equal(out.split('\n').length, 3);
  });
});

suite('a summary of check', () => {
  suiteTeardown(removeFolders);
  const folder = (): string => folderFor({ 'a.md': 'CCM GRC-01, CCM GRC-03.\n' });

  test('has its other places in JSON', async () => {
    const { out } = await controlLens('check', folder(), '--format', 'json');
    const { findings } = JSON.parse(out) as {
      findings: { related?: { range: unknown; message: string }[] }[];
    };
    assert.equal(findings.length, 1);
    const [related, ...more] = findings[0]?.related ?? [];
    assert.deepEqual(more, []);
    assert.deepEqual(related?.range, { start: { line: 0, character: 16 }, end: { line: 0, character: 22 } });
    assert.match(related?.message ?? '', /^No mapping for GRC-03 /);
  });

  test('has its other places in SARIF', async () => {
    const log = await sarif(folder());
    const [related] = log.runs[0]?.results[0]?.relatedLocations ?? [];
    assert.deepEqual(related?.physicalLocation.region, {
      startLine: 1,
      startColumn: 17,
      endLine: 1,
      endColumn: 23,
    });
  });

  test('has a hint for each of them if asked', async () => {
    const { out } = await controlLens('check', folder(), '--hints');
    assert.match(out, /a\.md:1:17: hint no-mapping: No mapping for GRC-03 /);
  });
});

suite('check --output', () => {
  suiteTeardown(removeFolders);

  test('writes what would be printed, and ends as it would', async () => {
    const folder = folderFor({ 'a.md': POLICY });
    const file = path.join(folderFor({}), 'out.sarif');
    const { out, error, code } = await controlLens('check', folder, '--format', 'sarif', '--output', file);
    assert.equal(out, `1 file, 3 references: 1 warning, 1 information\nWritten to ${file}\n`);
    assert.deepEqual([error, code], ['', 0]);
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), await sarif(folder));
  });

  test('ends with 1 if it fails, whatever it writes', async () => {
    const folder = folderFor({ 'a.md': 'CCM IAM-99' });
    const { code } = await controlLens('check', folder, '--output', path.join(folder, 'out.txt'));
    assert.equal(code, 1);
  });

  test('never overwrites a document that was read', async () => {
    const folder = folderFor({ 'a.md': POLICY });
    const { out, code } = await controlLens('check', folder, '--output', path.join(folder, 'a.md'));
    assert.deepEqual([out, code], ['', 2]);
    assert.equal(readFileSync(path.join(folder, 'a.md'), 'utf8'), POLICY);
  });
});

suite('the settings of check', () => {
  suiteTeardown(removeFolders);

  const severities = async (text: string, ...options: readonly string[]): Promise<string[]> => {
    const { value } = await printed('check', folderFor({ 'a.md': text }), ...options);
    return value.findings.map(({ rule, severity }) => `${rule} ${severity}`);
  };

  test('set a severity by --rule, and turn a rule off', async () => {
    assert.deepEqual(await severities(POLICY, '--rule', 'no-mapping=error', '--rule', 'aicm-id=off'), [
      'no-mapping error',
    ]);
    assert.deepEqual(await severities('T1543.004', '--rule', 'no-mapped-control=warning'), [
      'no-mapped-control warning',
    ]);
  });

  test('judge by an older release by --attack', async () => {
    const text = 'ATT&CK T1070.001'; // revoked in 19.1
    assert.deepEqual(await severities(text), ['revoked-technique warning']);
    assert.deepEqual(await severities(text, '--attack', '18.1'), []);
  });

  test('report each control by --no-mapping', async () => {
    const ids = realKnowledge().framework('ccm').idsIn('4.1');
    const text = `CCM 4.1 ${ids.join(', CCM 4.1 ')}`;
    assert.deepEqual(await severities(text), ['no-mapping warning']);
    const each = unmappedIn('4.1', ids).map(() => 'no-mapping warning');
    assert.deepEqual(await severities(text, '--no-mapping', 'each'), each);
  });

  test('decide what is shaped like a control by --assume', async () => {
    assert.deepEqual(await severities('GRC-03'), []);
    assert.deepEqual(await severities('GRC-03', '--assume', 'always'), ['no-mapping warning']);
    assert.deepEqual(await severities('CCM GRC-03', '--assume', 'never'), []);
  });
});
