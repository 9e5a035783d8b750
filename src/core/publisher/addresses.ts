import { isHttps } from './download';

/**
 * The key of the setting, below the section; package.json has its default. No configuration of a folder has it, and no
 * workspace can set it.
 */
export const ADDRESSES_KEY = 'publisherTexts.addresses';

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
