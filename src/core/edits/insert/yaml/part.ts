import type { Analysis } from '../../../analysis/analysis';
import { blockAround } from './block';

/** The YAML that is read to write at a place. */
export interface YamlPart {
  readonly text: string;
  /** Where it begins in the document. */
  readonly base: number;
  /** False where it is all there is. */
  readonly isPart: boolean;
  /** Anchors of what it may be a part of. */
  readonly anchors: readonly string[];
  /** What aliases outside of it may use. */
  readonly aliased: ReadonlySet<string>;
}

/** To parse a text takes up to a second for each million characters, and it is done several times. */
const LARGE = 200_000;
const NONE: ReadonlySet<string> = new Set();

/** The whole document, or the front matter of Markdown; of a large document what stands around the offset. */
export function yamlPart({ document }: Analysis, offset: number): YamlPart {
  const { text, lines } = document;
  if (document.kind === 'markdown') {
    const base = lines.startOf(1);
    const closing = lines.startOf(lines.lineAt(document.structure.contentStart - 1));
    return { text: text.slice(base, closing), base, isPart: false, anchors: [], aliased: NONE };
  }
  const block = text.length > LARGE ? blockAround(lines, offset, LARGE) : undefined;
  if (!block) return { text, base: 0, isPart: false, anchors: [], aliased: NONE };
  const { start, end, anchors } = block;
  return { text: text.slice(start, end), base: start, isPart: true, anchors, aliased: aliasesIn(text) };
}

/** All that look like one, in the whole text: to take too many for shared is no harm. */
function aliasesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\*([^\s,[\]{}]+)/g)].map(([, name = '']) => name));
}
