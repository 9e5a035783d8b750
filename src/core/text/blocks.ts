/**
 * Text to be shown, as plain data: the extension renders it as Markdown, and nothing else knows how.
 * `text` is always shown as it is, whatever it holds.
 */
export interface Run {
  readonly text: string;
  readonly href?: string;
  readonly tooltip?: string;
  readonly style?: 'strong' | 'emphasis' | 'code';
  /** Name of an icon of the editor: `check`. Stands before the text. */
  readonly icon?: string;
}

export type Block =
  | { readonly kind: 'line'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Something that the reader should notice. */
  | { readonly kind: 'notice'; readonly icon: 'info' | 'warning' | 'question'; readonly runs: readonly Run[] }
  /** Somebody else's words, in paragraphs. */
  | { readonly kind: 'quote'; readonly paragraphs: readonly (readonly Run[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly Run[])[])[];
    };

export function line(...runs: readonly (Run | string)[]): Block {
  return { kind: 'line', runs: runs.map(asRun) };
}

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

export function notice(icon: 'info' | 'warning' | 'question', ...runs: readonly (Run | string)[]): Block {
  return { kind: 'notice', icon, runs: runs.map(asRun) };
}

export function quote(paragraphs: readonly (readonly Run[])[]): Block {
  return { kind: 'quote', paragraphs };
}

export function strong(text: string): Run {
  return { text, style: 'strong' };
}

export function emphasis(text: string): Run {
  return { text, style: 'emphasis' };
}

export function code(text: string): Run {
  return { text, style: 'code' };
}

export function link(text: string, href: string, tooltip?: string): Run {
  return { text, href, ...(tooltip === undefined ? {} : { tooltip }) };
}

/** The runs with a separator between them. */
export function joined(runs: readonly Run[], separator: string): Run[] {
  return runs.flatMap((run, index) => (index === 0 ? [run] : [{ text: separator }, run]));
}

function asRun(run: Run | string): Run {
  return typeof run === 'string' ? { text: run } : run;
}
