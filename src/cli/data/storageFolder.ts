import os from 'node:os';
import path from 'node:path';
import { splitArguments } from '../options';

type Environment = Readonly<Record<string, string | undefined>>;

const NAME = 'control-lens';

/**
 * Where imported data is kept: what `CONTROL_LENS_DATA` names, else the folder that the platform has for the data of
 * programs. Undefined if the variable is set to `off`.
 */
export function storageFolder(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  home = os.homedir(),
): string | undefined {
  const named = env['CONTROL_LENS_DATA'];
  if (named === 'off') return undefined;
  if (named !== undefined && named !== '') return path.resolve(named);
  if (platform === 'win32')
    return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), NAME);
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', NAME);
  const base = env['XDG_DATA_HOME'];
  const isAbsolute = base !== undefined && path.isAbsolute(base);
  return path.join(isAbsolute ? base : path.join(home, '.local', 'share'), NAME);
}

/** What `--data-folder` names, else what there is without it; empty if the option has no value. */
export function chosenFolder(argv: readonly string[], fallback: string | undefined): string | undefined {
  const given = splitArguments(argv);
  const named = given.ok ? given.value.values['data-folder'] : undefined;
  return named === undefined ? fallback : named && path.resolve(named);
}
