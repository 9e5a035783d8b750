/** Words that say nothing of what a title is about. */
const EMPTY = wordsIn(
  `a an and are as at by for from in into its of on or over per the to under via with within
   policy policies procedure procedures process processes program management control controls security system systems
   service services requirement requirements`,
);
/** Words of a sentence, of an instruction, or of an answer, which no title has. */
const NO_TITLE = wordsIn(
  `is be been was were has have must shall should will may can cannot do does not no none never all each any we our
   you your they ensure ensures require requires required implement implements implemented enforce enforces enforced
   use uses used using define defines enable enables enabled disable disables restrict verify limit limits apply
   applies maintain maintains establish provide provides configure configured when if that which this
   yes partial partially fully met compliant applicable planned pending progress done complete completed todo tbd
   gap gaps example examples test tests notes overview summary evidence see`,
);
/** Words of other languages, in which publishers write no titles. */
const FOREIGN = wordsIn(
  `der die das und fuer von mit im zu auf eine einer des de la le les du et pour sur y el los las del para en con il
   lo gli della delle di dei e per het van een voor`,
);

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** The words of a text in lower case: `Multi-Factor` is two. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Stems of the words that a title is about, without those that its whole domain has. */
export function contentOf(title: string, domain: ReadonlySet<string> = new Set()): string[] {
  return wordsOf(title)
    .filter((word) => !EMPTY.has(word))
    .map(stemOf)
    .filter((stem) => stem.length > 1 && !domain.has(stem));
}

const ENDINGS = new RegExp(
  `(?:${'izations isations ization isation ations ation ments ment ings ing ities ity ies ions ion ives ive'
    .split(' ')
    .join('|')}|ers?|ors?|als?|ed|es|ly|s|e|y)$`,
);
const MIN_STEM = 4;

/** `Encrypted`, `Encryption` and `encrypting` agree, and so do `log` and `logging`. */
export function stemOf(word: string): string {
  const cut = word.replace(ENDINGS, '');
  const stem = cut.length >= MIN_STEM ? cut : word.replace(/s$/, '');
  return stem.replace(/([bdgmnprt])\1$/, '$1');
}

const MAX_WORDS = 10;
/** Longer texts with small letters are phrases of a sentence. */
const MAX_SMALL_WORDS = 6;

/** Whether a text looks like a title in English: two to ten words, of no sentence, instruction or answer. */
export function isTitleLike(text: string): boolean {
  const words = wordsOf(text);
  if (words.length < 2 || words.length > MAX_WORDS) return false;
  if (!/^\p{Lu}|^[a-z]+[-_]/u.test(text) || /[.!?…$%@=]|[^\x20-\x7e]/.test(text)) return false;
  if (words.some((word) => NO_TITLE.has(word) || FOREIGN.has(word))) return false;
  const isLowerCase = text
    .split(/\s+/)
    .slice(1)
    .some((word) => /^[a-z]/.test(word) && !EMPTY.has(word));
  return !isLowerCase || words.length <= MAX_SMALL_WORDS;
}
