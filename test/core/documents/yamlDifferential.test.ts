import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { PolicyDocument } from '../../../src/core/documents/document';
import { keyNames } from '../../support/places';
import { seeded } from '../../support/random';
import { yamlComments, yamlLeaves } from '../../support/yamlOracle';
import { YamlWriter } from '../../support/yamlWriter';

const corpus = process.env['CORPUS_DIR'] ?? '../shared/corpus';

/** What differs between our reading and the `yaml` package's; undefined where the text has errors. */
function differences(text: string): string[] | undefined {
  const leaves = yamlLeaves(text);
  if (!leaves) return undefined;
  const { structure } = new PolicyDocument(text, 'yaml');
  const differing = leaves.flatMap(({ offset, path: expected }) => {
    const found = keyNames(structure.placeAt(offset));
    return found === expected ? [] : [`${found} instead of ${expected} at ${offset}`];
  });
  const comments = structure
    .commentsWith('')
    .map(({ start, end }) => `${start} ${text.slice(start, end).trimEnd()}`);
  const expected = yamlComments(text);
  return comments.join('\n') === expected.join('\n')
    ? differing
    : [...differing, `comments ${comments.join(', ')} instead of ${expected.join(', ')}`];
}

suite('YAML agrees with the yaml package', function () {
  this.timeout(60_000);

  test('on written documents', () => {
    const writer = new YamlWriter(seeded(5));
    let valid = 0;
    for (let round = 0; round < 3000; round++) {
      const text = writer.document();
      const found = differences(text);
      if (found) valid++;
      assert.deepEqual(found ?? [], [], text);
    }
    assert.ok(valid > 2000, `${valid} are valid`);
  });

  test('on the corpus', function () {
    if (!fs.existsSync(corpus)) {
      console.log(`No corpus at ${corpus}`);
      this.skip();
    }
    for (const name of fs.readdirSync(corpus, { recursive: true, encoding: 'utf8' })) {
      if (!/\.ya?ml$/.test(name)) continue;
      const found = differences(fs.readFileSync(path.join(corpus, name), 'utf8'));
      assert.ok(!found?.length, `${name}: ${found?.length} differ, ${found?.[0]?.slice(0, 60)}`);
    }
  });
});
