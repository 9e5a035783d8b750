import type { PolicyDocument } from '../documents/document';
import type { Key, KeyValue, Place } from '../documents/place';
import { withoutQuotes } from '../documents/quotes';
import { YamlFlow } from '../documents/yamlFlow';
import { isFramework } from '../frameworks/registry';
import { oneOf, pattern } from '../text/pattern';
import type { Reading } from './reading';

/** Keys that say what a mapping is about: `name: CCM` beside `value: IAM-14`. */
const LABEL_KEY = /^(?:name|type|kind|label|key|system|scheme|source)$/i;
/** Keys that say nothing of what they hold. */
const MEMBERS = ['number', 'code', 'item', 'clause', 'section', 'text'];
const VALUE_KEY = pattern('i', '^', oneOf(/(?:value|id|ref|reference)s?/, ...MEMBERS), '$');
const MAX_LABEL = 60;
/** Of a mapping in `{ }`, no more is read on either side of a key. */
const MAX_FLOW = 400;

/** What the keys beside a value call it, in YAML and JSON. */
export class Labels {
  private readonly mappings = new Map<string, string>();
  private readonly labels = new Map<string, string>();

  constructor(
    private readonly document: PolicyDocument,
    values: readonly KeyValue[],
    private readonly readLabel: (text: string) => Reading,
  ) {
    for (const { key, value, mapping } of values) {
      this.mappings.set(nameOf(key), mapping);
      if (isLabel(key.name, value) && !this.labels.has(mapping)) this.labels.set(mapping, value);
    }
  }

  /** `CCM` for the value in `{name: CCM, value: IAM-14}`; under a key that says more, only a framework's name counts. */
  at({ keys }: Place): string | undefined {
    const key = keys.find(({ name }) => name !== '');
    if (!key || LABEL_KEY.test(key.name)) return undefined;
    const mapping = this.mappings.get(nameOf(key));
    const label = mapping === undefined ? this.labelInFlow(key) : this.labels.get(mapping);
    if (label === undefined) return undefined;
    const [first] = this.readLabel(label).frameworks;
    return VALUE_KEY.test(key.name) || (first && isFramework(first.key)) ? label : undefined;
  }

  /** That of an item in a sequence on its line: `[{name: CCM, value: IAM-14}, {name: ticket, value: IAM-11}]`. */
  private labelInFlow({ line, column }: Key): string | undefined {
    const { lines, text } = this.document;
    const at = lines.startOf(line) + column;
    const floor = Math.max(lines.startOf(line), at - MAX_FLOW);
    const open = text.slice(floor, at + 1).lastIndexOf('{');
    if (open < 0) return undefined;
    const start = floor + open;
    const pairs = YamlFlow.pairsIn(text, start, Math.min(lines.endOf(line), at + MAX_FLOW));
    const own = pairs.map((pair) => ({
      ...pair,
      name: withoutQuotes(text.slice(pair.key.start, pair.key.colon).trim()),
      value: withoutQuotes(pair.value),
    }));
    return own.find(({ mapping, name, value }) => mapping === start && isLabel(name, value))?.value;
  }
}

function isLabel(name: string, value: string): boolean {
  return LABEL_KEY.test(name) && value !== '' && value.length <= MAX_LABEL;
}

function nameOf({ line, column }: Key): string {
  return `${line}:${column}`;
}
