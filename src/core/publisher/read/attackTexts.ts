import type { Citation, ObjectText, UseText } from '../../knowledge/publisherTexts';
import type { Result } from '../../text/result';
import { success } from '../../text/result';
import type { Release } from '../attack/release';
import { isCurrent } from '../attack/status';
import type { Fields } from '../values/fields';
import { isFields } from '../values/fields';
import { publisherParagraphs } from '../texts/markdown';
import { byText } from '../values/order';
import { within, wrong } from '../values/results';

/** In characters; the longest description that is published has 11,000. */
const MAX_TEXT = 100_000;
const MAX_CITATION = 2_000;
const MAX_CITATIONS = 300;

/** The descriptions of the objects that a release holds, with what they cite. */
export function attackTexts({ ids }: Release, objects: readonly Fields[]): Result<ObjectText[]> {
  const uses = usesByTechnique(ids, objects);
  if (!uses.ok) return uses;
  const texts = new Map<string, ObjectText>();
  for (const object of objects) {
    const id = typeof object['id'] === 'string' ? ids.get(object['id']) : undefined;
    if (id === undefined || texts.has(id)) continue;
    const description = textOf(object, id);
    if (!description.ok) return description;
    const own = uses.value.get(id) ?? [];
    if (description.value === '' && own.length === 0) continue;
    const cited = citationsIn(description.value, object);
    texts.set(id, {
      id,
      ...(description.value === '' ? {} : { description: description.value }),
      ...(cited.length === 0 ? {} : { citations: cited }),
      ...(own.length === 0 ? {} : { mitigations: own }),
    });
  }
  return success([...texts.values()]);
}

function textOf(object: Fields, id: string): Result<string> {
  const text = object['description'] ?? '';
  if (typeof text !== 'string') return wrong(`${id}: description: is not a text`);
  return text.length > MAX_TEXT
    ? wrong(`${id}: description: is longer than ${MAX_TEXT} characters`)
    : success(text.trim());
}

/** What the text cites, in its order, each once. A reference that isn't as it should be is left out. */
function citationsIn(description: string, object: Fields): Citation[] {
  const references = object['external_references'];
  if (!Array.isArray(references)) return [];
  const known = new Map(references.filter(isFields).map((each) => [each['source_name'], each]));
  const parts = publisherParagraphs(description).flatMap((paragraph) => paragraph.parts);
  const names = new Set(parts.flatMap((part) => part.citation ?? []));
  return [...names].slice(0, MAX_CITATIONS).flatMap((name) => citation(name, known.get(name)) ?? []);
}

function citation(name: string, reference: Fields | undefined): Citation | undefined {
  if (!reference) return undefined;
  const { description, url } = reference;
  const text = typeof description === 'string' ? description.slice(0, MAX_CITATION).trim() : name;
  const isLink = typeof url === 'string' && url.length <= MAX_CITATION && url.startsWith('https://');
  return { name, text, ...(isLink ? { url } : {}) };
}

/** By technique, sorted by mitigation. */
function usesByTechnique(
  ids: ReadonlyMap<string, string>,
  objects: readonly Fields[],
): Result<Map<string, UseText[]>> {
  const uses = new Map<string, UseText[]>();
  for (const object of objects) {
    if (object['relationship_type'] !== 'mitigates') continue;
    const [id, technique] = [ids.get(String(object['source_ref'])), ids.get(String(object['target_ref']))];
    const holds = isCurrent(object);
    if (id === undefined || technique === undefined || !holds.ok || !holds.value) continue;
    const text = within(technique, textOf(object, id));
    if (!text.ok) return text;
    const cited = citationsIn(text.value, object);
    if (text.value === '') continue;
    const own = uses.get(technique) ?? [];
    own.push({ id, text: text.value, ...(cited.length === 0 ? {} : { citations: cited }) });
    uses.set(technique, own);
  }
  for (const own of uses.values()) own.sort((one, other) => byText(one.id, other.id));
  return success(uses);
}
