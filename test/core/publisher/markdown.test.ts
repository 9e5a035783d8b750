import assert from 'node:assert/strict';
import { plainText, publisherParagraphs } from '../../../src/core/publisher/texts/markdown';
import { firstSentence } from '../../../src/core/publisher/texts/sentence';

const parts = (markdown: string) => publisherParagraphs(markdown).flatMap((paragraph) => paragraph.parts);

suite('a publisher’s Markdown', () => {
  test('has links, code, bold text and citations', () => {
    assert.deepEqual(
      parts('See [Cloud API](https://attack.mitre.org/techniques/T1059/009) and <code>a|b</code>.'),
      [
        { text: 'See ' },
        { text: 'Cloud API', href: 'https://attack.mitre.org/techniques/T1059/009' },
        { text: ' and ' },
        { text: 'a|b', style: 'code' },
        { text: '.' },
      ],
    );
    assert.deepEqual(parts('**Use [A](https://a.org/b)**'), [
      { text: 'Use ', style: 'strong' },
      { text: 'A', style: 'strong', href: 'https://a.org/b' },
    ]);
    assert.deepEqual(parts('**Bold** `x`(Citation: One (2020))'), [
      { text: 'Bold', style: 'strong' },
      { text: ' ' },
      { text: 'x', style: 'code' },
      { text: '', citation: 'One (2020)' },
    ]);
  });

  for (const address of [
    'javascript:alert(1)',
    'http://example.org',
    'command:workbench.action.quit',
    'file:///etc/passwd',
    'https://a"onload=x',
    '//example.org',
    'https:\\\\example.org',
  ])
    test(`links to nothing but https: ${address}`, () =>
      assert.ok(parts(`[x](${address})`).every(({ href }) => href === undefined)));

  test('has lists, and is text otherwise', () => {
    assert.deepEqual(publisherParagraphs('* one\n  more\n2. two\r\n# three\n<script>alert(1)</script>'), [
      { isItem: true, parts: [{ text: 'one more' }] },
      { isItem: true, parts: [{ text: 'two' }] },
      { isItem: false, parts: [{ text: 'three' }] },
      { isItem: false, parts: [{ text: '<script>alert(1)</script>' }] },
    ]);
  });

  test('is read quickly whatever it holds', () => {
    for (const piece of ['[', '[x](', '(Citation: ', '<code>', '`', '**', '(', '<', '![](', '&lt;'])
      assert.ok(plainText(piece.repeat(100_000 / piece.length)).length >= 0);
  });

  test('keeps no mark of a citation that is taken out', () => {
    assert.equal(
      plainText('They log in (Citation: A). Then (Citation: B) they go.'),
      'They log in. Then they go.',
    );
  });
});

suite('the first sentence of a description', () => {
  const cases: readonly (readonly [text: string, sentence: string])[] = [
    ['Adversaries may log in, e.g. With SSO. Then more.', 'Adversaries may log in, e.g. With SSO.'],
    ['Uses the U.S. East region of J. Smith. Next.', 'Uses the U.S. East region of J. Smith.'],
    ['One [link](https://a.org/x. Y) here.(Citation: Z) Two.', 'One link here.'],
    ['No stop\n\nSecond line.', 'No stop'],
    ['Version 2.0 is out. It runs.', 'Version 2.0 is out.'],
    ['', ''],
  ];
  for (const [text, sentence] of cases)
    test(`is ${JSON.stringify(sentence)}`, () => assert.equal(firstSentence(text), sentence));

  test('is cut at a word if it has no end', () => {
    const sentence = firstSentence('word '.repeat(500));
    assert.ok(sentence.length < 330 && sentence.endsWith('word …'));
  });
});
