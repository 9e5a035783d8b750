import assert from 'node:assert/strict';
import { CCM } from '../../../src/data/frameworks/ccm';
import { isEditionHeader } from '../../../src/data/frameworks/columns';
import { controlRecords, domainRecords, editionRecords } from '../../../src/data/frameworks/controls';
import { readEditionTable } from '../../../src/data/frameworks/editions';
import { readTable } from '../../../src/data/frameworks/table';
import type { Ids } from '../support/ccm';
import { editions, editionsText } from '../support/ccm';
import { messageOf, valueOf } from '../support/results';

const refused = (text: string) => messageOf(readEditionTable(readTable(text), CCM));

suite('the table of CCM editions', () => {
  test('is recognized by its header', () => {
    assert.ok(isEditionHeader(readTable(editionsText()).header));
    assert.ok(!isEditionHeader(['id_4_1', 'description']));
    assert.ok(!isEditionHeader(['IAM-01']));
  });

  test('gives editions newest first by number, and the mapping file last', () => {
    const header = ['id_in_mapping_file', 'title_in_mapping_file'];
    for (const edition of ['4_0', '10_0', '4_0_5']) header.unshift(`id_${edition}`, `title_${edition}`);
    const table = valueOf(
      readEditionTable(readTable(`${header.join('\t')}\n${'\t'.repeat(6)}IAM-01\tA title`), CCM),
    );
    assert.deepEqual(table.editions, ['10.0', '4.0.5', '4.0', 'mapping']);
  });

  test('may have Windows line ends and empty lines', () => {
    const text = editionsText(['IAM-01', 'IAM-01', 'IAM-01']);
    const table = valueOf(readEditionTable(readTable(`${text.replaceAll('\n', '\r\n')}\r\n`), CCM));
    assert.equal(table.controls.length, 1);
  });

  test('is refused with the line of a bad control, title or row', () => {
    const header = editionsText();
    assert.match(refused(`${header}__proto__\t\t\tA\t\t\n`), /line 2: "__proto__" is no id/);
    assert.match(refused(`${header}IAM-01\t\t\t\t\t\n`), /line 2: title of IAM-01: is empty/);
    assert.match(refused(`${header}\t\t\tA\t\t\n`), /line 2: "" is no id/);
    assert.match(refused(`${header}IAM-01\tA\n`), /line 2: has 2 cells, not 6/);
    assert.match(refused(`${header}IAM-01\t\t\tA\u0000B\t\t\n`), /control characters/);
    assert.match(refused(header), /holds no control/);
    assert.match(
      refused('id_4_1\ttitle_4_0\nIAM-01\tA'),
      /edition 4.1 has no column of ids, or none of titles/,
    );
    assert.match(refused('id_4_1\tid_4_1\ttitle_4_1\nA\tB\tC'), /a column stands twice/);
  });

  test('is refused if an ID is in an edition twice', () => {
    const twice = editionsText(['IAM-01', 'IAM-02', ''], ['IAM-02', 'IAM-02', '']);
    assert.match(refused(twice), /edition 4.0: IAM-02 stands twice/);
  });
});

suite('the controls of the table', () => {
  const records = (...ids: readonly Ids[]) => controlRecords(editions(...ids), CCM);

  test('have the ID in their newest edition as key', () => {
    const keys = records(['IAM-13', 'IAM-14', 'IAM-14'], ['', 'IAM-12', ''], ['', '', 'IAM-99']).map(
      ({ key }) => key,
    );
    assert.deepEqual(keys, ['IAM-12@4.0', 'IAM-13@4.1', 'IAM-99@mapping']);
  });

  test('have no ID in an edition that lacks them', () => {
    assert.deepEqual(records(['SEF-09', '', ''])[0], {
      key: 'SEF-09@4.1',
      domain: 'SEF',
      ids: { '4.1': 'SEF-09' },
      titles: { '4.1': 'Title of SEF-09' },
    });
  });

  test('have trimmed titles with single spaces', () => {
    const text = `${editionsText()}IAM-01\t\t\t  Two  spaces \t\t\n`;
    const table = valueOf(readEditionTable(readTable(text), CCM));
    assert.equal(controlRecords(table, CCM)[0]?.titles['4.1'], 'Two spaces');
  });

  test('have a domain with another code in another edition', () => {
    const table = editions(['I&S-09', 'IVS-09', 'I&S-09'], ['', 'IVS-10', ''], ['IAM-01', 'IAM-01', '']);
    const names = new Map([
      ['I&S', 'Infrastructure'],
      ['IAM', 'Identity'],
    ]);
    assert.deepEqual(valueOf(domainRecords(table, names, CCM)), [
      { code: 'I&S', name: 'Infrastructure', codes: { '4.0': 'IVS' } },
      { code: 'IAM', name: 'Identity' },
    ]);
    const domains = controlRecords(table, CCM).map(({ key, domain }) => `${key} ${domain}`);
    assert.deepEqual(domains, ['I&S-09@4.1 I&S', 'IAM-01@4.1 IAM', 'IVS-10@4.0 I&S']);
    assert.match(messageOf(domainRecords(table, new Map(), CCM)), /no name for the domain I&S/);
  });

  test('give a domain no other code by moving to it', () => {
    const table = editions(['LOG-01', 'IAM-12', ''], ['LOG-02', 'LOG-02', ''], ['IAM-12', 'IAM-11', '']);
    const names = new Map([
      ['LOG', 'Logging'],
      ['IAM', 'Identity'],
    ]);
    assert.ok(valueOf(domainRecords(table, names, CCM)).every(({ codes }) => codes === undefined));
  });

  test('are counted by edition, with its label', () => {
    const table = editions(['IAM-13', 'IAM-14', 'IAM-14'], ['', 'IAM-12', '']);
    assert.deepEqual(editionRecords(table, CCM), [
      { id: '4.1', label: 'CCM 4.1', count: 1 },
      { id: '4.0', label: 'CCM 4.0', count: 2 },
      { id: 'mapping', label: 'the mapping file', count: 1 },
    ]);
  });
});
