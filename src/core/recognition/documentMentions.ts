import { CCM, editionsNamed, RIVAL, type Mentions } from './mentions';

/** Where an edition may be named. */
const NAME = /ccm|caiq|cloud[ _-]controls?[ _-]matrix/gi;
/** What stands between the name and its edition is no longer than this. */
const LONGEST_EDITION = 60;
/** `Continuous controls monitoring (CCM)`, `CCM (change control management)` */
const CALLED_CCM =
  /(?<![a-z])c[a-z]{1,20}[ -]c[a-z]{1,20}[ -]m[a-z]{1,20}\W{1,4}ccm(?![a-z])|(?<![a-z])ccm \(["“]?c[a-z]{1,20}[ -]c[a-z]{1,20}[ -]m[a-z]{1,20}/i;
const OURS = /cloud[ -]controls?[ -]matrix|caiq|(?<![a-z])csa(?![a-z])|cloud security alliance/i;
const CUT_NUMBER = /[\d.]+$/;
/** A text that agrees with itself that often is believed. */
const MOST_NAMES = 2000;
const MOST_EDITIONS = 3;
const NO_EDITIONS: ReadonlySet<string> = new Set();

/**
 * What a whole document mentions, each thing looked for when somebody asks, and once. It looks for the usual
 * spellings only, so that megabytes without any pass in no time.
 */
export class DocumentMentions implements Mentions {
  readonly other = undefined;
  readonly controls = false;
  readonly listsControls = false;
  readonly techniques = false;
  readonly elsewhere = false;
  readonly issues = false;
  readonly task = false;
  private lazyCcm: boolean | undefined;
  private lazyOther: boolean | undefined;
  private lazyAttack: boolean | undefined;
  private lazyRival: { readonly name: string | undefined } | undefined;
  private lazyEditions: ReadonlySet<string> | undefined;

  constructor(private readonly text: string) {}

  get ccm(): boolean {
    this.lazyCcm ??=
      this.has('CCM', 'ccm', 'Cloud Controls Matrix', 'Cloud Control Matrix') &&
      CCM.test(this.text) &&
      !this.isOtherCcm;
    return this.lazyCcm;
  }

  /** What the document calls CCM is something else. */
  get isOtherCcm(): boolean {
    this.lazyOther ??= this.has('CCM', 'ccm') && !this.namesPublisher() && CALLED_CCM.test(this.text);
    return this.lazyOther;
  }

  get attack(): boolean {
    this.lazyAttack ??= this.has('ATT&CK', 'ATT&amp;CK', 'MITRE', 'Mitre', 'mitre', 'attack.t');
    return this.lazyAttack;
  }

  get rival(): string | undefined {
    this.lazyRival ??= { name: this.rivalOf() };
    return this.lazyRival.name;
  }

  /** The one that is named, where all that are named agree. */
  get edition(): string | undefined {
    const [first, ...others] = this.editions;
    return others.length === 0 ? first : undefined;
  }

  /** Every edition that is named with the framework. */
  get editions(): ReadonlySet<string> {
    this.lazyEditions ??= this.ccm ? allEditions(this.text) : NO_EDITIONS;
    return this.lazyEditions;
  }

  private namesPublisher(): boolean {
    return this.has(' CSA ', 'Cloud Controls Matrix', 'Cloud Security Alliance') || OURS.test(this.text);
  }

  private rivalOf(): string | undefined {
    const mayHave = this.has('SCF', 'Secure Controls Framework', 'CCF', 'Common Controls Framework', 'AICM');
    return mayHave && !this.ccm ? RIVAL.exec(this.text)?.[1] : undefined;
  }

  private has(...names: readonly string[]): boolean {
    return names.some((name) => this.text.includes(name));
  }
}

/** Reads no more than what stands right after each name. */
function allEditions(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  let names = 0;
  for (const { index } of text.matchAll(NAME)) {
    const end = index + LONGEST_EDITION;
    const nearby = text.slice(Math.max(0, index - 1), end);
    const [edition] = editionsNamed(end < text.length ? nearby.replace(CUT_NUMBER, '') : nearby);
    if (edition !== undefined) found.add(edition);
    if (found.size === MOST_EDITIONS || ++names === MOST_NAMES) break;
  }
  return found;
}
