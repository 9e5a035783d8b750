import type { AttackDomain } from '../../knowledge/records';

/** In the order in which one beats the other where they disagree. */
export const DOMAINS: readonly AttackDomain[] = ['enterprise', 'mobile', 'ics'];

export const DOMAIN_NAMES: Readonly<Record<AttackDomain, string>> = {
  enterprise: 'Enterprise',
  mobile: 'Mobile',
  ics: 'ICS',
};

/** The kill chains of the domains; an object's phases in any other chain are not ATT&CK's. */
export const KILL_CHAINS: Readonly<Record<AttackDomain, string>> = {
  enterprise: 'mitre-attack',
  mobile: 'mitre-mobile-attack',
  ics: 'mitre-ics-attack',
};

/** Finds `enterprise` in `enterprise-attack` or in `Enterprise ATT&CK`. */
export function domainIn(text: string): AttackDomain | undefined {
  const words = text.toLowerCase().split(/[^a-z]+/);
  return DOMAINS.find((domain) => words.includes(domain));
}

export function byDomain(a: AttackDomain, b: AttackDomain): number {
  return DOMAINS.indexOf(a) - DOMAINS.indexOf(b);
}
