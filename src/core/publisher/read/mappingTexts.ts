import type { MappingText } from '../../knowledge/publisherTexts';
import type { Result } from '../../text/result';
import { success } from '../../text/result';
import type { Fields } from '../values/fields';
import { collapse } from '../values/fields';
import { mapAll, within, wrong } from '../values/results';

/** In characters; the longest comment that is published has 4,300. */
const MAX_TEXT = 50_000;
const MAX_TITLE = 400;
const MAX_REFERENCES = 200;
const TECHNIQUE = /^T\d{4}(?:\.\d{3})?$/;

/**
 * What the rows of a mapping file say of techniques, with capabilities as it writes them. A row that names no capability or no technique says nothing of a
 * pair; nor does one that holds a capability not to be mappable.
 */
export function mappingTexts(rows: readonly Fields[]): Result<MappingText[]> {
  const texts = mapAll(rows, (row, index) => within(`row ${index + 1}`, readText(row)));
  return texts.ok ? success(texts.value.filter((text) => text !== undefined)) : texts;
}

function readText(row: Fields): Result<MappingText | undefined> {
  const { capability_id: capability, attack_object_id: id, mapping_type: type, comments } = row;
  const technique = typeof id === 'string' ? id.trim() : '';
  if (typeof capability !== 'string' || typeof type !== 'string' || !TECHNIQUE.test(technique))
    return success(undefined);
  const comment = comments ?? '';
  if (typeof comment !== 'string') return wrong('comments: is not a text');
  if (comment.length > MAX_TEXT) return wrong(`comments: is longer than ${MAX_TEXT} characters`);
  const title = row['capability_description'];
  const references = referencesOf(row);
  const score = scoreOf(row);
  return success({
    technique,
    capability: collapse(capability).slice(0, MAX_TITLE),
    type: collapse(type).slice(0, MAX_TITLE),
    ...(typeof title === 'string' ? { title: collapse(title).slice(0, MAX_TITLE) } : {}),
    ...(score === '' ? {} : { score }),
    ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
    ...(references.length === 0 ? {} : { references }),
  });
}

/** `protect, partial` */
function scoreOf({ score_category: category, score_value: value }: Fields): string {
  return [category, value]
    .filter((each) => typeof each === 'string')
    .map((each) => collapse(each).slice(0, MAX_TITLE))
    .filter((each) => each !== '')
    .join(', ');
}

function referencesOf({ references }: Fields): string[] {
  if (!Array.isArray(references)) return [];
  const texts = references.filter((each) => typeof each === 'string').map((each) => collapse(each));
  return [...new Set(texts)].filter((each) => each !== '' && each.length <= 2_000).slice(0, MAX_REFERENCES);
}
