import { lastStartingBy, type Span } from '../text/span';
import { FlowNodes, NO_NODE, type FlowNodeIndex } from './flowNodes';
import { FlowReader } from './flowReader';

/** A key within `{ }` or `[ ]`: `[start, colon)` spans it, with its quotes. */
export interface FlowKey {
  readonly start: number;
  readonly colon: number;
}

/** A key of a flow mapping with a value of one text, and the key that holds the mapping, if that is in the flow too. */
export interface FlowPair {
  readonly key: FlowKey;
  readonly value: string;
  readonly parent: FlowKey | undefined;
  /** Offset of the mapping's bracket. */
  readonly mapping: number;
}

/** A flow collection of a document: the entry whose value it is, -1 at the top, and the first of its nodes. */
export interface Flow extends Span {
  readonly entry: number;
  readonly firstNode: FlowNodeIndex;
}

/** How many times the text's length searches for a closing bracket may read in vain, all of them together. */
const SEARCHES = 4;
/** A pair is read to its end, if that is near. */
const PAIR_RESERVE = 200;

/** The flow collections of a document, each read once. */
export class YamlFlow {
  readonly nodes = new FlowNodes();
  readonly flows: Flow[] = [];
  private readonly reader: FlowReader;
  private searchBudget: number;

  /** A collection of JSON that is never closed goes on to the end of the text, one of YAML to the end of its line. */
  constructor(
    text: string,
    private readonly end: number,
    private readonly isJson: boolean,
  ) {
    this.searchBudget = SEARCHES * end;
    this.reader = new FlowReader(text, this.nodes, isJson);
  }

  /** Reads the collection that begins at `start`; gives back where it ends. */
  read(entry: number, start: number, lineEnd: number): number {
    const { nodes, reader } = this;
    const mark = nodes.mark();
    const firstNode = nodes.count;
    const limit = Math.max(lineEnd, this.isJson ? this.end : Math.min(this.end, start + this.searchBudget));
    if (!reader.read(start, limit) && !this.isJson && reader.position > lineEnd) {
      this.searchBudget = Math.max(0, this.searchBudget - (reader.position - start));
      nodes.reset(mark);
      reader.read(start, lineEnd);
    }
    this.flows.push({ entry, start, end: reader.position, firstNode });
    return reader.position;
  }

  /** The collection that holds the offset, or begins at it. */
  at(offset: number): Flow | undefined {
    const flow = this.flows[lastStartingBy(this.flows, offset)];
    return flow && offset <= flow.end ? flow : undefined;
  }

  /** The first collection that begins after the offset. */
  after(offset: number): Flow | undefined {
    return this.flows[lastStartingBy(this.flows, offset) + 1];
  }

  /** The pairs of the mapping that begins here and of those in it, about as far as the offset `end`. */
  static pairsIn(text: string, start: number, end: number): FlowPair[] {
    const nodes = new FlowNodes();
    new FlowReader(text, nodes).read(start, end + PAIR_RESERVE);
    return Array.from({ length: nodes.count }, (_, node) => pairOf(text, nodes, node)).filter(
      (pair) => pair !== undefined,
    );
  }
}

function pairOf(text: string, nodes: FlowNodes, node: FlowNodeIndex): FlowPair | undefined {
  const colon = nodes.colonOf(node);
  const end = nodes.scalarEndOf(node);
  if (colon < 0 || end < 0) return undefined;
  const parent = nodes.parentOf(node);
  return {
    key: { start: nodes.startOf(node), colon },
    value: text.slice(nodes.valueOf(node), end),
    parent: parent === NO_NODE ? undefined : { start: nodes.startOf(parent), colon: nodes.colonOf(parent) },
    mapping: nodes.bracketOf(node),
  };
}
