import assert from 'node:assert/strict';
import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import { PolicyDocument } from '../../../src/core/documents/document';
import { keyNames } from '../../support/places';
import { seeded } from '../../support/random';
import { isBraced } from '../../support/yamlOracle';
import { rounds } from '../../support/rounds';

/** The keys around each value that is a leaf, by the value's text, as the `yaml` package reads them. */
function pathsOf(text: string): Map<string, string> {
  const paths = new Map<string, string>();
  const visit = (node: unknown, path: readonly string[]): void => {
    if (isMap(node)) for (const { key, value } of node.items) visit(value, [keyText(key), ...path]);
    else if (isSeq(node))
      for (const item of node.items) visit(item, [node.flow && !isBraced(text, item) ? '' : '-', ...path]);
    else if (isScalar(node)) paths.set(String(node.value).trim(), path.filter(Boolean).join(' < '));
  };
  for (const document of parseAllDocuments(text)) {
    assert.deepEqual('errors' in document ? document.errors : [], [], text);
    if ('contents' in document) visit(document.contents, []);
  }
  return paths;
}

const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

/** Writes a tree of mappings and sequences in the styles that people use; each leaf is a word of its own. */
function writer(random: () => number, keys: readonly string[]): { text: string; leaves: string[] } {
  const leaves: string[] = [];
  const leaf = (): string => {
    leaves.push(`leaf${leaves.length}x`);
    return leaves.at(-1) ?? '';
  };
  const chance = (odds: number): boolean => random() < odds;
  const key = (): string => keys[Math.floor(random() * keys.length)] ?? '';
  const unique = (count: number): string[] => [...new Set(Array.from({ length: count }, key))];
  const value = (indent: string, depth: number): string => {
    if (depth > 3 || chance(0.35)) return ` ${leaf()}${chance(0.2) ? ' # key: comment' : ''}\n`;
    if (chance(0.2)) return ` |\n${indent}  ${leaf()}\n`;
    if (chance(0.3)) return ` [${leaf()}, ${leaf()}]\n`;
    if (chance(0.2)) return ` [\n${indent}    ${leaf()},\n${indent}    ${leaf()},\n${indent}  ]\n`;
    return chance(0.5) ? `\n${mapping(`${indent}  `, depth + 1)}` : `\n${sequence(indent, depth + 1)}`;
  };
  const mapping = (indent: string, depth: number): string =>
    unique(3)
      .map((name) => `${chance(0.1) ? '\n' : ''}${indent}${name}:${value(indent, depth)}`)
      .join('');
  const sequence = (parent: string, depth: number): string => {
    const indent = chance(0.5) ? parent : `${parent}  `;
    const item = (): string =>
      chance(0.4) ? `${indent}- ${leaf()}\n` : `${indent}- ${mapping(`${indent}  `, depth).trimStart()}`;
    return item() + item();
  };
  const text = mapping('', 0) + (chance(0.2) ? `---\n${mapping('', 0)}` : '');
  return { text, leaves };
}

function check(keys: readonly string[]): void {
  const random = seeded(11);
  for (let round = 0; round < rounds(100, 5000); round++) {
    const { text, leaves } = writer(random, keys);
    const paths = pathsOf(text);
    for (const written of [text, text.replaceAll('\n', '\r\n')]) {
      const document = new PolicyDocument(written, 'yaml');
      for (const leaf of leaves) {
        const place = document.structure.placeAt(written.indexOf(leaf));
        assert.equal(keyNames(place), paths.get(leaf), `${leaf} in\n${written}`);
      }
    }
  }
}

suite("our YAML keys agree with the yaml package's", () => {
  test('on random documents', () => check(['controls', 'a b', 'ccm_version', 'c', 'IAM-10', 'k&k']));

  test('on random documents with quoted keys', () => check(['controls', '"a b"', "'c'", '"IAM-10"']));
});
