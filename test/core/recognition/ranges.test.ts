import assert from 'node:assert/strict';
import { referencesIn } from '../../support/references';

/** Every reference as `id` where it is written out, as `(id)` where it is implied, with the text of its span. */
function members(text: string): string[] {
  return referencesIn('markdown', text).map((reference) =>
    reference.implied ? `(${reference.id}) ${reference.text}` : reference.id,
  );
}

const through = (from: number, to: number, code: string, text: string): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `(${code}-${String(from + at).padStart(2, '0')}) ${text}`);

suite('ranges and shorthand', () => {
  const ranges = [
    'IAM-01 to IAM-04',
    'IAM-01 through IAM-04',
    'IAM-01–IAM-04',
    'IAM-01-IAM-04',
    'IAM-01 … IAM-04',
  ];
  for (const range of ranges)
    test(range, () =>
      assert.deepEqual(members(`CCM ${range}.`), ['IAM-01', ...through(2, 3, 'IAM', range), 'IAM-04']),
    );

  test('a short end is a member, and spans its digits', () => {
    assert.deepEqual(members('CCM CEK-10 to 13'), [
      'CEK-10',
      ...through(11, 12, 'CEK', 'CEK-10 to 13'),
      '(CEK-13) 13',
    ]);
    assert.deepEqual(members('CCM 3.0.1 DSI-05-07'), ['DSI-05', '(DSI-07) 07']);
  });

  test('a short list', () => {
    assert.deepEqual(members('CCM STA-01, -02 and -05'), ['STA-01', '(STA-02) 02', '(STA-05) 05']);
  });

  test('numbers alone, where the id before them is certain', () => {
    const numbers = ['IAM-01', '(IAM-02) 02', '(IAM-14) 14'];
    for (const text of [
      'CCM IAM-01, 02 and 14',
      'CCM IAM-01, 02 and 14.',
      'CCM IAM-01/02/14 apply',
      'CCM (IAM-01, 02, 14)',
      'CCM IAM-01, 02, and 14 are met',
      '| CCM |\n| --- |\n| IAM-01, 02 & 14 |',
      '# CCM\n\n- IAM-01, 02,\n  14\n',
      'CCM IAM-01, 02 and 14 <!-- why -->',
      'CCM IAM-01, 02 and 14 – why',
      'CCM IAM-01, 02 and 14 control-lens-disable-line',
    ])
      assert.deepEqual(members(text), numbers, text);
    assert.deepEqual(members('CCM IAM-01, 02 and LOG-03 or 05'), [
      'IAM-01',
      '(IAM-02) 02',
      'LOG-03',
      '(LOG-05) 05',
    ]);
    assert.deepEqual(members('CCM IAM-01 to IAM-03, 05'), [
      'IAM-01',
      '(IAM-02) IAM-01 to IAM-03',
      'IAM-03',
      '(IAM-05) 05',
    ]);
  });

  test('ids joined by a slash are no range', () => {
    assert.deepEqual(members('CCM IAM-12/SEF-02'), ['IAM-12', 'SEF-02']);
  });

  test('members that the edition does not have are left out: 4.1 has IAM-12, the mapping file does not', () => {
    const range = 'IAM-11 to IAM-13';
    assert.deepEqual(members(`CCM ${range}`), ['IAM-11', 'IAM-13']);
    assert.deepEqual(members(`CCM 4.1 ${range}`), ['IAM-11', `(IAM-12) ${range}`, 'IAM-13']);
  });

  const none = [
    ['backwards', 'CCM IAM-05 to IAM-01', ['IAM-05', 'IAM-01']],
    ['of two domains', 'CCM IAM-01 to SEF-02', ['IAM-01', 'SEF-02']],
    ['too long', 'CCM IAM-01 to 99', ['IAM-01']],
    ['of techniques', 'T1021 to T1023', ['T1021', 'T1023']],
    ['of questions', 'CAIQ IAM-01.1 to IAM-04.1', ['IAM-01', 'IAM-04']],
    ['with too much between', 'CCM IAM-01 all the way to IAM-04', ['IAM-01', 'IAM-04']],
    ['numbers below an id that is not sure', 'IAM-01, 02 and 05', ['IAM-01']],
    ['numbers that the edition does not have', 'CCM 4.1 IAM-05, 06 and 55', ['IAM-05']],
    ['numbers that go down', 'CCM IAM-05, 02', ['IAM-05']],
    ['people', 'CCM IAM-05 and 12 engineers', ['IAM-05']],
    ['people after a list', 'CCM IAM-05, 06 and 12 engineers', ['IAM-05']],
    ['a date', 'CCM IAM-05, 12 March', ['IAM-05']],
    ['a date in numbers', 'CCM IAM-05, 12/03/2025 and CCM IAM-06, 12.03.2025', ['IAM-05', 'IAM-06']],
    ['a time', 'CCM IAM-05, 10:30', ['IAM-05']],
    ['an amount', 'CCM IAM-05, 12,000 and CCM IAM-06, 07.5', ['IAM-05', 'IAM-06']],
    ['a share', 'CCM IAM-05, 10%', ['IAM-05']],
    ['other counts', 'CCM IAM-05, 06 others and CCM LOG-05 or 06 more', ['IAM-05', 'LOG-05']],
    ['a line that begins with a number', 'CCM IAM-05\n06 apples', ['IAM-05']],
    ['a year', 'CCM IAM-01 to 2025', ['IAM-01']],
  ] as const;
  for (const [name, text, expected] of none)
    test(`no range: ${name}`, () => assert.deepEqual(members(text), expected));

  test('the ends and the members know the whole range, and where it is judged', () => {
    const text = 'CCM IAM-01 to IAM-03';
    const [first, second] = referencesIn('markdown', text);
    const range = { start: 4, end: text.length };
    assert.deepEqual([first?.range, second?.range, second?.span], [range, range, range]);
    assert.deepEqual([second?.certainty, second?.edition], [first?.certainty, first?.edition]);
  });

  test('a short end at the end of a sentence', () => {
    assert.equal(members('See CCM CEK-10 to 13.').length, 4);
    assert.deepEqual(members('CCM CEK-10 to 13.5'), ['CEK-10']);
  });

  for (const code of ['AIS', 'DCS', 'HRS', 'IVS'])
    test(`a short end at a line's end keeps its members above a ${code} code`, () => {
      for (const [above, below] of [
        ['CCM 4.1 CEK-10 to 21', `${code}-01`],
        ['- CCM 4.1 CEK-10 to 21', `- ${code}-01`],
        ['CCM 4.1 CEK-10 to 21', `${code} is next`],
      ])
        assert.equal(members(`${above}\n${below}`).filter((each) => each.includes('CEK')).length, 12);
      assert.equal(members(`CCM 4.1 CEK-10 to 21 ${code}-01`).length, 13);
    });

  test('a short end in a value of YAML keeps its members above a key in the plural', () => {
    const references = referencesIn('yaml', 'ccm: CEK-10 to 13\nowners: x\n');
    assert.deepEqual(
      references.map(({ id }) => id),
      ['CEK-10', 'CEK-11', 'CEK-12', 'CEK-13'],
    );
  });

  test('no range: a count that goes on in the next line', () => {
    for (const text of ['CCM IAM-07 to 14\ndays', '- CCM IAM-07 to 14\r\n  devices'])
      assert.deepEqual(members(text), ['IAM-07'], text);
    assert.deepEqual(members('CCM IAM-07 to 14 Days'), ['IAM-07']);
  });

  test('numbers alone of which one is only in another edition than that of the others, if nothing says which', () => {
    const text = 'CCM IAM-09, 10, 11 and 12'; // the mapping file has no IAM-12
    assert.deepEqual(members(text), ['IAM-09', '(IAM-10) 10', '(IAM-11) 11', '(IAM-12) 12']);
    assert.deepEqual(members(`CCM 4.1 IAM-09, 10 and 19`), ['IAM-09']);
    assert.deepEqual(
      referencesIn('markdown', text).map(({ edition }) => edition?.edition),
      ['mapping', 'mapping', 'mapping', '4.1'],
    );
  });

  test('numbers alone in front of a comment of YAML', () => {
    const ids = (text: string): string[] => referencesIn('yaml', text).map(({ id }) => id);
    for (const comment of ['# why', '# control-lens-disable-line no-mapping'])
      assert.deepEqual(ids(`controls:\n  - CCM IAM-01, 02 and 14 ${comment}\n`), [
        'IAM-01',
        'IAM-02',
        'IAM-14',
      ]);
    assert.deepEqual(members('CCM IAM-01, 02 and 14 #5'), ['IAM-01']);
    assert.deepEqual(members('CCM IAM-01, 02 and 14 - 20 laptops'), ['IAM-01']);
  });

  test('no range: a dash and a number of hours', () => {
    assert.deepEqual(members('- CCM IAM-07 – 24 hours after termination'), ['IAM-07']);
    assert.deepEqual(members('CCM IAM-07 - 30 days'), ['IAM-07']);
  });

  test('no range: a number with a unit', () => {
    assert.deepEqual(members('CCM IAM-07 to 14 days'), ['IAM-07']);
  });

  test('members that the crosswalk of 3.0.1 has', () => {
    const range = 'IAM-01 to IAM-05';
    const ids = members(`CCM 3.0.1 ${range}`);
    for (const id of ['IAM-02', 'IAM-04']) assert.ok(ids.includes(`(${id}) ${range}`), id);
  });
});
