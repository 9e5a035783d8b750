import type { CanonicalId } from '../identifiers/grammar';
import type { AttackFacts } from '../knowledge/attack';
import type { ControlLine } from './controls';
import type { Coverage } from './coverage';
import { tacticsInOrder } from './groups';
import { onlySuccessor } from './techniques';

/** A technique that a cited control is mapped to, whether a document names it or not. */
export interface MappedTechnique {
  readonly id: CanonicalId;
  readonly facts: AttackFacts;
  /** Whether a document names it. */
  readonly isNamed: boolean;
  /** The cited controls that are mapped to it, by id. */
  readonly controls: readonly ControlLine[];
  /** The documents that cite them, sorted and none twice; put together when asked for. */
  readonly paths: () => readonly string[];
}

/** Which techniques are asked for; all unless told. */
export type Wanted = (id: CanonicalId, facts: AttackFacts) => boolean;

/** The techniques that the cited controls are mapped to, by id: under the one successor of those that were revoked. */
export function mappedTechniques(coverage: Coverage, wanted: Wanted = () => true): MappedTechnique[] {
  const { techniques, controls } = coverage;
  const named = new Set(techniques.filter(({ references }) => references > 0).map(({ id }) => id));
  const found = new Map<CanonicalId, { readonly facts: AttackFacts; readonly lines: Set<ControlLine> }>();
  for (const line of controls.filter(({ role }) => role !== 'not-cited'))
    for (const { technique } of line.framework.techniquesOf(line.control)) {
      const facts = technique && factsOf(coverage, technique);
      if (!facts || !wanted(facts.id, facts)) continue;
      const known = found.get(facts.id) ?? { facts, lines: new Set() };
      found.set(facts.id, known);
      known.lines.add(line);
    }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { facts, lines }]) => ({
      id,
      facts,
      isNamed: named.has(id),
      controls: [...lines],
      paths: () => [...new Set([...lines].flatMap((line) => line.places().map(({ path }) => path)))].sort(),
    }));
}

/** The techniques of one tactic that cited controls are mapped to. */
export interface MappedTactic {
  readonly id: CanonicalId;
  readonly name: string;
  readonly techniques: readonly MappedTechnique[];
}

/** In the order of the matrix; a technique of several tactics is in each. */
export function mappedTactics(coverage: Coverage, techniques = mappedTechniques(coverage)): MappedTactic[] {
  return tacticsInOrder(coverage).flatMap(({ id, name }) => {
    const own = techniques.filter(({ facts }) => facts.tactics.includes(id));
    return own.length > 0 ? [{ id, name, techniques: own }] : [];
  });
}

function factsOf(
  { knowledge: { attack }, attackVersion }: Coverage,
  technique: string,
): AttackFacts | undefined {
  const facts = attack.at(technique, attackVersion);
  const successor = facts && onlySuccessor(facts);
  return (successor && attack.at(successor, attackVersion)) ?? facts;
}
