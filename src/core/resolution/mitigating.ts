import type { CanonicalId } from '../identifiers/grammar';
import type { Control, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';

/** A control that the mapping holds to mitigate a technique. */
export interface MitigatingControl {
  readonly framework: Framework;
  readonly control: Control;
  /** The mapping type: `mitigates`. */
  readonly type: string;
  /** The id under which the mapping file has the technique, where the technique has another one now. */
  readonly via?: CanonicalId;
}

/**
 * The controls that mitigate a technique, of every framework, in the order of the frameworks and then by key.
 * The mapping was made against one ATT&CK version: where it does not have the id, the ids that were revoked in its
 * favor are asked, and for a revoked id its successors.
 */
export function mitigatingControls(knowledge: KnowledgeBase, technique: CanonicalId): MitigatingControl[] {
  const own = rowsFor(knowledge, technique);
  if (own.length > 0) return own;
  const relatives = [
    ...knowledge.attack.predecessors(technique),
    ...(knowledge.attack.at(technique)?.successors ?? []),
  ];
  const seen = new Set<string>();
  return relatives
    .flatMap((via) => rowsFor(knowledge, via).map((row) => ({ ...row, via })))
    .filter(({ control }) => !seen.has(control.key) && seen.add(control.key));
}

function rowsFor(knowledge: KnowledgeBase, technique: CanonicalId): MitigatingControl[] {
  const rows: MitigatingControl[] = [];
  for (const framework of knowledge.frameworks.values()) {
    for (const { control: key, type } of framework.controlsFor(technique)) {
      const control = framework.control(key);
      if (control) rows.push({ framework, control, type });
    }
  }
  return rows;
}
