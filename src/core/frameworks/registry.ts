import { CCM } from './ccm';
import type { FrameworkDescriptor } from './descriptor';
import { NIST_800_53 } from './nist80053';

/** Every framework of controls, in the order in which a reader is shown them. */
export const FRAMEWORKS: readonly FrameworkDescriptor[] = [CCM, NIST_800_53];

const BY_KEY: ReadonlyMap<string, FrameworkDescriptor> = new Map(FRAMEWORKS.map((each) => [each.key, each]));

const BY_CODE: ReadonlyMap<string, FrameworkDescriptor> = new Map(
  FRAMEWORKS.flatMap((each) => each.ids.codes.map((code) => [code, each] as const)),
);

/** Every framework's key, in that order. */
export const FRAMEWORK_KEYS: readonly string[] = FRAMEWORKS.map(({ key }) => key);

/** The source of a pattern for the name of any of them, where it is written together with an id. */
export const NAMES_BEFORE_ID = `(?:${FRAMEWORKS.map(({ spelling }) => spelling.beforeId).join('|')})`;

/** The descriptor of a key; a key nobody knows is a bug. */
export function frameworkDescriptor(key: string): FrameworkDescriptor {
  const descriptor = BY_KEY.get(key);
  if (!descriptor) throw new Error(`Not a framework: ${key}`);
  return descriptor;
}

/** The framework that has a domain of this code, in canonical form: `IAM`, `A&A`. */
export function frameworkOfCode(code: string): FrameworkDescriptor | undefined {
  return BY_CODE.get(code);
}

/** Whether a family is a framework of controls. */
export function isFramework(key: string): boolean {
  return BY_KEY.has(key);
}
