import { FRAMEWORKS } from '../frameworks/registry';
import { isHttps } from './download';

/** The key of the setting, below the section. No configuration of a folder has it, and no workspace can set it. */
export const ADDRESSES_KEY = 'publisherTexts.addresses';

const ATTACK = 'https://raw.githubusercontent.com/mitre-attack/attack-stix-data/master';
const EXPLORER =
  'https://raw.githubusercontent.com/center-for-threat-informed-defense/mappings-explorer/main/mappings';

/** Where the publishers' files are, unless a user says otherwise. */
export const DEFAULT_ADDRESSES: readonly string[] = [
  ...['enterprise', 'mobile', 'ics'].map((domain) => `${ATTACK}/${domain}-attack/${domain}-attack.json`),
  ...FRAMEWORKS.map(({ mapping }) => `${EXPLORER}/${mapping.newestFile}`),
];

const MAX_ADDRESSES = 50;

/** The addresses of a setting; undefined if it isn't a list of https addresses. */
export function addressesFrom(value: unknown): readonly string[] | undefined {
  const isList =
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MAX_ADDRESSES &&
    value.every((each) => typeof each === 'string' && isHttps(each));
  return isList ? (value as readonly string[]) : undefined;
}

/** The hosts that a download connects to, each once. */
export function hostsOf(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map((address) => new URL(address).host))];
}
