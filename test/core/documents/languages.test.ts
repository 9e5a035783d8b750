import assert from 'node:assert/strict';
import { extensionsOf, languageOfName } from '../../../src/core/documents/languages';

suite('the language of a file', () => {
  test('follows from the extension of its name', () => {
    const names = ['a.md', 'A.MD', 'b.yml', 'c.tar.json', 'd.adoc', 'README', 'e.constructor', 'f.'];
    assert.deepEqual(names.map(languageOfName), [
      ...['markdown', 'markdown', 'yaml', 'json', 'asciidoc'],
      ...[undefined, undefined, undefined],
    ]);
  });

  test('has its extensions, and an unknown language has none', () => {
    assert.deepEqual(extensionsOf(['yaml', 'json', 'nobodys', '__proto__']), [
      'eyaml',
      'eyml',
      'json',
      'yaml',
      'yml',
    ]);
  });
});
