import type { AttackTimeline } from '../knowledge/attack';
import { tacticLetters } from '../knowledge/titles';
import type { CanonicalId } from '../identifiers/grammar';
import type { AttackDomain } from '../knowledge/records';
import { editDistance } from '../text/editDistance';
import type { Span } from '../text/span';

/** The names that tactics have or had, in every domain, as documents spell them. */
export class TacticNames {
  private readonly ids = new Map<string, CanonicalId[]>();
  /** Every name of one word or several: `Lateral Movement`, `lateral-movement`, `lateral_movement`, `LateralMovement`. */
  private readonly pattern: RegExp;

  constructor(private readonly attack: AttackTimeline) {
    const names = new Set<string>();
    for (const id of attack.ids('tactic'))
      for (const name of attack.namesEver(id)) {
        names.add(name);
        const known = this.ids.get(tacticLetters(name));
        if (!known) this.ids.set(tacticLetters(name), [id]);
        else if (!known.includes(id)) known.push(id);
      }
    this.pattern = new RegExp(sourceOf(names), 'gi');
  }

  /** Where a text has a name that is no part of a longer word, in order. A search without look-behind is much quicker. */
  spansIn(text: string): Span[] {
    const spans: Span[] = [];
    const pattern = new RegExp(this.pattern);
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [start, end] = [match.index, pattern.lastIndex];
      if (isWordAt(text, start - 1) || isWordAt(text, end)) pattern.lastIndex = start + 1;
      else spans.push({ start, end });
    }
    return spans;
  }

  /** The text with the names taken out of it. */
  without(text: string): string {
    let rest = '';
    let from = 0;
    for (const { start, end } of this.spansIn(text)) {
      rest += text.slice(from, start);
      from = end;
    }
    return rest + text.slice(from);
  }

  /** The tactic of a name in a domain, or else in the first domain that has it. */
  idOf(written: string, domain: AttackDomain = 'enterprise'): CanonicalId | undefined {
    const ids = this.ids.get(tacticLetters(written));
    return ids?.find((id) => this.attack.at(id)?.domains.includes(domain)) ?? ids?.[0];
  }

  /** Whether a tactic has or had this name. */
  isNameOf(id: string, written: string): boolean {
    return this.ids.get(tacticLetters(written))?.some((each) => each === id) ?? false;
  }

  /** The one tactic whose name is a slip or two away: `defense_evesion`. */
  nearest(written: string): CanonicalId | undefined {
    const letters = tacticLetters(written);
    if (letters.length < MIN_LETTERS || this.ids.has(letters)) return undefined;
    const near = [...this.ids].filter(([name]) => editDistance(letters, name, MAX_SLIPS) <= MAX_SLIPS);
    return near.length === 1 ? this.idOf(near[0]?.[0] ?? '') : undefined;
  }
}

/** A letter or a digit; one beyond 16 bits is the end of a pair. */
function isWordAt(text: string, at: number): boolean {
  const character = text[at] ?? ' ';
  if (character < '\x80') return /[a-z\d]/i.test(character);
  const whole = /[\udc00-\udfff]/.test(character) ? text.slice(at - 1, at + 1) : text.slice(at, at + 2);
  return /^[\p{L}\p{N}]/u.test(whole);
}

const MIN_LETTERS = 8;
const MAX_SLIPS = 2;

/** Longest first, so that `Defense Evasion` isn't read as `Evasion`. */
function sourceOf(names: ReadonlySet<string>): string {
  return [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/Defense/g, 'Defen(?:[cs]e|sive)').replace(/ /g, '[ _-]?'))
    .join('|');
}
