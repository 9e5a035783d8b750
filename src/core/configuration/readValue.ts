import { isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import { readDocuments } from '../edits/insert/yaml/read';
import { failure, success, type Result } from '../text/result';
import { readJson } from './readJson';

const MAX_SIZE = 100_000;
const MAX_ALIASES = 20;

/** The value that the text of a configuration holds: YAML, or JSON where the name says so. An empty one holds nothing. */
export function readValue(name: string, text: string): Result<unknown> {
  if (text.length > MAX_SIZE)
    return failure('bad-configuration', `${name}: larger than ${MAX_SIZE / 1000} KB`);
  return name.endsWith('.json') ? readJson(name, text) : readYaml(name, text);
}

function readYaml(name: string, text: string): Result<unknown> {
  const documents = readDocuments(text);
  if (!documents.ok) {
    const isDeep = documents.failure.code === 'too-deep';
    return failure('bad-configuration', `${name}: ${isDeep ? 'nested too deeply' : 'not YAML'}`);
  }
  const [document, more] = documents.value;
  if (more) return failure('bad-configuration', `${name}: more than one YAML document`);
  if (!document) return success(null);
  return valueOf(name, document);
}

function valueOf(name: string, document: Document.Parsed): Result<unknown> {
  keepVersions(document.contents);
  try {
    return success(document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown);
  } catch {
    return failure('bad-configuration', `${name}: too many aliases`);
  }
}

/** `edition: 4.0` without quotes is a text: no setting is a number with a point. */
function keepVersions(node: Node | null): void {
  if (isScalar(node)) {
    if (typeof node.value === 'number' && node.source?.includes('.')) node.value = node.source;
  } else if (isMap(node)) {
    for (const { value } of node.items) keepVersions(value as Node | null);
  } else if (isSeq(node)) {
    for (const item of node.items) keepVersions(item as Node | null);
  }
}
