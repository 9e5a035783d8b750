import { failure, success, type Result } from '../text/result';
import { composed, type Configuration } from './configuration';
import { parseConfiguration, type ConfigurationFile } from './parseConfiguration';

/** Reads a file by its path, relative to the root of the repository and with `/`. */
export type ReadText = (path: string) => Promise<Result<string>>;

const MAX_FILES = 20;

/** The configuration in a file, with everything that it extends: files of the same repository, each once. */
export async function loadConfiguration(file: string, read: ReadText): Promise<Result<Configuration>> {
  const chain: (readonly [string, ConfigurationFile])[] = [];
  const loaded = await load(file, [], chain, read);
  return loaded.ok ? success(composed(folderOf(file), chain)) : loaded;
}

async function load(
  file: string,
  above: readonly string[],
  chain: (readonly [string, ConfigurationFile])[],
  read: ReadText,
): Promise<Result<undefined>> {
  if (above.includes(file))
    return failure('bad-configuration', `${above.at(-1) ?? ''}: extends ${file}, which extends it`);
  if (chain.some(([known]) => known === file)) return success(undefined);
  if (chain.length + above.length >= MAX_FILES)
    return failure('bad-configuration', `${file}: more than ${MAX_FILES} files extend each other`);
  const text = await read(file);
  if (!text.ok) return text;
  const content = parseConfiguration(file, text.value);
  if (!content.ok) return content;
  for (const each of content.value.extends) {
    const parent = resolved(folderOf(file), each);
    if (parent === undefined)
      return failure(
        'bad-configuration',
        `${file}: extends ${each}, which isn't a relative path inside the repository`,
      );
    const loaded = await load(parent, [...above, file], chain, read);
    if (!loaded.ok) return loaded;
  }
  chain.push([file, content.value]);
  return success(undefined);
}

/** Undefined outside of the root, and for anything but a relative path. */
function resolved(folder: string, path: string): string | undefined {
  if (/^[/\\]|^[A-Za-z][\w+.-]*:|\\/.test(path)) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}
