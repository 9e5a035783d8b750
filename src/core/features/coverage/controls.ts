import type { CanonicalId } from '../../identifiers/grammar';
import {
  MAPPING_EDITION,
  type Assessment,
  type Control,
  type EditionId,
  type Framework,
} from '../../knowledge/framework';
import type { KnowledgeBase } from '../../knowledge/knowledgeBase';
import type { DomainRecord } from '../../knowledge/records';
import type { CoverageInput } from './input';
import type { MentionPlace, TechniqueLine } from './techniques';

/**
 * What a control is to the techniques that are named. `addressing`: cited, and mapped to one of them. `unneeded`:
 * cited, and mapped to other techniques only. `without-mapping`: cited, and mapped to none at all. `not-cited`: mapped
 * to one of them, and not cited.
 */
export const CONTROL_ROLES = ['addressing', 'unneeded', 'without-mapping', 'not-cited'] as const;
export type ControlRole = (typeof CONTROL_ROLES)[number];

export interface ControlLine {
  readonly framework: Framework;
  readonly control: Control;
  /** In the edition of the report where it has the control, else in `edition`. */
  readonly id: CanonicalId;
  readonly edition: EditionId;
  /** The id, with its edition where it is another than the report's: `IAM-12@4.0`. No two lines share it. */
  readonly label: string;
  readonly title: string;
  readonly domain: DomainRecord | undefined;
  readonly assessment: Assessment;
  readonly role: ControlRole;
  /** Techniques that are named and that it is mapped to, by id. */
  readonly techniques: readonly CanonicalId[];
  readonly references: number;
  /** One for each document that cites it, in their order. */
  readonly places: readonly MentionPlace[];
}

/** The documents are in order. */
export function controlLines(
  { ccm }: KnowledgeBase,
  documents: readonly CoverageInput[],
  techniques: readonly TechniqueLine[],
  edition: EditionId,
): ControlLine[] {
  const found = new Map<string, Found>();
  for (const { id, mapped } of techniques)
    for (const { framework, control } of mapped) entry(found, framework, control)?.techniques.push(id);
  for (const { path, controls } of documents) {
    for (const [key, { count, range }] of controls) {
      const each = entry(found, ccm, ccm.control(key));
      if (!each) continue;
      each.references += count;
      each.places.push({ path, range });
    }
  }
  return [...found.values()].map((each) => lineOf(each, edition)).sort(byLabel);
}

interface Found {
  readonly framework: Framework;
  readonly control: Control;
  readonly techniques: CanonicalId[];
  references: number;
  readonly places: MentionPlace[];
}

function entry(
  found: Map<string, Found>,
  framework: Framework,
  control: Control | undefined,
): Found | undefined {
  if (!control) return undefined;
  const known = found.get(control.key) ?? { framework, control, techniques: [], references: 0, places: [] };
  found.set(control.key, known);
  return known;
}

function lineOf(found: Found, reportEdition: EditionId): ControlLine {
  const { framework, control, techniques, places } = found;
  const edition = editionWith(framework, control, reportEdition);
  const id = framework.id(control, edition);
  const assessment = framework.assess(control);
  return {
    ...found,
    id,
    edition,
    label: edition === reportEdition ? id : `${id}@${edition}`,
    title: framework.title(control, edition),
    domain: framework.domain(control.domain),
    assessment,
    role: roleOf(places.length > 0, assessment, techniques.length > 0),
  };
}

/** The report's edition where it has the control, else the newest published one that has. */
function editionWith({ editions }: Framework, control: Control, wanted: EditionId): EditionId {
  if (control.ids[wanted] !== undefined) return wanted;
  return editions.find(({ id }) => control.ids[id] !== undefined)?.id ?? MAPPING_EDITION;
}

function roleOf(isCited: boolean, assessment: Assessment, isNeeded: boolean): ControlRole {
  if (!isCited) return 'not-cited';
  if (assessment !== 'mapped') return 'without-mapping';
  return isNeeded ? 'addressing' : 'unneeded';
}

function byLabel(a: ControlLine, b: ControlLine): number {
  return a.label < b.label ? -1 : 1;
}
