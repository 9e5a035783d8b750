import { parseArgs } from 'node:util';
import { FRAMEWORK_KEYS } from '../core/frameworks/registry';
import { CATALOG_SETTINGS } from '../core/rules/catalogs';
import { RULE_IDS, type RuleId, type SeveritySetting } from '../core/rules/rule';
import {
  ASSUMPTIONS,
  ATTACK_VERSIONS,
  EDITION_SETTINGS,
  frameworksFrom,
  SEVERITY_SETTINGS,
  withAssumption,
  withEdition,
  type Settings,
} from '../core/settings/settings';
import { listed } from '../core/text/message';
import { failure, success, type Result } from '../core/text/result';

export const COMMANDS = ['check', 'explain', 'refs', 'coverage'] as const;
export type CommandName = (typeof COMMANDS)[number];

const OPTIONS = {
  format: { type: 'string' },
  edition: { type: 'string' },
  framework: { type: 'string', multiple: true },
  assume: { type: 'string' },
  attack: { type: 'string' },
  catalogs: { type: 'string' },
  rule: { type: 'string', multiple: true },
  exclude: { type: 'string', multiple: true },
  settings: { type: 'string' },
  'fail-on': { type: 'string' },
  since: { type: 'string' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  'prune-baseline': { type: 'boolean' },
  hints: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

export const OPTION_NAMES = Object.keys(OPTIONS);

export type Values = ReturnType<typeof parse>['values'];
type OptionName = Exclude<keyof typeof OPTIONS, 'help' | 'version'>;

/** What is given to a command that has no use for it is a mistake, and is told. */
const COMMANDS_OF: Readonly<Record<OptionName, readonly CommandName[]>> = {
  format: COMMANDS,
  edition: COMMANDS,
  framework: COMMANDS,
  assume: ['check', 'refs', 'coverage'],
  attack: ['check', 'coverage'],
  catalogs: ['check'],
  rule: ['check'],
  exclude: ['check', 'refs', 'coverage'],
  settings: ['check', 'refs', 'coverage'],
  'fail-on': ['check'],
  since: ['check'],
  baseline: ['check'],
  'update-baseline': ['check'],
  'prune-baseline': ['check'],
  hints: ['check'],
  output: ['check', 'coverage'],
};

/** The options and the words of a command line. */
export function splitArguments(argv: readonly string[]): Result<ReturnType<typeof parse>> {
  try {
    return success(parse(argv));
  } catch (error) {
    const told = (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ');
    const [message = ''] = told.split(/\. To specify /);
    return failure('bad-argument', message);
  }
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
}

/** The first option that does not belong to the command, told. */
export function misplaced(command: CommandName, values: Values): string | undefined {
  const names = Object.keys(COMMANDS_OF) as OptionName[];
  const wrong = names.find((name) => values[name] !== undefined && !COMMANDS_OF[name].includes(command));
  return wrong && `--${wrong} applies to ${listed(COMMANDS_OF[wrong])}, not to ${command}`;
}

/** The value, where it is one of those allowed. */
export function oneOf<T extends string>(name: OptionName, value: string, allowed: readonly T[]): Result<T> {
  const known = allowed.find((each) => each === value);
  return known === undefined
    ? failure(`bad-${name}`, `--${name} must be ${listed(allowed, 'or')}, not ${value}`)
    : success(known);
}

/** `base`, but for what the options say otherwise. */
export function settingsFrom(values: Values, base: Settings): Result<Settings> {
  const edition = oneOf('edition', values.edition ?? 'auto', EDITION_SETTINGS);
  if (!edition.ok) return edition;
  const assume = oneOf('assume', values.assume ?? 'auto', ASSUMPTIONS);
  if (!assume.ok) return assume;
  const enabledFrameworks = frameworksOf(values.framework, base.enabledFrameworks);
  if (!enabledFrameworks.ok) return enabledFrameworks;
  const attack = oneOf('attack', values.attack ?? base.attackVersion ?? 'newest', ATTACK_VERSIONS);
  if (!attack.ok) return attack;
  const catalogs = oneOf('catalogs', values.catalogs ?? base.catalogs, CATALOG_SETTINGS);
  if (!catalogs.ok) return catalogs;
  const rules = rulesFrom(values.rule ?? []);
  if (!rules.ok) return rules;
  const withEditions = values.edition === undefined ? base : withEdition(base, edition.value);
  const settings = values.assume === undefined ? withEditions : withAssumption(withEditions, assume.value);
  return success({
    ...settings,
    enabledFrameworks: enabledFrameworks.value,
    attackVersion: attack.value === 'newest' ? undefined : attack.value,
    catalogs: catalogs.value,
    rules: { ...base.rules, ...rules.value },
  });
}

/** `--framework ccm,nist-800-53`, or the option twice. */
export function frameworksOf(
  given: readonly string[] | undefined,
  fallback: readonly string[],
): Result<readonly string[]> {
  if (given === undefined) return success(fallback);
  const keys = frameworksFrom(given.flatMap((each) => each.split(',')));
  return keys
    ? success(keys)
    : failure('bad-framework', `--framework must be ${listed(FRAMEWORK_KEYS, 'or')}, not ${given.join(',')}`);
}

function rulesFrom(texts: readonly string[]): Result<Partial<Record<RuleId, SeveritySetting>>> {
  const rules: Partial<Record<RuleId, SeveritySetting>> = {};
  for (const text of texts) {
    const [name, severity, ...more] = text.split('=');
    const rule = RULE_IDS.find((each) => each === name);
    const known = SEVERITY_SETTINGS.find((each) => each === severity);
    if (rule === undefined && severity !== undefined)
      return failure('bad-rule', `Unknown rule ${name ?? ''}. Rules: ${listed(RULE_IDS)}`);
    if (rule === undefined || known === undefined || more.length > 0)
      return failure('bad-rule', `--rule must be RULE=${SEVERITY_SETTINGS.join('|')}, not ${text}`);
    rules[rule] = known;
  }
  return success(rules);
}
