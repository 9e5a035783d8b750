import { parseArgs } from 'node:util';
import { FRAMEWORK_KEYS } from '../core/frameworks/registry';
import { NO_MAPPING_SETTINGS } from '../core/rules/noMappingSetting';
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
import { didYouMean, nearest } from '../core/text/nearest';
import { failure, success, type Result } from '../core/text/result';
import {
  commandsOf,
  isFor,
  OPTION_NAMES,
  PARSED,
  type CommandName,
  type OptionName,
  type Values,
} from './optionTable';

interface Arguments {
  readonly values: Values;
  readonly positionals: readonly string[];
}

/** The options and the words of a command line. */
export function splitArguments(argv: readonly string[]): Result<Arguments> {
  try {
    return success(parse(argv));
  } catch (error) {
    const told = (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ');
    const [message = ''] = told.split(/\. To specify /);
    const [, unknown] = /^Unknown option '--([\w-]+)'/.exec(message) ?? [];
    const meant = unknown === undefined ? undefined : nearest(unknown, Object.keys(PARSED));
    return failure('bad-argument', meant === undefined ? message : `${message}. Did you mean --${meant}?`);
  }
}

function parse(argv: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({ args: [...argv], options: PARSED, allowPositionals: true });
  return { values, positionals };
}

/** The first option that does not belong to the command, told. */
export function misplaced(command: CommandName, values: Values): string | undefined {
  const wrong = OPTION_NAMES.find((name) => values[name] !== undefined && !isFor(name, command));
  return wrong && `--${wrong} applies to ${listed(commandsOf(wrong))}, not to ${command}`;
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
  const noMapping = oneOf('no-mapping', values['no-mapping'] ?? base.noMapping, NO_MAPPING_SETTINGS);
  if (!noMapping.ok) return noMapping;
  const rules = rulesFrom(values.rule ?? []);
  if (!rules.ok) return rules;
  const withEditions = values.edition === undefined ? base : withEdition(base, edition.value);
  const settings = values.assume === undefined ? withEditions : withAssumption(withEditions, assume.value);
  return success({
    ...settings,
    enabledFrameworks: enabledFrameworks.value,
    attackVersion: attack.value === 'newest' ? undefined : attack.value,
    noMapping: noMapping.value,
    rules: { ...base.rules, ...rules.value },
  });
}

/** How many warnings are let through; undefined if the option isn't given. */
export function maxWarningsOf(value: string | undefined): Result<number | undefined> {
  if (value === undefined) return success(undefined);
  return /^\d{1,9}$/.test(value)
    ? success(Number(value))
    : failure('bad-max-warnings', `--max-warnings must be a number, not ${value}`);
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
    if (rule === undefined && severity !== undefined) return unknownRule(name ?? '');
    if (rule === undefined || known === undefined || more.length > 0)
      return failure('bad-rule', `--rule must be RULE=${SEVERITY_SETTINGS.join('|')}, not ${text}`);
    rules[rule] = known;
  }
  return success(rules);
}

/** The rules that `fix` is asked for; undefined for what it takes by itself. */
export function ruleNames(
  texts: readonly string[] | undefined,
  known: readonly RuleId[],
): Result<readonly RuleId[] | undefined> {
  if (texts === undefined) return success(undefined);
  const names: RuleId[] = [];
  for (const text of texts.flatMap((each) => each.split(','))) {
    const rule = RULE_IDS.find((each) => each === text);
    if (rule === undefined) return unknownRule(text);
    if (!known.includes(rule))
      return failure('bad-rule', `${rule} can't be fixed without a decision. Rules: ${listed(known)}`);
    names.push(rule);
  }
  return success(names);
}

export function unknownRule(name: string): Result<never> {
  return failure('bad-rule', `Unknown rule ${name}.${didYouMean(name, RULE_IDS)} Rules: ${listed(RULE_IDS)}`);
}
