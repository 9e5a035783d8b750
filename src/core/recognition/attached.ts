/** Frameworks that count their controls themselves, however their ids look. */
const FRAMEWORKS = [
  'tisax|vda[ -]isa|fedramp|stateramp|govramp|tx-ramp|nist|cobit|coso|cmmc|hitrust|iso(?:\\/iec)?(?:[ -]?\\d{4,5})?',
  'pci(?:[ -]dss)?|soc ?[123]|cis|swift|cscf|nerc|bsi|it-grundschutz|c5|irap|ism|asd|essential eight|acsc',
  'cyber essentials|secnumcloud|eucs|enisa|ens|mtcs|k-isms|isms-p|ismap|mcsb|fsbp|ucf|unified compliance framework',
  'hipaa|gdpr|ccpa|glba|sox|nis ?2|dora|cjis|ffiec|nydfs|apra|cps ?234|mas trm|sama|nca ecc|owasp|asvs|samm|bsimm',
  'ssdf|slsa|csf|scf|aicm|ccf|adobe|finos|caf|d3fend|cnssi|prowler|aws (?:config|fsbp)|security hub',
  'azure security benchmark',
].join('|');
/** What stands between a name and its ids: editions, parts, and words for what is counted. */
const WORDS =
  'v?\\.?\\d[\\d.:-]{0,9}|rev(?:ision)?\\.?(?: ?\\d)?|ver(?:sion)?\\.?|edition|release|type|part|annex(?: a)?|level|[ivx]{1,3}' +
  '|sp|dss|csf|tsc|isa|(?:sp ?)?800-\\d{1,3}[a-z]?|moderate|high|low|baseline|catalog(?:ue)?|framework|benchmarks?' +
  '|controls?|requirements?|criteri(?:a|on)|clauses?|ids?|nos?|numbers?|refs?|references?';
const NAMED = `(?<![A-Za-z0-9-])(${FRAMEWORKS})(?:[\\s:/()*_-]{1,4}(?:${WORDS})){0,5}`;
const ID = '[*_`~]{0,3}[A-Z&]{3}-\\d{2}[*_`~]{0,3}';
/**
 * `TISAX `, `FedRAMP Rev5: `, `**ISO 27001:2022** control `, `TISAX IAM-14 and `, at the end of what precedes an id.
 * In a parenthesis, as in `PCI DSS (IAM-05)`, it is an aside and may be anybody's.
 */
const BEFORE = new RegExp(
  `${NAMED}[\\s:)*_\`"“'=#>-]{0,5}(?:${ID}[\\s,;/]{0,3}(?:(?:and|or|to|&|through)\\s)?){0,20}$`,
  'i',
);
/** `CCM and SOC 2 controls IAM-05`: of both, then. */
const OF_CCM_TOO =
  /(?:ccm|controls? matrix)(?: v?[\d.]{1,6})?(?: controls?)?\s?(?:and|or|&|\/|,|\+)\s?(?:the\s)?$/i;
const LONGEST = 160;

/** The framework other than CCM that is named right before an id: `TISAX` in `by TISAX IAM-14`. */
export function frameworkRightBefore(before: string): string | undefined {
  const nearby = before.slice(-LONGEST);
  const match = BEFORE.exec(nearby);
  return match && !OF_CCM_TOO.test(nearby.slice(0, match.index)) ? match[1] : undefined;
}
