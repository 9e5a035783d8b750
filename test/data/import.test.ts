import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { SourcesFile } from '../../src/core/knowledge/records';
import { writeAll } from '../../src/data/output/write';
import { editionsText, mappingJson, row } from './support/ccm';
import { nistMappingJson, nistRow } from './support/nist';
import { contentOf, folderWith, importing } from './support/folders';
import { messageOf } from './support/results';
import { bundle, revoked, revokedBy, technique } from './support/stix';

const INPUTS = {
  'attack/enterprise-attack-17.1.json': JSON.stringify(bundle([technique('T1086'), technique('T1059.001')])),
  'attack/enterprise-attack-18.1.json': JSON.stringify(
    bundle([technique('T1086', revoked), technique('T1059.001'), revokedBy('T1086', 'T1059.001')]),
  ),
  'mappings/any-name.json': JSON.stringify(mappingJson([row('IAM-13', 'T1059.001'), row('IAM-14')])),
  'mappings/nist.json': JSON.stringify(nistMappingJson([nistRow('AC-02', 'T1059.001')])),
  'ccm/editions.tsv': editionsText(['IAM-12', 'IAM-13', 'IAM-13'], ['IAM-13', 'IAM-14', 'IAM-14']),
  'ccm/crosswalk.tsv': 'ccm_3_0_1_id\tccm_4_0_id\nIAM - 12\tIAM-14\n',
  'ccm/aicm-1.1.0-ids.txt': 'IAM-01\nMDS-01\n',
};
const NAMES = ['attack.json', 'ccm.json', 'nist-800-53.json', 'sources.json'];

/** Runs over those inputs, changed, into a folder beside them that already holds `data`. */
function imported(
  changes: Readonly<Record<string, string>> = {},
  data: Readonly<Record<string, string>> = {},
) {
  const from = folderWith({ ...INPUTS, ...changes });
  const to = folderWith(data);
  return { from, to, ...importing('--from', from, '--to', to) };
}

suite('the importer', () => {
  test('writes its files with one record a line', () => {
    const { code, to, complaint } = imported();
    assert.deepEqual([code, complaint], [0, '']);
    assert.deepEqual(fs.readdirSync(to).sort(), NAMES);
    const lines = contentOf(to)['attack.json']?.split('\n');
    assert.ok(
      lines?.includes('{"domain":"enterprise","version":"18.1","tactics":[]}'),
      'a release on its line',
    );
  });

  test('gives the same bytes wherever the inputs are and in whatever order their objects come', () => {
    const turned = bundle([technique('T1059.001'), technique('T1086')]);
    const [first, second] = [
      imported(),
      imported({ 'attack/enterprise-attack-17.1.json': JSON.stringify(turned) }),
    ];
    for (const name of ['attack.json', 'ccm.json']) {
      assert.equal(contentOf(first.to)[name], contentOf(second.to)[name]);
    }
    assert.deepEqual(contentOf(imported().to), contentOf(first.to));
  });

  test('names each input that it read, without a path', () => {
    const { from, to } = imported();
    const text = contentOf(to)['sources.json'] ?? '';
    const { sources }: SourcesFile = JSON.parse(text);
    assert.deepEqual(
      sources.map(({ file, version, date }) => [file, version, date]),
      [
        ['aicm-1.1.0-ids.txt', '1.1.0', ''],
        ['any-name.json', '4.1', '2026-01-27'],
        ['crosswalk.tsv', '3.0.1', ''],
        ['editions.tsv', '4.1', ''],
        ['enterprise-attack-17.1.json', '17.1', ''],
        ['enterprise-attack-18.1.json', '18.1', ''],
        ['nist.json', 'rev5', '2025-04-16'],
      ],
    );
    assert.ok(sources.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)));
    assert.ok(!text.includes(path.basename(from)));
  });

  test('skips other frameworks and files with a line that says so', () => {
    const { code, said } = imported({
      'mappings/other.json': JSON.stringify(mappingJson([], { mapping_framework: 'cri_profile' })),
      'mappings/schema.json': '{"title": "a schema"}',
      'mappings/list.json': '[1]',
      'notes.txt': 'IAM-13 is a control\n',
      'README.md': '# Notes\n',
      '.hidden/broken.json': '{',
    });
    assert.equal(code, 0);
    assert.match(said, /^other\.json: skipped, the framework "cri_profile" is not imported$/m);
    for (const name of ['schema.json', 'list.json', 'notes.txt', 'README.md']) {
      assert.match(said, new RegExp(`^${name.replace('.', '\\.')}: skipped, `, 'm'));
    }
    assert.ok(!said.includes('broken'));
  });

  test('reports the count of rows that state nothing', () => {
    const rows = [row('IAM-13', 'T1059.001'), row('IAM-13', 'T1086', { capability_id: null })];
    const { said } = imported({ 'mappings/any-name.json': JSON.stringify(mappingJson(rows)) });
    assert.match(said, /any-name\.json: 1 rows, 1 skipped/);
  });
});

suite('the importer refuses', () => {
  const old = { 'attack.json': 'old', 'ccm.json': 'old', 'other.txt': 'kept' };

  function refused(changes: Readonly<Record<string, string>>): string {
    const { code, complaint, to } = imported(changes, old);
    assert.equal(code, 2);
    assert.deepEqual(contentOf(to), old, 'nothing was written');
    return complaint;
  }

  test('a bad input, names it and writes nothing', () => {
    const first = 'attack/enterprise-attack-17.1.json';
    const named = (text: string) => refused({ [first]: text });
    assert.match(named('{"type": "bundle",'), /^enterprise-attack-17\.1\.json: is not valid JSON/);
    assert.match(
      named(JSON.stringify(bundle([technique('T1', {})]))),
      /^enterprise-attack-17\.1\.json: .*no ATT&CK id/,
    );
    assert.match(named(JSON.stringify(bundle([]))), /^enterprise-attack-17\.1\.json: .*no technique/);
    const rows = [row('IAM-99', 'T1086')];
    assert.match(
      refused({ 'mappings/any-name.json': JSON.stringify(mappingJson(rows)) }),
      /^any-name\.json: IAM-99: the table of editions does not have this id/,
    );
    assert.match(refused({ 'ccm/editions.tsv': 'id_4_1\ttitle_4_1\nx\ty\n' }), /^editions\.tsv: line 2: "x"/);
  });

  test('a bundle or a table that is given twice', () => {
    const again = INPUTS['attack/enterprise-attack-17.1.json'];
    assert.match(
      refused({ 'again/enterprise-attack-17.1-copy.json': again }),
      /both hold ATT&CK enterprise 17\.1/,
    );
    assert.match(
      refused({ 'again/mapping.json': INPUTS['mappings/any-name.json'] }),
      /more than one mapping file/,
    );
    assert.match(
      refused({ 'again/table.tsv': INPUTS['ccm/editions.tsv'] }),
      /more than one table of the editions/,
    );
  });

  test('a missing input', () => {
    const nothing = {
      'attack/enterprise-attack-17.1.json': '{}',
      'attack/enterprise-attack-18.1.json': '{}',
    };
    assert.match(refused(nothing), /no ATT&CK release/);
    assert.match(refused({ 'mappings/any-name.json': '{}' }), /no mapping file of CSA CCM was found/);
    assert.match(refused({ 'ccm/editions.tsv': '' }), /no table of the editions of CSA CCM was found/);
  });

  test('bytes that are not UTF-8', () => {
    const from = folderWith(INPUTS);
    fs.writeFileSync(path.join(from, 'latin1.json'), Buffer.from([0x22, 0xe9, 0x22]));
    const { code, complaint } = importing('--from', from, '--to', folderWith({}));
    assert.equal(code, 2);
    assert.match(complaint, /^latin1\.json: cannot be read as UTF-8 text/);
  });

  test('an unknown command line', () => {
    for (const args of [[], ['--to', 'x'], ['--form', 'x'], ['--from'], ['x', '--from', 'y']]) {
      const { code, complaint } = importing(...args);
      assert.equal(code, 2);
      assert.match(complaint, /^usage: /);
    }
    const { code, complaint } = importing('--from', path.join(folderWith({}), 'nowhere'));
    assert.equal(code, 2);
    assert.match(complaint, /nowhere: the folder cannot be read \(ENOENT\)/);
  });
});

suite('the importer, when it writes,', () => {
  test('writes no file if a folder is in the way of one', () => {
    const { code, to, complaint } = imported({}, { 'attack.json': 'old', 'sources.json/x': 'y' });
    assert.equal(code, 2);
    assert.match(complaint, /sources\.json is a folder/);
    assert.deepEqual(fs.readdirSync(to).sort(), ['attack.json', 'sources.json']);
    assert.equal(fs.readFileSync(path.join(to, 'attack.json'), 'utf8'), 'old');
  });

  test("leaves every file as it was if one can't be staged", () => {
    const to = folderWith({ 'a.json': 'old' });
    const outputs = [
      { name: 'a.json', text: 'new' },
      { name: 'missing/b.json', text: 'new' },
    ];
    assert.match(messageOf(writeAll(to, outputs)), /cannot be written \(ENOENT\)/);
    assert.deepEqual(contentOf(to), { 'a.json': 'old' });
  });

  test('fails if a file is where the folder should be', () => {
    const file = path.join(folderWith({ data: 'a file' }), 'data');
    assert.match(
      messageOf(writeAll(file, [{ name: 'a.json', text: '' }])),
      /cannot be written \((EEXIST|ENOTDIR)\)/,
    );
    assert.equal(fs.readFileSync(file, 'utf8'), 'a file');
  });

  test('replaces a file, so that a reader keeps the old one', () => {
    const to = folderWith({ 'a.json': 'old' });
    const open = fs.openSync(path.join(to, 'a.json'), 'r');
    writeAll(to, [{ name: 'a.json', text: 'new and longer' }]);
    assert.equal(fs.readFileSync(open, 'utf8'), 'old');
    fs.closeSync(open);
    assert.deepEqual(contentOf(to), { 'a.json': 'new and longer' });
  });

  test('makes a missing folder', () => {
    const to = path.join(folderWith({}), 'deep', 'data');
    assert.equal(importing('--from', folderWith(INPUTS), '--to', to).code, 0);
    assert.deepEqual(fs.readdirSync(to).sort(), NAMES);
  });
});
