import { isHttps } from './download';

/** The key of the setting, below the section. No configuration of a folder has it, and no workspace can set it. */
export const ADDRESSES_KEY = 'publisherTexts.addresses';

const ATTACK = 'https://raw.githubusercontent.com/mitre-attack/attack-stix-data/master';
const EXPLORER =
  'https://raw.githubusercontent.com/center-for-threat-informed-defense/mappings-explorer/main/mappings';

/** Where the publishers' files are, unless a user says otherwise. */
export const DEFAULT_ADDRESSES: readonly string[] = [
  `${ATTACK}/enterprise-attack/enterprise-attack.json`,
  `${ATTACK}/mobile-attack/mobile-attack.json`,
  `${ATTACK}/ics-attack/ics-attack.json`,
  `${EXPLORER}/csa_ccm/attack-17.1/csa_ccm-4.1/enterprise/csa_ccm-4.1_attack-17.1-enterprise.json`,
  `${EXPLORER}/nist_800_53/attack-16.1/nist_800_53-rev5/enterprise/nist_800_53-rev5_attack-16.1-enterprise.json`,
];

const MAX_ADDRESSES = 50;

/** The addresses of a setting; the defaults if it isn't a list of https addresses. */
export function addressesFrom(value: unknown): readonly string[] {
  const isList =
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MAX_ADDRESSES &&
    value.every((each) => typeof each === 'string' && isHttps(each));
  return isList ? (value as readonly string[]) : DEFAULT_ADDRESSES;
}

/** The hosts that a download connects to, each once. */
export function hostsOf(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map((address) => new URL(address).host))];
}
