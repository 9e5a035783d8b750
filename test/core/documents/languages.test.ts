import assert from 'node:assert/strict';
import { extensionsOf, languageOfName } from '../../../src/core/documents/languages';

suite('languages of files', () => {
  test('a name tells its language by its ending', () => {
    const names = ['a.md', 'A.MD', 'b.yml', 'c.tar.json', 'd.adoc', 'README', 'e.constructor', 'f.'];
    assert.deepEqual(names.map(languageOfName), [
      ...['markdown', 'markdown', 'yaml', 'json', 'asciidoc'],
      ...[undefined, undefined, undefined],
    ]);
  });

  test('languages have endings, unknown ones none', () => {
    assert.deepEqual(extensionsOf(['yaml', 'json', 'nobodys', '__proto__']), [
      'eyaml',
      'eyml',
      'json',
      'yaml',
      'yml',
    ]);
  });
});
