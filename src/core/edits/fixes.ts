import type { Analysis } from '../analysis/analysis';
import type { CanonicalId } from '../identifiers/grammar';
import type { Finding } from '../rules/rule';
import { earlierNameBeside, otherNameBeside, pairedTitle } from '../rules/namesBeside';
import type { TextEdit } from '../text/edit';
import { message, type Message } from '../text/message';
import { runSteps, type Steps } from '../text/steps';
import { addressFor } from './linkAddress';
import { declareBefore, declareInDocument } from './declare';
import { beside } from '../documents/beside';
import { inCaseOf, inStyleOf } from './nameStyle';
import { nameOf, replaceId } from './replaceId';
import { propose, proposeWithoutRepeats } from './safety/proposal';
import { readBack, type Purpose } from './safety/readBack';
import { suppressionsFor } from './suppress';

/** A change that settles a finding. */
export interface Fix {
  readonly title: Message;
  /** In one document, none overlapping another. */
  readonly edits: readonly TextEdit[];
  /** True for the one that a user most likely wants. */
  readonly isPreferred: boolean;
}

/** A fix that is not read back yet. */
interface Proposed extends Fix {
  readonly kind: Purpose['kind'];
  /** IDs that it writes. */
  readonly writes?: readonly CanonicalId[];
}

/** Those that can be made: replacements first, the best one preferred; then other corrections; then ways to silence. */
export function fixesFor(analysis: Analysis, finding: Finding): Fix[] {
  return runSteps(fixSteps(analysis, finding));
}

/** The same, one fix a step: each is read back, which reads the whole document again. */
export function* fixSteps(analysis: Analysis, finding: Finding): Steps<Fix[]> {
  const fixes: Fix[] = [];
  for (const proposed of proposals(analysis, finding)) {
    fixes.push(...sound(analysis, finding, proposed));
    yield;
  }
  return fixes;
}

/** None if reading it back forbids it; with a caution if anything else changes that a person should look at. */
function sound(analysis: Analysis, finding: Finding, fix: Proposed): Fix[] {
  const { title, edits, isPreferred, kind, writes = [] } = fix;
  const purpose = { kind, writes, settles: [finding], family: finding.reference.family };
  const read = readBack(analysis, edits, purpose);
  if (!read.ok) return [];
  const { also } = read.value;
  if (!also) return [{ title, edits, isPreferred }];
  return [{ title: message('{0} ({1})', title.text, also.text), edits, isPreferred: false }];
}

function proposals(analysis: Analysis, finding: Finding): Proposed[] {
  return [
    ...replacements(analysis, finding),
    ...titleCorrections(analysis, finding),
    ...inventedTitles(analysis, finding),
    ...nameCorrections(analysis, finding),
    ...linkTextCorrections(analysis, finding),
    ...declarations(analysis, finding),
    ...suppressions(analysis, finding),
  ];
}

/** Another ID in the place of this one, with its name, the target of its link and its tactic. */
function replacements(analysis: Analysis, finding: Finding): Proposed[] {
  const { rule, reference, replacements: ids = [], declare = [], titles = [] } = finding;
  if (reference.implied) return [];
  const isAddress = rule === 'link-mismatch';
  if (isAddress) return ids.flatMap((id) => addressFix(analysis, finding, id, ids.length === 1));
  return ids.map((id, index) => {
    const { edits, caution } = proposeWithoutRepeats(analysis, reference, id);
    const name = nameOf(analysis.knowledge, reference, id);
    const title = caution
      ? message('Replace with {0} {1} (check the result: {2})', id, name, caution.text)
      : message('Replace with {0} {1}', id, name);
    const isPreferred = index === 0 && ids.length === 1 && declare.length + titles.length === 0 && !caution;
    return { title, edits, isPreferred, kind: 'words', writes: [id] };
  });
}

/** The text of the link is right; nothing where such an address can't name the ID. */
function addressFix(
  { document }: Analysis,
  { reference }: Finding,
  id: CanonicalId,
  isPreferred: boolean,
): Proposed[] {
  const edits = addressFor(document, reference, id);
  return edits
    ? [
        {
          title: message('Change the link address to {0}', id),
          edits,
          isPreferred,
          kind: 'words',
          writes: [id],
        },
      ]
    : [];
}

/** The one replacement that needs no look, as far as its place can tell; nothing where several come into question. */
export function theOneReplacement(analysis: Analysis, finding: Finding): readonly TextEdit[] {
  const { rule, reference, replacements: ids = [], declare = [], titles = [] } = finding;
  if (rule === 'outdated-name' && !reference.isName)
    return nameCorrections(analysis, finding)[0]?.edits ?? [];
  const [id] = ids;
  const isChoice = ids.length > 1 || declare.length + titles.length > 0;
  if (reference.implied || id === undefined || isChoice) return [];
  if (rule === 'link-mismatch') return addressFor(analysis.document, reference, id) ?? [];
  const { edits, caution } = propose(analysis, reference, id);
  return caution ? [] : edits;
}

/** The words beside the id give way to its own title. */
function titleCorrections({ document, knowledge }: Analysis, { rule, reference }: Finding): Proposed[] {
  if (rule !== 'title-mismatch') return [];
  const framework = knowledge.frameworkOf(reference.id);
  const titles = [...(framework?.controls ?? [])].flatMap((control) => Object.values(control.titles));
  const found = beside(document, reference).known(titles);
  const own = nameOf(knowledge, reference, reference.id);
  if (!found || own === '') return [];
  const edit = { span: found.span, newText: inCaseOf(found, own) ?? own };
  return [
    { title: message('Change the title to {0}', own), edits: [edit], isPreferred: false, kind: 'words' },
  ];
}

/** The title in the pair gives way to one that the publisher has. */
function inventedTitles({ document }: Analysis, { reference, titles = [] }: Finding): Proposed[] {
  const pair = titles.length > 0 ? pairedTitle(document, reference) : undefined;
  if (!pair) return [];
  return titles.map((title) => ({
    title: message('Change the title to {0}', title),
    edits: [{ span: pair.span, newText: inStyleOf(pair.text, title) }],
    isPreferred: false,
    kind: 'words',
  }));
}

/** The name of another technique, or an earlier one, gives way to the technique's own. */
function nameCorrections(
  { document, knowledge: { attack } }: Analysis,
  { rule, reference }: Finding,
): Proposed[] {
  if (reference.isName || (rule !== 'outdated-name' && rule !== 'name-mismatch')) return [];
  const isEarlier = rule === 'outdated-name';
  const found = (isEarlier ? earlierNameBeside : otherNameBeside)(document, reference, attack);
  if (!found) return [];
  const own = attack.name(reference.id);
  const edit = { span: found.span, newText: inCaseOf(found, own) ?? own };
  return [
    { title: message('Change the name to {0}', own), edits: [edit], isPreferred: isEarlier, kind: 'words' },
  ];
}

/** The text of the link takes the id of its address. */
function linkTextCorrections(analysis: Analysis, { rule, reference }: Finding): Proposed[] {
  if (rule !== 'link-mismatch') return [];
  const text = analysis.references.findLast(
    ({ span, id }) => span.end <= reference.span.start && id === reference.linkText,
  );
  if (!text) return [];
  const edits = replaceId(analysis, text, reference.id);
  return [
    {
      title: message('Change the link text to {0}', reference.id),
      edits,
      isPreferred: false,
      kind: 'words',
      writes: [reference.id],
    },
  ];
}

/** At the id where its title tells the edition, else for the whole document. */
function declarations(analysis: Analysis, { rule, reference, declare = [] }: Finding): Proposed[] {
  const isHere = rule === 'title-mismatch';
  return declare.flatMap((edition) => {
    const label = analysis.knowledge.editionLabel(reference.id, edition);
    const edit = isHere
      ? declareBefore(analysis, reference, edition)
      : declareInDocument(analysis, reference.family, edition);
    if (!edit) return [];
    const title = isHere
      ? message('Mark this reference as {0}', label)
      : message('Declare {0} for this document', label);
    return [{ title, edits: [edit], isPreferred: false, kind: 'declaration' }];
  });
}

/** What sums up a document is silenced in all of it: on its line, it would go to the next. */
function suppressions(analysis: Analysis, finding: Finding): Proposed[] {
  const { line, document } = suppressionsFor(analysis, finding);
  const { rule, isSummary = false } = finding;
  return [
    ...(line && !isSummary
      ? [
          {
            title: message('Silence {0} on this line', rule),
            edits: [line],
            isPreferred: false,
            kind: 'comment' as const,
          },
        ]
      : []),
    ...(document
      ? [
          {
            title: message('Silence {0} in this document', rule),
            edits: [document],
            isPreferred: false,
            kind: 'comment' as const,
          },
        ]
      : []),
  ];
}
