import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Text {
  /** Relative to the folder. */
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
}

/** Every Markdown and YAML file below a folder, sorted by name. */
export function readTexts(folder: string): Text[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|ya?ml)$/.test(name))
    .sort()
    .map((name) => ({
      name,
      languageId: name.endsWith('.md') ? 'markdown' : 'yaml',
      text: readFileSync(path.join(folder, name), 'utf8'),
    }));
}
