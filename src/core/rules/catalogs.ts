import type { RuleContext } from './rule';

/** A document that lists this share of an edition's controls is a catalog of it, or a matrix. */
const SHARE = 1 / 2;

/** Whether the document is a catalog of some edition: that a control there has no mapping is no choice of its author. */
export function listsHalfOfAnEdition({ resolved, knowledge }: RuleContext): boolean {
  const listed = new Map<string, Set<string>>();
  for (const { resolution } of resolved) {
    if (resolution.kind !== 'control') continue;
    const { framework, edition, control } = resolution;
    const name = `${framework.key} ${edition}`;
    const keys = listed.get(name) ?? new Set();
    listed.set(name, keys.add(control.key));
    if (keys.size >= SHARE * (knowledge.frameworks.get(framework.key)?.idsIn(edition).length ?? Infinity))
      return true;
  }
  return false;
}
