import { globTest } from '../settings/globs';
import { nearest } from '../text/nearest';
import { globsOf, type Configuration } from './configuration';

/** A glob of a configuration that fits no file. */
export interface DeadGlob {
  readonly key: string;
  readonly glob: string;
  /** The glob that was most likely meant. */
  readonly meant: string | undefined;
}

/**
 * The globs that fit none of the files, given relative to the folder of the configuration. What is excluded need not be
 * there, as a folder that a build makes: there, only a glob that is nearly the name of something is held to be dead.
 */
export function deadGlobs(configuration: Configuration, files: readonly string[]): DeadGlob[] {
  const { include, exclude } = globsOf(configuration);
  const dead = (key: string, globs: readonly string[]): DeadGlob[] =>
    globs
      .filter((glob) => !files.some(globTest([glob])))
      .map((glob) => ({ key, glob, meant: meantBy(glob, files) }));
  return [
    ...dead('include', include),
    ...dead('exclude', exclude).filter(({ meant }) => meant !== undefined),
    ...configuration.overrides.flatMap(({ files: globs }, index) => dead(`overrides[${index}].files`, globs)),
  ];
}

/** The glob with the first part that names nothing replaced by a name that is there. */
function meantBy(glob: string, files: readonly string[]): string | undefined {
  const parts = glob.split('/');
  const at = parts.findIndex((_, index) => {
    const literal = parts.slice(0, index + 1);
    return !files.some((file) => startsWith(file.split('/'), literal));
  });
  const part = parts[at];
  if (part === undefined || /[*?[\]{}()!]/.test(parts.slice(0, at + 1).join('/'))) return undefined;
  const siblings = files
    .map((file) => file.split('/'))
    .filter((file) => startsWith(file, parts.slice(0, at)))
    .flatMap((file) => file[at] ?? []);
  const meant = nearest(part, [...new Set(siblings)]);
  return meant === undefined ? undefined : [...parts.slice(0, at), meant, ...parts.slice(at + 1)].join('/');
}

function startsWith(file: readonly string[], parts: readonly string[]): boolean {
  return parts.every((part, index) => file[index] === part);
}
