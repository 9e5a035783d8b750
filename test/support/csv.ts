import assert from 'node:assert/strict';

/** The records of a text as RFC 4180 has them; lines end with CRLF. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    assert.ok(match, `no field at ${at}: ${text.slice(at, at + 40)}`);
    const [, quoted, plain = '', end] = match;
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** The records after the first one, by the names that the first one has. */
export function csvRows(text: string): Readonly<Record<string, string>>[] {
  const [head = [], ...records] = parseCsv(text);
  return records.map((record) => {
    assert.equal(record.length, head.length);
    return Object.fromEntries(head.map((name, at) => [name, record[at] ?? '']));
  });
}
