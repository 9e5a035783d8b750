import { scanCandidates, type Candidate } from '../identifiers/candidates';
import { LineIndex } from '../text/lines';
import { lastStartingBy, type Span } from '../text/span';
import { AsciiDocStructure } from './asciidoc';
import { MarkdownStructure } from './markdown';
import type { Structure } from './place';
import { PlainStructure } from './plain';
import { struckSpans } from './struck';
import { TomlStructure } from './toml';
import { YamlStructure } from './yaml';

/** How a document's structure is read. */
export type DocumentKind = 'markdown' | 'yaml' | 'toml' | 'plain';

const KIND_BY_LANGUAGE: Readonly<Record<string, DocumentKind>> = {
  markdown: 'markdown',
  mdx: 'markdown',
  quarto: 'markdown',
  yaml: 'yaml',
  dockercompose: 'yaml',
  json: 'yaml',
  jsonc: 'yaml',
  toml: 'toml',
};

/** The kind for an editor's language id; a language nobody knows is plain text. */
export function documentKind(languageId: string): DocumentKind {
  return Object.hasOwn(KIND_BY_LANGUAGE, languageId) ? (KIND_BY_LANGUAGE[languageId] ?? 'plain') : 'plain';
}

/** One version of a document's text. What is derived from it is computed on first use, and once. */
export class PolicyDocument {
  private lazyLines: LineIndex | undefined;
  private lazyStructure: Structure | undefined;
  private lazyCandidates: readonly Candidate[] | undefined;
  private lazyStruck: readonly Span[] | undefined;

  constructor(
    readonly text: string,
    readonly languageId: string,
  ) {}

  get kind(): DocumentKind {
    return documentKind(this.languageId);
  }

  get lines(): LineIndex {
    this.lazyLines ??= new LineIndex(this.text);
    return this.lazyLines;
  }

  get candidates(): readonly Candidate[] {
    this.lazyCandidates ??= scanCandidates(this.text);
    return this.lazyCandidates;
  }

  get structure(): Structure {
    this.lazyStructure ??= structureOf(this.kind, this.languageId, this.lines);
    return this.lazyStructure;
  }

  /** Whether the text at the offset is struck through: its author took it out. Markdown only. */
  isStruck(offset: number): boolean {
    this.lazyStruck ??= this.kind === 'markdown' ? struckSpans(this.text, this.structure) : [];
    const span = this.lazyStruck[lastStartingBy(this.lazyStruck, offset)];
    return span !== undefined && offset < span.end;
  }
}

function structureOf(kind: DocumentKind, languageId: string, lines: LineIndex): Structure {
  switch (kind) {
    case 'markdown':
      return new MarkdownStructure(lines);
    case 'yaml':
      return new YamlStructure(lines, 0, lines.count, languageId.startsWith('json'));
    case 'toml':
      return new TomlStructure(lines);
    case 'plain':
      return languageId === 'asciidoc' ? new AsciiDocStructure(lines) : new PlainStructure(lines);
  }
}
