import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import { canonicalId, type CanonicalId } from '../identifiers/grammar';
import { oneOf, pattern } from '../text/pattern';
import type { Span } from '../text/span';
import type { TacticNames } from './tacticNames';

/** The name of a tactic with the text around it on its line, or in its cell. */
export interface TacticSpot {
  readonly name: string;
  readonly span: Span;
  readonly before: string;
  /** The end of that: most forms say something of the last few characters only. */
  readonly justBefore: string;
  readonly after: string;
  readonly place: Place;
  readonly document: PolicyDocument;
  readonly names: TacticNames;
  /** Whether this document's headings or keys are the tactics, one after the other. */
  readonly isGrouped: boolean;
}

/** A way to write a tactic by its name: where it is more than a word of prose. */
export interface TacticForm {
  readonly clue: string;
  readonly example: string;
  readonly fits: (spot: TacticSpot) => CanonicalId | boolean | undefined;
}

const TAG = pattern('i', /(?:^|[^a-z\d])/, oneOf('attack[.:]', 'mitre[-_.:]', 'mitre[-_ ]attack[-._:]'), '$');
const TAG_END = /^(?![\w.])/;
const ID_BEFORE = /(TA\d{4})["'`*_)\]]{0,3}\s*[-–—:(#/|]*[\s*_`[]{0,3}$/i;
const PAIR_BEFORE = /(TA\d{4})[:./]T\d{4}(?:\.\d{3})?["']?\s*#\s*$/;
const ID_AFTER = /^["'`*_)\]]{0,3}\s?[([|#-]{1,2}\s?(TA\d{4})\b/i;
const SITE = /https?:\/\/(?:www\.)?attack\.mitre\.org\//;
const LINKED = pattern('i', /^[^\]\n[]{0,20}\]\(/, SITE, /[\w./-]{0,24}tactics\//);
const TACTIC = /tactic/i;
const TACTIC_KEY = /tactic|^phase_?name$|kill_?chain/i;
const ITEM_BEFORE = /(?:^\s*|(?:^|\s)-\s*|[:=[,{(|>]\s*)["'`*_[]{0,3}$/;
const ITEM_AFTER = /^["'`*_\]]{0,3}\s*(?:$|[,;\]})#]|\(TA)/;
const PARTS_BEFORE = /(?:^|[,;/+&|>]|\band|\bor)\s?["'`*_[]{0,4}$/i;
const PARTS_AFTER = /^["'`*_\]]{0,4}\s?(?:$|[,;/+&|<(]|and\b|or\b)/i;
const LABEL = /tactics?(?: observed)?["'`*_]{0,3}\s?[:=]\s?(.*)$/i;
/** `Tactic: the goal (e.g., Initial Access` */
const EXAMPLE = /^[^()]{0,60}\((?:e\.g\.|for example),?/;
const BULLET = /^\s*[-*+]\s+["'`*_[]{0,3}$/;
const SPEAKS = /att&ck|mitre/i;

/** In order; the first that fits decides. */
export const TACTIC_FORMS: readonly TacticForm[] = [
  {
    clue: 'tactic-tag',
    example: 'attack.⟦defense-evasion⟧',
    fits: ({ justBefore, after }) => TAG.test(justBefore) && TAG_END.test(after),
  },
  {
    clue: 'tactic-beside-id',
    example: 'TA0007 - ⟦Discovery⟧',
    fits: ({ justBefore, after, names, name }) => {
      const id = (PAIR_BEFORE.exec(justBefore) ??
        ID_BEFORE.exec(justBefore) ??
        ID_AFTER.exec(after))?.[1]?.toUpperCase();
      return id !== undefined && names.isNameOf(id, name) ? canonicalId(id) : undefined;
    },
  },
  {
    clue: 'tactic-link',
    example: '[⟦Impact⟧](https://attack.mitre.org/tactics/TA0040/)',
    fits: ({ after }) => LINKED.test(after),
  },
  {
    clue: 'tactic-key',
    example: 'tactics: [⟦LateralMovement⟧]',
    fits: ({ justBefore, after, place }) =>
      isUnderTactics(place) && ITEM_BEFORE.test(justBefore) && ITEM_AFTER.test(after),
  },
  {
    clue: 'tactic-column',
    example: '| Tactic |\n|---|\n| ⟦Defense Evasion⟧ |',
    fits: ({ justBefore, after, place }) =>
      TACTIC.test(place.cell?.header ?? '') && PARTS_BEFORE.test(justBefore) && PARTS_AFTER.test(after),
  },
  {
    clue: 'tactic-label',
    example: '**Tactic:** ⟦Persistence⟧',
    fits: ({ before, after, names }) => {
      const listed = LABEL.exec(before)?.[1];
      return listed !== undefined && isOnlyTactics(listed, names) && /^(?![\w-])(?!\s[a-z])/.test(after);
    },
  },
  {
    clue: 'tactic-group',
    example: '## ⟦Initial Access⟧',
    fits: ({ isGrouped, before, after, place }) =>
      (isGrouped || TACTIC.test(place.headings[0]?.text ?? '')) && isGroupHead(before, after),
  },
  {
    clue: 'tactic-drawn-column',
    example: '```\n| TACTIC |\n|--------|\n| ⟦Impact⟧ |\n```',
    fits: isInDrawnColumn,
  },
  { clue: 'tactic-list', example: '- MITRE ATT&CK\n  - ⟦Persistence⟧', fits: isListedBelowAttack },
  {
    clue: 'tactic-tags',
    example: 'Tags:\n  - ⟦Initial Access⟧:Valid Accounts\nReports:\n  MITRE ATT&CK:\n    - TA0001:T1078',
    fits: ({ justBefore, after, place, name, document }) =>
      /^tags$/i.test(place.keys.find((key) => key.name !== '')?.name ?? '') &&
      ITEM_BEFORE.test(justBefore) &&
      /^["']?\s*(?:$|[,\]#]|:\S)/.test(after) &&
      (name.includes(' ') || SPEAKS.test(document.text)),
  },
];

/** The innermost key with a name is one of tactics, or it is the `name` of one. */
function isUnderTactics({ keys }: Place): boolean {
  const [own, parent] = keys.map(({ name }) => name).filter((name) => name !== '');
  if (own === undefined) return false;
  return TACTIC_KEY.test(own) || (/^name$/i.test(own) && TACTIC_KEY.test(parent ?? ''));
}

/** `Persistence, `: nothing but tactics and what is between them. */
function isOnlyTactics(listed: string, names: TacticNames): boolean {
  if (listed.length > 300) return false;
  const rest = names.without(listed.replace(EXAMPLE, '')).replace(/\b(?:and|or)\b/g, '');
  return !/[\p{L}\p{N}.]/u.test(rest);
}

/** `## Impact`, `#### **🔑 Credential Access: …**`, `impact:` */
export function isGroupHead(before: string, after: string): boolean {
  if (/^["']?$/.test(before) && /^["']?:\s*(?:#.*)?$/.test(after)) return true;
  return /^#{1,6}\s[^\p{L}\p{N}]*$/u.test(before) && /^[*_`\s#]*(?:$|:|\(TA)/.test(after);
}

const MAX_ABOVE = 5;

/** An item in a list that a line with ATT&CK leads in: `- MITRE ATT&CK`, `MITRE ATT&CK tactics:` */
function isListedBelowAttack({ before, after, place, document }: TacticSpot): boolean {
  if (document.kind !== 'markdown' || !BULLET.test(before) || !/^["'`*_\]]{0,3}\s*$/.test(after))
    return false;
  if (TACTIC.test(place.leadIn ?? '')) return true;
  const { lines, text } = document;
  const indent = /^\s*/.exec(before)?.[0].length ?? 0;
  for (let line = place.line - 1; line >= Math.max(0, place.line - MAX_ABOVE); line--) {
    const source = text.slice(lines.startOf(line), lines.endOf(line));
    if (/^\s*(?:[-*+]\s+)?(?:MITRE )?ATT&CK\W*$/i.test(source)) return true;
    if (!/^\s*[-*+]\s/.test(source) && source.trim() !== '' && !/^\s/.test(source)) return indent < 0;
  }
  return false;
}

/** A table drawn in a block of code: the column's header is as many bars into its line. */
function isInDrawnColumn({ before, after, place, document }: TacticSpot): boolean {
  if (!place.inFence || !/\|\s*$/.test(before) || !/^\s*\|/.test(after)) return false;
  const { lines, text } = document;
  const column = before.split('|').length;
  for (let line = place.line - 1; line >= 0; line--) {
    const source = text.slice(lines.startOf(line), lines.endOf(line));
    if (!/^\s*[|+]/.test(source)) return false;
    if (TACTIC.test(source.split('|')[column - 1] ?? '')) return true;
  }
  return false;
}
