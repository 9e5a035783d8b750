import assert from 'node:assert/strict';
import { tablesOf } from '../../../src/core/report/model';
import { sectionsOf } from '../../../src/core/report/sections';
import { reportOfText } from '../../support/coverage';

suite('the sections of a report', () => {
  const sections = sectionsOf(
    reportOfText('ATT&CK T1021.007, T1190, T1003, T1086, T9999. CCM IAM-10, GRC-03, UEM-09'),
  );

  test('have as many cells in each row as columns', () => {
    for (const { id, columns, rows } of sections)
      for (const { cells } of rows) assert.equal(cells.length, columns.length, id);
  });

  test('name columns that they have, in parts and summaries', () => {
    for (const { id, columns, parts = [], summary } of sections) {
      const keys = new Set(columns.map(({ key }) => key));
      const tables = parts.flatMap(({ table }) => table ?? []);
      const named = [summary, ...tables, ...tables.map((table) => table.summary)].flatMap(
        (each) => each?.columns ?? [],
      );
      for (const key of named) assert.ok(keys.has(key), `${id}: ${key}`);
    }
  });

  test('have a table for each part with rows', () => {
    const titles = sections.flatMap(tablesOf).map(({ title }) => title);
    assert.equal(new Set(titles.filter(Boolean)).size, titles.filter(Boolean).length);
    for (const title of ['Open techniques (1)', 'Cited controls without a mapping (1)'])
      assert.ok(
        titles.some((each) => each === title),
        `${title} in ${titles.join('; ')}`,
      );
  });
});
