/** User-visible text: a template for translators, what goes into it, and the English. */
export interface Message {
  /** `{0} was revoked` */
  readonly template: string;
  readonly values: readonly string[];
  /** The template with its values, in English. */
  readonly text: string;
}

export function message(template: string, ...values: readonly string[]): Message {
  const text = template.replace(/\{(\d+)\}/g, (_, index: string) => values[Number(index)] ?? '');
  return { template, values, text };
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
