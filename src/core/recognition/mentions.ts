/**
 * What a piece of context says about the ids that stand in it: which framework it names, in which edition, and
 * whether it speaks of controls, techniques, work items, places or tasks. Read once for each distinct piece of text.
 */
export interface Mentions {
  readonly ccm: boolean;
  /** The edition that is named with it: `4.1`, `4.0`, `3.0.1`; undefined where none or several are. */
  readonly edition: string | undefined;
  readonly attack: boolean;
  /** A framework whose ids look alike, where the text does not name CCM: `AICM`, `SCF`, `NICE`. */
  readonly rival: string | undefined;
  /** Any other framework: `NIST`. */
  readonly other: string | undefined;
  readonly controls: boolean;
  /** The name of a list of controls: "Mitigating controls", "Controls". */
  readonly listsControls: boolean;
  readonly techniques: boolean;
  /** Work items, places and machines. */
  readonly elsewhere: boolean;
  /** Issues or a backlog, which may be those of a tracker, or of controls. */
  readonly issues: boolean;
  /** The NICE framework's tasks, skills and the like, which are written as ATT&CK ids are. */
  readonly task: boolean;
}

export const CCM = /(?<![a-z])(?:ccm|(?<!aicm[- ])caiq)(?![a-z])|cloud[ -]controls?[ -]matrix/i;
/** The publisher's name as a label: its controls are those of CCM, unless AICM is named. */
const CSA =
  /^\W*(?:csa|cloud security alliance)(?:(?: star)? (?:controls?|ids?|refs?|references?|mapping))?\W*$/i;
const CCM_EDITION =
  /(?:(?<![a-z])(?:ccm|caiq)|cloud[ -]controls?[ -]matrix(?: \(ccm\))?)[\s(),/-]{0,2}(?:edition|version|ver\.?|rev\.?|release|@|:)?[\s(:-]{0,2}v?\.?\s?([34](?:\.\d{1,2}){1,2})(?!\d)/gi;
const ATTACK =
  /att&(?:amp;)?ck|(?<![a-z])mitre(?![a-z])|(?<![a-z])attack[-_. ]?(?:id|technique|tactic|pattern|mapping|ref)|(?<![a-z])ttps?(?![a-z])|^\W*attack\W*$/i;
/** Frameworks whose ids look like those of CCM or ATT&CK: where one of them governs, an id is theirs. */
export const RIVAL =
  /(?<![a-z])(aicm|atlas|aml|scf|secure controls framework|adobe|ccf|common controls framework|finos|(?<=^\W{0,3})nice(?=\W*$)|nice(?= (?:framework|workforce|tasks?|skills?|work|tks|ksas?|ids?)(?![a-z]))|internal controls? (?:id|ref|no))(?![a-z])/i;
/** The label of a company's own numbering. */
const OWN =
  /^\W*(internal|(?:our|own|company|internal|local)(?:[ -]own)?(?:[ -]control)?[ -](?:ids?|refs?|references?|nos?|numbers?|codes?))\W*$/i;
/** In prose only capitals tell it from the word. */
const NICE = /(?<![A-Za-z])NICE(?![A-Za-z])/;
/** Frameworks whose ids look different. They matter only where they name a column or a row. */
const OTHER =
  /(?<![a-z])(nist|cobit|iso(?:\/iec)?[ -]?\d{4,5}|pci|owasp|asvs|ssdf|fedramp|hitrust|soc ?2|hipaa|bsi|c5|cis|essential eight|ism|tisax|vda[ -]isa|cmmc|cscf|irap|secnumcloud|eucs|mcsb|ucf)(?![a-z])/i;
/** In other languages the label of a column, a key or a heading alone counts. */
const CONTROLS =
  /(?<![a-z])(?:controls?|safeguards?|mitigations?|mitigat(?:es|ed|ing)(?: by)?|countermeasures?)(?![a-z])|^\W*(?:kontrollen|maßnahmen|massnahmen|contrôles|mesures|controles|medidas|controlli|misure)\W*$/i;
const CONTROL_LIST =
  /(?:mitigating|compensating|applicable|mapped|relevant|related|required) (?:controls|safeguards)|mitigat(?:ions|ed by)|^\W*(?:controls|safeguards|kontrollen|maßnahmen|massnahmen|contrôles|mesures|controles|medidas|controlli|misure)\W*$/i;
const TECHNIQUES =
  /(?<![a-z])(?:(?:sub-?)?techniques?|adversary|adversaries|tactics?|threats?|procedures? used)(?![a-z])|^\W*(?:technik(?:en)?|técnicas?|tecnic(?:a|he))\W*$/i;
/** Work items, and places and machines, which have codes of the same shape. */
const WORK_ITEM =
  /(?<![a-z])(?:tickets?|jira|issues?|stor(?:y|ies)|epics?|bugs?|backlog|sprint|pull request|merge request|incident no|change request|work items?|case no|vorgang|vorgänge|incidencias?|chamados?)(?![a-z])(?! (?:management|tracking|handling|bounty|process|resolution))/i;
/** Words of a tracker that auditors use as well: "Open issues", "Remediation backlog". */
const ISSUES = /(?<![a-z])(?:issues?|backlog)(?![a-z])/gi;
const PLACE =
  /(?<![a-z])(?:sites?|rooms?|buildings?|halls?|gates?|racks?|hosts?|hostnames?|servers?|nodes?|city|cities|floors?|desks?|airports?|raum|räume|gebäude|halle|standorte?|salles?|bâtiments?|salas?|edificios?|edifícios?)(?![a-z])/i;
/** A label that says that the ids are those of places: "Meeting rooms", "Server name"; "Server hardening" does not. */
const PLACES = new RegExp(
  `^\\W*(?:[a-z]+ )?${PLACE.source}(?: (?:codes?|names?|lists?|ids?|inventory|no|numbers?|of|in|at) ?.*)?\\W*$`,
  'i',
);
const PLACE_CODES = new RegExp(`${PLACE.source} (?:codes?|names?|lists?|ids?|inventory|numbers?)`, 'i');
/** A place right before an id, or before others beside it; a verb that a tracker understands. */
const RIGHT_BEFORE = new RegExp(
  `(?:${PLACE.source}|(?<![a-z])(?:fix(?:es|ed)?|clos(?:e|es|ed)|resolv(?:e|es|ed)))(?: \\d{1,3})?(?: of)?[\\s#:([]*(?:[A-Z&]{3}-\\d{2}[\\s,;/]*(?:(?:and|or)\\s+)?)*$`,
  'i',
);
/** `ticket IAM-14`, `Jira: IAM-11 and LOG-03`, `room IAM-02`: what is called so is that, whatever framework was named. */
const CALLED =
  /(?<![a-z])(?:(?:tickets?|jira|issues?|story|stories|epics?|bugs?|branch|branches|vorgang|incidencias?|chamados?)(?: (?:no|number|key|id))?[ #:.*_`]{1,5}|(?:rooms?|halls?|gates?|racks?|hosts?|servers?|nodes?|desks?|sites?|buildings?|floors?|raum|gebäude|salles?|bâtiments?|salas?|doors?|zones?|cabinets?|warehouses?|tapes?|flights?|contracts?|alarms?|alerts?|invoices?)[ #*_`]{1,4})(?:(?:[A-Z&]{3}-\d{2}|T\d{4})[*_`]{0,3}[,/\u2010-\u2015-]?(?: (?:and|or|&|to|through|bis|[\u2010-\u2015-]))? ?[*_`]{0,3}){0,12}$/i;
/** A heading or a header; a longer text says more than what its ids are. */
const LONGEST_LABEL = 40;
/** What a label of NICE's tasks, or of parts and machines, says: "Scheduled Task" and "Threat model" are none. */
const TASK_LABEL = new RegExp(
  [
    /(?<![a-z])(?:(?<!scheduled |masquerade )tasks?(?!\/job| scheduler| manager)|tks|ksas?|work roles?)(?![a-z])/,
    /(?<![a-z])(?:sprues?|part (?:no|numbers?)|serial (?:no|numbers?))(?![a-z])/,
    /^\W*(?:nice )?(?:skills?|drills?)(?: (?:ids?|statements?|codes?))?\W*$/,
    /^\W*(?:(?:meeting|conference) )?(?:rooms?|halls?|gates?|raum|räume|salles?|salas?)(?: (?:codes?|names?|no|numbers?|ids?|lists?))?\W*$/,
    /^\W*(?:(?:device|product|printer|phone|hardware|machine) )?models?(?: (?:no|numbers?|names?|ids?))?\W*$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);
/** The same before an id: a part anywhere, the rest right before it or before others beside it, `model T1500`. */
const TASK_BEFORE =
  /(?<![a-z])(?:sprue|drill is|part (?:no|number)|serial (?:no|number))|(?<![a-z])(?<!scheduled )(?:tasks?|tks|ksas?|skills?|drill|serial|models?|rooms?|halls?|gates?|raum|salles?|salas?)(?: is(?: an?| the)?)?[\s#:(.[]*(?:[TS]\d{4}[\s,;/]*(?:(?:and|or)\s+)?)*$/i;

/** `4.0.5` and `4_0` give `4.0`; `3.0` gives `3.0.1`. Undefined for a version that is no edition of CCM. */
export function editionOf(version: string): string | undefined {
  const normal = version
    .trim()
    .replace(/^v\.?\s?/i, '')
    .replaceAll('_', '.');
  if (/^4\.0(?:\.\d+)?$/.test(normal)) return '4.0';
  if (/^4\.1(?:\.\d+)?$/.test(normal)) return '4.1';
  if (/^3\.0(?:\.\d+)?$/.test(normal)) return '3.0.1';
  return undefined;
}

/** What a text mentions that holds none of the words. */
export const NOTHING: Mentions = {
  ccm: false,
  edition: undefined,
  attack: false,
  rival: undefined,
  other: undefined,
  controls: false,
  listsControls: false,
  techniques: false,
  elsewhere: false,
  issues: false,
  task: false,
};

const TASK_WORD = /task|tks|ksa|work role|skill|sprue|drill|part n|serial|model/i;

/** Whether any of the patterns may match: most texts hold nothing, and one look tells. */
const ANYTHING = new RegExp(
  [
    CCM,
    ATTACK,
    RIVAL,
    OTHER,
    CONTROLS,
    TECHNIQUES,
    WORK_ITEM,
    PLACE,
    TASK_WORD,
    /fix|clos|resolv|branch|ccm|caiq|nice|csa|cloud security|internal|(?:our|own|company|local)[ _-]?(?:own|control|id|ref|no|num|code)/i,
  ]
    .map(({ source }) => source.replace(/^\(\?<!\[a-z\]\)|\(\?!\[a-z\]\)$/g, ''))
    .join('|'),
  'i',
);

export function mayMention(text: string): boolean {
  return text.length > 2 && ANYTHING.test(text);
}

/** What a text mentions; `NOTHING` where it has none of the words. */
export function mentionsIn(text: string): Mentions {
  if (!mayMention(text)) return NOTHING;
  const words = toWords(text);
  const ccm = CCM.test(words) || CSA.test(words);
  const controls = CONTROLS.test(words);
  const isLabel = words.length < LONGEST_LABEL;
  return {
    ccm,
    edition: ccm ? theOneEdition(words) : undefined,
    attack: ATTACK.test(words),
    rival: ccm ? undefined : (RIVAL.exec(words)?.[1] ?? NICE.exec(words)?.[0] ?? OWN.exec(words)?.[1]),
    other: ccm ? undefined : OTHER.exec(words)?.[1],
    controls,
    listsControls: controls && isLabel && CONTROL_LIST.test(words),
    techniques: TECHNIQUES.test(words),
    elsewhere: isLabel && !controls && (WORK_ITEM.test(words) || PLACES.test(words)),
    issues: false,
    task: isLabel && TASK_LABEL.test(words),
  };
}

/** The same for what leads in a list: issues may be those of controls. */
export function mentionsInLeadIn(text: string): Mentions {
  const mentions = mentionsIn(text);
  if (!mentions.elsewhere || !WORK_ITEM.test(text) || WORK_ITEM.test(text.replace(ISSUES, ' ')))
    return mentions;
  return { ...mentions, elsewhere: false, issues: true };
}

/** The same for a heading: a section on servers or rooms names what holds there, unless it is a list of their codes. */
export function mentionsInHeading(text: string): Mentions {
  const mentions = mentionsInLeadIn(text);
  if (!mentions.elsewhere || WORK_ITEM.test(text) || PLACE_CODES.test(text)) return mentions;
  return { ...mentions, elsewhere: false };
}

/** `IAM-14 (Jira)`, `DCS-02 (site code)` */
const CALLED_AFTER =
  /^\W{0,3}(?:jira|tickets?|issues?|epics?|story|bugs?|backlog|sites?|rooms?|buildings?|racks?|hosts?|servers?)(?: (?:codes?|keys?|nos?|numbers?|ids?|names?))?\W{0,3}$/i;

/** The same for a bracket after an id: what it calls the id, the id is; a ticket that it tells of is another matter. */
export function mentionsAfter(text: string): Mentions {
  const mentions = mentionsIn(text);
  return mentions === NOTHING ? NOTHING : { ...mentions, elsewhere: CALLED_AFTER.test(text) };
}

/** The same for the text before an id: a ticket, or a room or a part right before it or before others beside it. */
export function mentionsBefore(text: string): Mentions {
  const mentions = mentionsIn(text);
  if (mentions === NOTHING) return NOTHING;
  if (CALLED.test(text)) {
    const task = TASK_BEFORE.test(text);
    return { ...NOTHING, elsewhere: true, attack: mentions.attack && !task, task };
  }
  const elsewhere = WORK_ITEM.test(text) || RIGHT_BEFORE.test(text);
  return { ...mentions, elsewhere, task: TASK_BEFORE.test(text) };
}

/** `csa_ccm_4_1` and `ccmVersion` are words, as people write names. */
function toWords(text: string): string {
  return text
    .replace(/(\d)_(?=\d)/g, '$1.')
    .replaceAll('_', ' ')
    .replace(/([a-z])(?=[A-Z][a-z])/g, '$1 ');
}

/** The edition, where all that are named agree. */
function theOneEdition(text: string): string | undefined {
  const editions = new Set(editionsNamed(text));
  return editions.size === 1 ? [...editions][0] : undefined;
}

/** Every edition named in the text with the framework's name, in order. */
export function editionsNamed(text: string): string[] {
  const editions: string[] = [];
  for (const match of toWords(text).matchAll(CCM_EDITION)) {
    const edition = match[1] && editionOf(match[1]);
    if (edition) editions.push(edition);
  }
  return editions;
}

const FRAMEWORK = new RegExp(`(?:${CCM.source})|(?:${ATTACK.source})|(?:${RIVAL.source})`, 'gi');

/** The offset at which the last framework that a text names begins, or 0: what comes after it is governed by it. */
export function lastFramework(text: string): number {
  let last = 0;
  for (const match of text.matchAll(FRAMEWORK)) last = match.index;
  return Math.max(last, text.lastIndexOf('NICE'));
}
