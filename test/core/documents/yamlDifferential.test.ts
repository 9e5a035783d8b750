import assert from 'node:assert/strict';
import { PolicyDocument } from '../../../src/core/documents/document';
import { corpusDocuments } from '../../support/corpus';
import { keyNames } from '../../support/places';
import { seeded } from '../../support/random';
import { rounds } from '../../support/rounds';
import { yamlComments, yamlLeaves } from '../../support/yamlOracle';
import { YamlWriter } from '../../support/yamlWriter';

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

suite("our reading of YAML agrees with the yaml package's", () => {
  test('on random documents', () => {
    const writer = new YamlWriter(seeded(5));
    const count = rounds(500, 20_000);
    let valid = 0;
    for (let round = 0; round < count; round++) {
      const text = writer.document();
      const found = differences(text);
      if (found) valid++;
      assert.deepEqual(found ?? [], [], text);
    }
    assert.ok(valid > count * 0.6, `${valid} of ${count} are valid`);
  });

  test('on the documents of the corpus', function () {
    for (const { name, text } of corpusDocuments(this, /\.ya?ml$/)) {
      const found = differences(text);
      assert.ok(!found?.length, `${name}: ${found?.length} differ, ${found?.[0]?.slice(0, 60)}`);
    }
  });
});
