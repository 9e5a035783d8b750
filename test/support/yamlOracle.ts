import { type CST, isMap, isScalar, isSeq, Parser, parseAllDocuments, type Scalar } from 'yaml';

/** A scalar that is a value: where its text begins, and the keys around it, innermost first. */
export interface YamlLeaf {
  readonly offset: number;
  readonly path: string;
}

/** The values of a text as the `yaml` package reads them; undefined where it finds an error. */
export function yamlLeaves(text: string): YamlLeaf[] | undefined {
  const leaves: YamlLeaf[] = [];
  const leaf = ({ range, value }: Scalar, path: readonly string[]): void => {
    if (range && range[1] > range[0] && value !== null)
      leaves.push({ offset: range[0], path: path.filter(Boolean).join(' < ') });
  };
  const visit = (node: unknown, path: readonly string[]): void => {
    if (isMap(node)) for (const { key, value } of node.items) visit(value, [keyText(key), ...path]);
    else if (isSeq(node))
      for (const item of node.items) visit(item, [node.flow && !isBraced(text, item) ? '' : '-', ...path]);
    else if (isScalar(node)) leaf(node, path);
  };
  const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false });
  for (const document of documents) {
    if (!('contents' in document) || document.errors.length > 0) return undefined;
    visit(document.contents, []);
  }
  return leaves;
}

/** The comments of a text, each as its offset and source, out of the `yaml` package's tokens. */
export function yamlComments(text: string): string[] {
  const comments: string[] = [];
  const visit = (token: unknown): void => {
    if (Array.isArray(token)) for (const each of token) visit(each);
    else if (typeof token === 'object' && token !== null) {
      const { type, offset, source } = token as CST.SourceToken;
      if (type === 'comment') comments.push(`${offset} ${source.trimEnd()}`);
      else for (const each of Object.values(token)) visit(each);
    }
  };
  for (const token of new Parser().parse(text)) visit(token);
  return comments.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

/** A mapping in braces, as an item of a flow sequence may be one. */
export function isBraced(text: string, node: unknown): boolean {
  return isMap(node) && text[node.range?.[0] ?? 0] === '{';
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '-';
}
