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
 * Each mapping was made against one ATT&CK version: where it does not have the id, the ids that were revoked in its
 * favor are asked, and for a revoked id its successors.
 */
export function mitigatingControls(knowledge: KnowledgeBase, technique: CanonicalId): MitigatingControl[] {
  return [...knowledge.frameworks.values()].flatMap((framework) =>
    controlsOf(framework, knowledge, technique),
  );
}

function controlsOf(
  framework: Framework,
  { attack }: KnowledgeBase,
  technique: CanonicalId,
): MitigatingControl[] {
  const own = rowsFor(framework, technique);
  if (own.length > 0) return own;
  const relatives = [...attack.predecessors(technique), ...attack.replacementsOf(technique)];
  const seen = new Set<string>();
  return relatives
    .flatMap((via) => rowsFor(framework, via).map((row) => ({ ...row, via })))
    .filter(({ control }) => !seen.has(control.key) && seen.add(control.key));
}

function rowsFor(framework: Framework, technique: CanonicalId): MitigatingControl[] {
  return framework.controlsFor(technique).flatMap(({ control: key, type }) => {
    const control = framework.control(key);
    return control ? [{ framework, control, type }] : [];
  });
}

/** How many of the controls each framework has, in the order of the frameworks. */
export function countByFramework(
  controls: readonly MitigatingControl[],
): { readonly framework: Framework; readonly count: number }[] {
  const counts = new Map<Framework, number>();
  for (const { framework } of controls) counts.set(framework, (counts.get(framework) ?? 0) + 1);
  return [...counts].map(([framework, count]) => ({ framework, count }));
}
