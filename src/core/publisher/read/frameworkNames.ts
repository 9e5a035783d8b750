/** What readers know the frameworks of the Mappings Explorer by that this program has no controls of. */
const NAMES: Readonly<Record<string, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  cri_profile: 'CRI Profile',
  gcp: 'Google Cloud',
  hed: 'Hardware-Enabled Defense',
  'intel-vpro': 'Intel vPro',
  kev: 'Known Exploited Vulnerabilities',
  m365: 'Microsoft 365',
  veris: 'VERIS',
};

/** The name of a framework; the mapping file's own, if it is unknown. */
export function frameworkName(explorerId: string): string {
  return Object.hasOwn(NAMES, explorerId) ? (NAMES[explorerId] ?? explorerId) : explorerId;
}
