import type { Analysis } from '../../analysis/analysis';
import { frontMatterLanguage } from '../../documents/frontMatter';
import { ATTACK } from '../../identifiers/grammar';
import { MAPPING_EDITION, type EditionId } from '../../knowledge/framework';
import type { Certainty, Reference } from '../../recognition/reference';
import type { TextEdit } from '../../text/edit';
import { success, type Result } from '../../text/result';
import { surroundingsAt } from '../../analysis/editionAt';
import type { Item, Target } from './item';
import { refusal, type Refusal } from './refusal';
import { Page } from './markdown/page';
import { markdownSlot } from './markdown/slots';
import type { Slot } from './slot';
import { verify } from './verify';
import { yamlSlot } from './yaml/slots';

/** Edits that write items at a reference, and what could not be written. */
export interface Insertion {
  readonly edits: readonly TextEdit[];
  readonly edition: EditionId;
  readonly written: readonly Item[];
  /** The edition of the place has no id for these. */
  readonly leftOut: readonly Item[];
}

/** One way of writing: with the ids of an edition, and perhaps the framework's name before them. */
interface Attempt {
  readonly edition: EditionId;
  readonly name: string;
}

/**
 * Writes items at the target, in the manner and the edition of the document. What an edit says is read back before
 * it is given: the document must then cite just these, and everything else as before.
 */
export function insert(
  analysis: Analysis,
  reference: Reference,
  items: readonly Item[],
): Result<Insertion, Refusal> {
  const [first] = items;
  if (!first) return refusal('nothing', 'There is nothing to insert.');
  const target: Target = { ...reference, inserts: first.family };
  const slot = slotFor(analysis, target);
  if (!slot.ok) return slot;
  const queue = attemptsFor(analysis, slot.value, target);
  const fallbacks = new Map<Certainty, Insertion>();
  for (let attempt = queue.shift(); attempt; attempt = queue.shift()) {
    const insertion = write(slot.value, items, attempt);
    if (insertion.written.length === 0 || slot.value.isSound?.(insertion.edits) === false) continue;
    const { reading, declared } = verify(analysis, insertion);
    if (reading === 'certain') return success(insertion);
    if (reading !== 'wrong' && !fallbacks.has(reading)) fallbacks.set(reading, insertion);
    if (declared === undefined || declared === attempt.edition) continue;
    queue.splice(
      0,
      queue.length,
      ...inEdition(analysis, target, declared, slot.value).filter(
        ({ edition }) => edition !== attempt?.edition,
      ),
    );
  }
  const fallback = fallbacks.get('likely') ?? fallbacks.get('doubtful');
  return fallback
    ? success(fallback)
    : refusal('not-understood', 'The result would not be recognized as a control reference.');
}

function slotFor(analysis: Analysis, target: Target): Result<Slot, Refusal> {
  const { document } = analysis;
  const isFrontMatter = document.kind === 'markdown' && target.span.start < document.structure.contentStart;
  if (document.kind === 'toml') return refusal('toml', "Control Lens doesn't edit TOML documents.");
  if (isFrontMatter && frontMatterLanguage(document.text) === 'toml')
    return refusal('toml', "Control Lens doesn't edit TOML front matter.");
  const isYaml = isFrontMatter || document.kind === 'yaml';
  return isYaml ? yamlSlot(analysis, target) : markdownSlot(Page.of(analysis), target);
}

/** The edition of what stands there, else the one that governs the target's place; and then the others. */
function attemptsFor(analysis: Analysis, slot: Slot, target: Target): Attempt[] {
  if (target.inserts === ATTACK) return ['', 'ATT&CK '].map((name) => ({ edition: MAPPING_EDITION, name }));
  const framework = analysis.knowledge.framework(target.inserts);
  const preferred = slot.edition ?? surroundingsAt(analysis, target.span).editionOf(framework);
  const others = framework.editions.map(({ id }) => id).filter((id) => id !== preferred);
  return [preferred, ...others].flatMap((edition) => inEdition(analysis, target, edition, slot));
}

/** Without the framework's name where it is understood without, since neighbors have none. */
function inEdition(
  { knowledge }: Analysis,
  { inserts }: Target,
  edition: EditionId,
  { takesName }: Slot,
): Attempt[] {
  const framework = knowledge.frameworks.get(inserts);
  const short = framework ? [`${framework.descriptor.words.short} `] : [];
  const full = framework && edition !== MAPPING_EDITION ? [`${framework.label(edition)} `] : [];
  return ['', ...(takesName ? [...short, ...full] : [])].map((name) => ({ edition, name }));
}

function write(slot: Slot, items: readonly Item[], { edition, name }: Attempt): Insertion {
  const written = items.filter((item) => item.idIn(edition) !== undefined);
  const entries = written.flatMap((item) => {
    const id = item.idIn(edition);
    return id === undefined ? [] : [{ id, title: item.titleIn(edition) }];
  });
  return {
    edits: slot.write(entries, name),
    edition,
    written,
    leftOut: items.filter((item) => !written.includes(item)),
  };
}
