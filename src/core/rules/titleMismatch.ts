import type { PolicyDocument } from '../documents/document';
import { canonicalId } from '../identifiers/grammar';
import type { Control, EditionId, Framework } from '../knowledge/framework';
import { titleWords } from '../knowledge/titles';
import { beside } from '../documents/beside';
import type { Reference } from '../recognition/reference';
import { message } from '../text/message';
import { pattern } from '../text/pattern';
import { eachReference, type Rule } from './rule';

export const titleMismatch: Rule = {
  id: 'title-mismatch',
  title: 'Title of another control',
  description:
    'The text next to a control ID is the title of another control, in this or another edition: either the ID or the edition is wrong.',
  defaultSeverity: 'information',
  judge: eachReference(({ reference, resolution }, { document }) => {
    if (resolution.kind !== 'control' || reference.implied || reference.tail !== undefined) return undefined;
    const { framework } = resolution;
    const other = otherControlBeside(document, reference, resolution.control, framework);
    if (!other) return undefined;
    const { id, edition } = resolution;
    const idHere = other.control.ids[edition];
    const editionsThere = framework.published
      .map((published) => published.id)
      .filter((published) => framework.byId(published, id)?.key === other.control.key);
    return {
      ...(idHere === undefined ? {} : { replacements: [canonicalId(idHere)] }),
      declare: editionsThere,
      message: message(
        'In {2}, {0} is {1}. The title next to it belongs to {3}.',
        id,
        framework.title(resolution.control, edition),
        framework.label(edition),
        whereItIs(framework, other.control, edition, editionsThere, id),
      ),
    };
  }),
};

/** `IAM-14 there`, or `IAM-13` in another edition. */
function whereItIs(
  framework: Framework,
  control: Control,
  edition: EditionId,
  there: readonly EditionId[],
  id: string,
): string {
  const here = control.ids[edition];
  const elsewhere = there.map((each) => `${id} in ${framework.label(each)}`);
  return [...(here === undefined ? [] : [here]), ...elsewhere].join(', and to ') || framework.id(control);
}

/** The control whose title is exactly what stands beside the id; undefined where it may be the id's own, in any edition. */
export function otherControlBeside(
  document: PolicyDocument,
  reference: Reference,
  control: Control,
  framework: Framework,
): { readonly control: Control } | undefined {
  for (const segment of beside(document, reference).segments) {
    const words = titleWords(segment);
    if (words.length < MIN_TITLE) continue;
    const named = framework.titled(words);
    if (named.length === 0) continue;
    return named.includes(control) ||
      precedesItsId(document, reference, segment, named) ||
      belongsToList(document, reference, named)
      ? undefined
      : namedAs(named);
  }
  return undefined;
}

/** Shorter titles (`Backup`, `Remediation`) are words of everyday. */
const MIN_TITLE = 14;
const MAX_SEGMENT = 120;

function namedAs([control]: readonly Control[]): { readonly control: Control } | undefined {
  return control && { control };
}

/** `| IAM-13 | Equipment Redundancy (BCR-11) |`: the title belongs to the id after it. */
function precedesItsId(
  document: PolicyDocument,
  reference: Reference,
  segment: string,
  named: readonly Control[],
): boolean {
  const { span, place } = reference;
  const end = Math.min(document.lines.endOf(place.line), span.end + 2 * MAX_SEGMENT);
  const line = document.text.slice(span.end, end);
  const rest = line.includes(segment) ? line : beside(document, reference).text;
  const after = rest.slice(rest.indexOf(segment) + segment.length).slice(0, MAX_JOINT);
  return named.some(({ ids }) => Object.values(ids).some((id) => after.toUpperCase().includes(id)));
}

const MAX_JOINT = 14;
const MAX_LIST = 120;
/** `IAM-05, IAM-10 and ` before an id. */
const AND = /[*_`]{0,3}\s{0,3}(?:[,;/&]|and|or)\s{0,3}[*_`]{0,3}/;
const LIST = pattern('i', '(?:', /[A-Z&]{3}-\d{2}/, AND, '){1,12}$');

/** `IAM-05, IAM-10: least privilege`: the title of one of those that stand before. */
function belongsToList(
  { text }: PolicyDocument,
  { span: { start } }: Reference,
  named: readonly Control[],
): boolean {
  const list = LIST.exec(text.slice(Math.max(0, start - MAX_LIST), start))?.[0].toUpperCase();
  return list !== undefined && named.some(({ ids }) => Object.values(ids).some((id) => list.includes(id)));
}
