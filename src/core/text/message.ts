/**
 * A sentence for users, with the template and the values it was made of: messages with one template can be compared and
 * put together.
 */
export interface Message {
  /** `{0} was revoked` */
  readonly template: string;
  readonly values: readonly string[];
  /** The template with its values. */
  readonly text: string;
}

export function message(template: string, ...values: readonly string[]): Message {
  const text = template.replace(/\{(\d+)\}/g, (_, index: string) => values[Number(index)] ?? '');
  return { template, values, text };
}

/** The messages one after the other, as one of them. */
export function joinedMessages(messages: readonly Message[], separator: string): Message {
  let index = 0;
  const template = messages
    .map((each) => each.template.replace(/\{\d+\}/g, () => `{${index++}}`))
    .join(separator);
  return message(template, ...messages.flatMap(orderedValues));
}

/** The values in the order that the template has them. */
function orderedValues({ template, values }: Message): string[] {
  return [...template.matchAll(/\{(\d+)\}/g)].map((match) => values[Number(match[1])] ?? '');
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[], joint = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${joint} ${parts.at(-1) ?? ''}`;
}

export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `1 control`, `2 controls`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
