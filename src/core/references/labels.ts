import type { Key, KeyValue, Place } from '../documents/place';

/** Keys that say what a mapping is about: `name: CCM` beside `value: IAM-14`. Others declare a framework, or its edition. */
const LABEL_KEY = /^(?:name|type|kind|label|key|system|scheme|source)$/i;
/** Keys that say nothing of what they hold. */
const VALUE_KEY = /^(?:values?|ids?|refs?|references?|number|code|item|clause|section|text)$/i;
const CCM_NAME = /^\W*(?:csa )?(?:ccm|caiq|cloud controls matrix)(?![a-z])/i;
const LONGEST = 60;

/** What the keys beside a value call it, in YAML and JSON. */
export class Labels {
  private readonly mappings = new Map<string, string>();
  private readonly labels = new Map<string, string>();

  constructor(values: readonly KeyValue[]) {
    for (const { key, value, mapping } of values) {
      this.mappings.set(nameOf(key), mapping);
      const isLabel = LABEL_KEY.test(key.name) && value !== '' && value.length <= LONGEST;
      if (isLabel && !this.labels.has(mapping)) this.labels.set(mapping, value);
    }
  }

  /** `CCM` for the value in `{name: CCM, value: IAM-14}`; under a key that says more, only the name of CCM counts. */
  at({ keys }: Place): string | undefined {
    const key = keys.find(({ name }) => name !== '');
    const mapping = key && this.mappings.get(nameOf(key));
    const label = mapping === undefined ? undefined : this.labels.get(mapping);
    if (!key || label === undefined || LABEL_KEY.test(key.name)) return undefined;
    return VALUE_KEY.test(key.name) || CCM_NAME.test(label) ? label : undefined;
  }
}

function nameOf({ line, column }: Key): string {
  return `${line}:${column}`;
}
