import assert from 'node:assert/strict';
import { csvCell } from '../../../src/core/report/csv';
import { renderReport } from '../../../src/core/report/formats';
import { reportOf } from '../../../src/core/report/reportOf';
import { coverageOfTexts, reportOfText } from '../../support/coverage';
import { csvRows, parseCsv } from '../../support/csv';

suite('a report as CSV', () => {
  test('has a row for each technique, control and id that could not be judged', () => {
    const rows = csvRows(renderReport(reportOfText('ATT&CK T1059.001, T9999. CCM GRC-03'), 'csv'));
    assert.deepEqual(
      rows.map(({ kind, id, name, state, group }) => [kind, id, name, state, group].join('|')),
      [
        'technique|T1059.001|PowerShell|gap|TA0002',
        'control|GRC-03|Organizational Policy Reviews|without-mapping|GRC',
        'control|UEM-09|Anti-Malware Detection and Prevention|not-cited|UEM',
        'unjudged|T9999||unknown|',
      ],
    );
    const { references, places, 'mapped controls': mapped } = rows[0] ?? assert.fail();
    assert.deepEqual([mapped, references, places], ['UEM-09', '1', 'policy.md:1']);
  });

  test('ends its lines as RFC 4180 says, the last one too', () => {
    const text = renderReport(reportOfText(''), 'csv');
    assert.match(text, /^kind,id,.*\r\n$/);
    assert.equal(
      text.split('\n').every((line) => line === '' || line.endsWith('\r')),
      true,
    );
  });

  test('quotes what holds a separator, a quote or a line end', () => {
    for (const text of ['a,b', 'say "x"', 'a\nb', 'a\r\nb', ';', 'a\tb', '', 'plain'])
      assert.deepEqual(parseCsv(`${csvCell(text)},x\r\n`), [[text, 'x']], JSON.stringify(text));
  });

  test('holds no formula', () => {
    for (const text of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      '\n',
      '＝1',
      '=HYPERLINK("x","y")',
    ])
      assert.match(parseCsv(`${csvCell(text)}\r\n`)[0]?.[0] ?? '', /^'/, JSON.stringify(text));
    assert.equal(csvCell('IAM-14'), 'IAM-14');
  });

  test('defuses the name of a file that is a formula', () => {
    const coverage = coverageOfTexts({ '=cmd|"/c calc"!A0,.md': 'ATT&CK T1190' });
    const [{ places } = assert.fail()] = csvRows(renderReport(reportOf(coverage), 'csv'));
    assert.equal(places, `'=cmd|"/c calc"!A0,.md:1`);
  });
});
