import { FRAMEWORKS } from '../frameworks/registry';
import { ATTACK, type Family } from '../identifiers/grammar';

/**
 * The only vocabulary. A row is a term with its words by language; it means the same in a sentence, a column, a key and a
 * heading, in the singular and the plural. English words are given in the singular, those of other languages in each form.
 */
export interface Row {
  readonly signal: Signal;
  readonly en?: string;
  readonly de?: string;
  readonly fr?: string;
  readonly es?: string;
  readonly it?: string;
  readonly pt?: string;
  /** Weak words have everyday uses too: they count right before an id, and as the whole of a label. */
  readonly isWeak?: true;
  /** Counts only where it is all that a label says. */
  readonly isLabel?: true;
  /** Counts only in capitals: `NICE`, `PR`. */
  readonly inCapitals?: true;
  /** Of a framework: which one. */
  readonly framework?: Named;
}

export type Signal =
  | 'framework'
  /** Controls, safeguards. */
  | 'control'
  /** Adjectives and verbs that make a list of controls one of ours: mitigating, mitigated by. */
  | 'mitigating'
  | 'technique'
  /** Tickets, issues, pull requests. */
  | 'work-item'
  /** Rooms, racks, gates. */
  | 'place'
  /** Hosts and servers. */
  | 'machine'
  /** Parts, models and skills: things that have codes such as `T1101`. */
  | 'part'
  /** A task of a tracker or of a workforce framework. */
  | 'task'
  /** Number, code, key: what is called so is an id. */
  | 'id-word'
  /** Version, edition, revision. */
  | 'version-word'
  /** Requirement, clause, level: what stands between the name of a framework and its ids. */
  | 'clause'
  /** Articles, possessives and prepositions: a noun follows. */
  | 'determiner'
  /** Conjunctions, pronouns and the like: what comes before an id without saying what it is. */
  | 'function'
  /** Verbs that cite: implements, satisfies, see. */
  | 'citing'
  /** Names of things that only sound like one of the others. */
  | 'plain';

/** A framework that a text names. */
export interface Named {
  /** A family of ours, or the name of another framework in small letters. */
  readonly key: Family;
  readonly isOurs: boolean;
  /** Families whose ids the framework's own look like: there, its name alone decides. */
  readonly looksLike: readonly Family[];
  /** Families whose ids people write for its own: there, its name decides right before an id. */
  readonly writtenLike?: readonly Family[];
}

/** Names of ATT&CK, and words that only it uses. */
const ATTACK_NAMES =
  'att&ck, mitre, ttp, attack id, attack technique, attack tactic, attack pattern, attack mapping, attack ref, mitre attack';

const CONTROL_FAMILIES: readonly Family[] = FRAMEWORKS.map(({ key }) => key);
const WITHOUT_NAME: readonly Family[] = FRAMEWORKS.filter(({ mustBeNamed }) => !mustBeNamed).map(
  ({ key }) => key,
);

/** Other frameworks whose ids have the shape of ours. */
const LOOK_ALIKES: readonly {
  readonly names: string;
  readonly like: readonly Family[];
  readonly inCapitals?: true;
}[] = [
  ...FRAMEWORKS.filter(({ names }) => names.lookAlikes.length > 0).map(({ key, names }) => ({
    names: names.lookAlikes.join(', '),
    like: [key],
  })),
  { names: 'adobe, ccf, common controls framework, finos', like: WITHOUT_NAME },
  { names: 'nice', like: [ATTACK], inCapitals: true },
  { names: 'nice framework, nice workforce, nice task, nice skill, nice work role, nice id', like: [ATTACK] },
];

/** Other frameworks whose ids look different: they decide right before an id, and as a column, a row or a key. */
const OTHERS =
  'nist csf, csf, cobit, coso, iso, iec, pci, pci dss, owasp, asvs, samm, bsimm, ssdf, slsa, hitrust, soc 1, soc 2, soc 3, soc1, soc2, soc3, ' +
  'hipaa, gdpr, ccpa, glba, sox, nis 2, nis2, dora, cjis, ffiec, nydfs, apra, cps 234, mas trm, sama, nca ecc, bsi, it grundschutz, c5, cis, ' +
  'essential eight, acsc, ism, tisax, vda isa, cmmc, swift, cscf, nerc, irap, asd, cyber essentials, secnumcloud, eucs, enisa, ens, mtcs, k isms, ' +
  'isms p, ismap, mcsb, fsbp, ucf, unified compliance framework, tx ramp, caf, d3fend, cnssi, prowler, aws config, security hub, azure security benchmark';

const ours = (key: Family): Named => ({ key, isOurs: true, looksLike: [] });

function other(name: string, looksLike: readonly Family[]): Named {
  return { key: name, isOurs: false, looksLike };
}

const splitTerms = (terms: string): string[] => terms.split(', ');

/** What companies call their own numbering: `internal control id`, `our ref`. */
const OWN_NUMBERING: readonly string[] = [
  'internal',
  ...['internal', 'our', 'our own', 'own', 'company', 'local'].flatMap((whose) =>
    ['', 'control '].flatMap((what) =>
      ['id', 'ref', 'reference', 'no', 'number', 'code'].map((id) => `${whose} ${what}${id}`),
    ),
  ),
];

const FRAMEWORK_ROWS: readonly Row[] = [
  { signal: 'framework', en: ATTACK_NAMES, framework: ours(ATTACK) },
  { signal: 'framework', en: 'attack', isLabel: true, framework: ours(ATTACK) },
  ...FRAMEWORKS.flatMap(({ key, names }): Row[] => [
    { signal: 'framework', en: names.anywhere.join(', '), framework: ours(key) },
    { signal: 'framework', en: names.asLabel.join(', '), isLabel: true, framework: ours(key) },
  ]),
  ...LOOK_ALIKES.flatMap(({ names, like, inCapitals }) =>
    splitTerms(names).map((name): Row => ({
      signal: 'framework',
      en: name,
      framework: other(name, like),
      ...(inCapitals && { inCapitals }),
    })),
  ),
  // ATLAS writes AML.T0051, and people leave out the AML.
  {
    signal: 'framework',
    en: 'atlas, mitre atlas',
    framework: { ...other('atlas', []), writtenLike: [ATTACK] },
  },
  ...splitTerms(OTHERS).map((name): Row => ({ signal: 'framework', en: name, framework: other(name, []) })),
  ...OWN_NUMBERING.map((en): Row => ({
    signal: 'framework',
    en,
    isLabel: true,
    framework: other('internal', CONTROL_FAMILIES),
  })),
];

export const LEXICON: readonly Row[] = [
  ...FRAMEWORK_ROWS,
  { signal: 'control', en: 'control, safeguard, mitigation, countermeasure' },
  {
    signal: 'control',
    de: 'kontrolle, kontrollen, maßnahme, maßnahmen, massnahme, massnahmen',
    fr: 'contrôle, contrôles, mesure, mesures',
    es: 'control, controles, medida, medidas',
    it: 'controllo, controlli, misura, misure',
    pt: 'controle, controles, medida, medidas',
    isLabel: true,
  },
  { signal: 'mitigating', en: 'mitigating, compensating, applicable, mapped, relevant, related, required' },
  { signal: 'mitigating', en: 'mitigated by, mitigates, mitigated, mitigates by' },
  {
    signal: 'technique',
    en: 'technique, sub technique, subtechnique, adversary, tactic, threat, procedure used',
  },
  { signal: 'technique', en: 'software id, malware id, group id, campaign id', isLabel: true },
  {
    signal: 'technique',
    de: 'technik, techniken',
    es: 'técnica, técnicas',
    it: 'tecnica, tecniche',
    pt: 'técnica, técnicas',
    isLabel: true,
  },
  {
    signal: 'work-item',
    en: 'ticket, jira, epic, bug, sprint, pull request, merge request, change request, work item, backlog item, branch, user story',
    de: 'vorgang, vorgänge, tickets',
    es: 'incidencia, incidencias',
    pt: 'chamado, chamados',
  },
  {
    signal: 'work-item',
    en: 'story, defect, incident, issue, backlog, case, problem, milestone, commit',
    isWeak: true,
  },
  { signal: 'work-item', en: 'pr, mr', inCapitals: true, isWeak: true },
  {
    signal: 'work-item',
    en: 'fix, fixes, fixed, close, closes, closed, resolve, resolves, resolved',
    isWeak: true,
  },
  {
    signal: 'place',
    en: 'site, room, building, hall, gate, rack, city, floor, desk, airport, door, zone, cabinet, warehouse',
    de: 'raum, räume, gebäude, halle, standort, standorte',
    fr: 'salle, salles, bâtiment, bâtiments',
    es: 'sala, salas, edificio, edificios',
    pt: 'edifício, edifícios',
    isWeak: true,
  },
  { signal: 'machine', en: 'host, hostname, server, node', isWeak: true },
  { signal: 'task', en: 'task', isWeak: true },
  {
    signal: 'part',
    en: 'tks, ksa, work role, sprue, part no, part number, part id, part code, serial no, serial number, drill, skill',
    isWeak: true,
  },
  {
    signal: 'part',
    en: 'model, device model, product model, printer model, phone model, hardware model, machine model',
    isWeak: true,
  },
  {
    signal: 'plain',
    en: 'scheduled task, masquerade task, task scheduler, task manager, threat model, data model',
  },
  {
    signal: 'id-word',
    en: 'id, code, key, no, number, ref, reference, name, list, inventory, statement, identifier',
    de: 'nummer, nr, kennung',
    fr: 'numéro',
    es: 'número, código',
  },
  { signal: 'version-word', en: 'version, edition, ver, v, rev, revision, release, r' },
  {
    signal: 'clause',
    en: 'requirement, criteria, criterion, clause, article, annex, section, level, type, baseline, catalog, catalogue, framework, benchmark, moderate, high, low, dss, csf, tsc, isa, sp, a, i, ii, iii, domain, check, objective, practice, family, row, line, point, item, question, metric, specification, standard, mapping, entry',
  },
  {
    signal: 'determiner',
    en: 'the, an, of, in, on, at, from, by, with, into, onto, within, between, this, these, our, your, their, its, each, every, any',
    de: 'der, die, das, dem, den, des, ein, eine, einem, einen, einer, im, am, vom, zum, zur, beim, mit, aus',
    fr: 'le, la, les, du, des, un, une, aux, au, dans',
    es: 'el, los, las, del, al, una',
    it: 'il, lo, gli, dal, della, nel, nella',
    pt: 'os, do, da, dos, das, no, na, um, uma',
  },
  {
    signal: 'function',
    en: 'to, for, under, per, as, and, or, nor, but, not, is, are, was, were, be, been, has, have, had, via, than, that, those, which, through, thru, until, up, like, such, including, include, whether, when, if, then, also, only, both, either, all, without, against, above, below, e.g, i.e, eg, ie, etc, cf, vs, see, about, over, after, before, plus, new, old, now, it, we, they, who',
    de: 'und, oder, von, zu, nach, gemäß, gemäss, laut, siehe, bis, in, auf, für, bei, ist, sind, wird, als, auch',
    fr: 'de, et, ou, à, en, par, pour, selon, voir, avec, est, sont',
    es: 'de, y, o, a, en, por, para, según, ver, con, hasta, es, son',
    it: 'di, e, o, in, per, con, da, secondo, vedi',
    pt: 'o, as, de, e, ou, em, por, para, segundo, ver, com, até',
  },
  {
    signal: 'citing',
    en: 'implement, satisfy, meet, address, support, cover, require, apply, use, cite, map, align, enforce, mitigate, follow, reference, fulfill, comply, add, remove, replace, become, include, need, consider, check, review, read, keep, cross, update, old, new, former, renumber, move, match, equal, define, mean, note, yes, true, status, evidence, subpath, example, whose',
    de: 'erfüllt, erfüllen, umsetzt, deckt, fordert',
  },
];
