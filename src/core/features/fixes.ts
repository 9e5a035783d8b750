import type { Analysis } from '../analysis/analysis';
import { kindOf, type CanonicalId } from '../identifiers/grammar';
import type { Finding } from '../rules/rule';
import type { TextEdit } from '../text/edit';
import { message, type Message } from '../text/message';
import { declareBefore, declareInDocument } from './declare';
import { suppressionsFor } from './suppress';

/** A change that settles a finding. */
export interface Fix {
  readonly title: Message;
  readonly edit: TextEdit;
  /** True for the one that a user most likely wants. */
  readonly isPreferred: boolean;
}

/** Replacements first, the best one preferred; then the ways to silence the rule. */
export function fixesFor(analysis: Analysis, finding: Finding): Fix[] {
  return [
    ...replacements(analysis, finding),
    ...declarations(analysis, finding),
    ...suppressions(analysis, finding),
  ];
}

function replacements(
  analysis: Analysis,
  { reference, replacements: ids = [], declare = [] }: Finding,
): Fix[] {
  if (reference.implied) return [];
  return ids.map((id, index) => ({
    title: message('Replace with {0} {1}', id, nameOf(analysis, id)),
    edit: { span: reference.span, newText: inStyleOf(reference.text, id) },
    isPreferred: index === 0 && ids.length === 1 && declare.length === 0,
  }));
}

/** At the id where its title tells the edition, else for the whole document. */
function declarations(analysis: Analysis, { rule, reference, declare = [] }: Finding): Fix[] {
  const isHere = rule === 'title-mismatch';
  return declare.flatMap((edition) => {
    const label = analysis.knowledge.ccm.label(edition);
    const edit = isHere ? declareBefore(analysis, reference, edition) : declareInDocument(analysis, edition);
    if (!edit) return [];
    const title = isHere
      ? message('Say here that it is an id of {0}', label)
      : message('Declare {0} for this document', label);
    return [{ title, edit, isPreferred: false }];
  });
}

function nameOf({ knowledge }: Analysis, id: CanonicalId): string {
  if (kindOf(id).family === 'attack') return knowledge.attack.name(id);
  const [reading] = knowledge.ccm.readings(id);
  return reading ? knowledge.ccm.title(reading.control, reading.edition) : '';
}

/** Small letters stay small, and `/` stays the separator of a web address. */
function inStyleOf(written: string, id: CanonicalId): string {
  const cased = written === written.toLowerCase() ? id.toLowerCase() : id;
  return written.includes('/') ? cased.replace('.', '/') : cased;
}

function suppressions(analysis: Analysis, finding: Finding): Fix[] {
  const { line, document } = suppressionsFor(analysis, finding);
  const { rule } = finding;
  return [
    ...(line ? [{ title: message('Silence {0} on this line', rule), edit: line, isPreferred: false }] : []),
    ...(document
      ? [{ title: message('Silence {0} in this document', rule), edit: document, isPreferred: false }]
      : []),
  ];
}
