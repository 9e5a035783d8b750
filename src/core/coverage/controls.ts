import type { CanonicalId } from '../identifiers/grammar';
import { compareIds } from '../knowledge/compareIds';
import type { Assessment, Control, EditionId, Framework } from '../knowledge/framework';
import type { EditionOf, KnowledgeBase } from '../knowledge/knowledgeBase';
import type { DomainRecord } from '../knowledge/records';
import type { CoverageSum, Occurrences } from './sum';
import type { TechniqueLine } from './techniques';

/**
 * What a control is to the techniques that are named. `addressing`: cited, and mapped to one of them. `unneeded`:
 * cited, and mapped to other techniques only. `without-mapping`: cited, and mapped to none at all. `not-cited`: mapped
 * to one of them, and not cited.
 */
export const CONTROL_ROLES = ['addressing', 'unneeded', 'without-mapping', 'not-cited'] as const;
export type ControlRole = (typeof CONTROL_ROLES)[number];

export interface ControlLine extends Occurrences {
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
  /** Of the techniques that the mapping has for it, how many are named, under whatever ids. */
  readonly namedOfMapped: number;
}

export function controlLines(
  knowledge: KnowledgeBase,
  { controls: cited }: CoverageSum,
  techniques: readonly TechniqueLine[],
  editionOf: EditionOf,
): ControlLine[] {
  const found = new Map<string, Found>();
  for (const { id, mapped } of techniques) {
    for (const { framework, control, via } of mapped) {
      const each = entry(found, framework, control);
      each.techniques.push(id);
      each.mapped.add(via ?? id);
    }
  }
  for (const key of cited.keys()) {
    const known = knowledge.controlOf(key);
    if (known) entry(found, known.framework, known.control);
  }
  return [...found]
    .map(([key, each]) => lineOf(each, cited.get(key), editionOf(each.framework)))
    .sort(byLabel);
}

interface Found {
  readonly framework: Framework;
  readonly control: Control;
  readonly techniques: CanonicalId[];
  readonly mapped: Set<CanonicalId>;
}

function entry(found: Map<string, Found>, framework: Framework, control: Control): Found {
  const known = found.get(control.key) ?? { framework, control, techniques: [], mapped: new Set() };
  found.set(control.key, known);
  return known;
}

const NOT_CITED: Occurrences = { references: 0, places: () => [] };

function lineOf(found: Found, cited: Occurrences | undefined, reportEdition: EditionId): ControlLine {
  const { framework, control, techniques, mapped } = found;
  const edition = framework.editionWith(control, reportEdition);
  const id = framework.id(control, edition);
  const assessment = framework.assess(control);
  return {
    framework,
    control,
    techniques,
    namedOfMapped: mapped.size,
    ...(cited ?? NOT_CITED),
    id,
    edition,
    label: edition === reportEdition ? id : `${id}@${edition}`,
    title: framework.title(control, edition),
    domain: framework.domain(control.domain),
    assessment,
    role: roleOf(cited !== undefined, assessment, techniques.length > 0),
  };
}

function roleOf(isCited: boolean, assessment: Assessment, isNeeded: boolean): ControlRole {
  if (!isCited) return 'not-cited';
  if (assessment !== 'mapped') return 'without-mapping';
  return isNeeded ? 'addressing' : 'unneeded';
}

function byLabel(a: ControlLine, b: ControlLine): number {
  return compareIds(a.label, b.label);
}
