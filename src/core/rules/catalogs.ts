import type { EditionId, Framework } from '../knowledge/framework';
import { counted, message } from '../text/message';
import type { Resolved, RuleContext, Verdict } from './rule';

/** How to tell what is so of many controls of a catalog: once for each edition, or of each reference. */
export const CATALOG_SETTINGS = ['summary', 'each'] as const;
export type CatalogSetting = (typeof CATALOG_SETTINGS)[number];

/** A document that lists this share of an edition's controls is a catalog of it, or a matrix. */
const SHARE = 1 / 2;

/**
 * In a catalog, that a control has no mapping is no slip of the author: it is told once, where it is so first. Verdicts
 * in editions of which the document lists less stay as they are.
 */
export function noMappingOnce(verdicts: readonly Verdict[], context: RuleContext): readonly Verdict[] {
  const summaries = new Map<string, Verdict | undefined>();
  return verdicts.flatMap((verdict) => {
    const { edition: choice, family } = verdict.reference;
    const framework = context.knowledge.frameworks.get(family);
    if (choice === undefined || framework === undefined) return [verdict];
    const key = `${family} ${choice.edition}`;
    if (!summaries.has(key)) {
      const summary = summaryOf(framework, choice.edition, verdicts, context);
      summaries.set(key, summary);
      if (summary) return [summary];
    }
    return summaries.get(key) ? [] : [verdict];
  });
}

/** On the first verdict of the edition; undefined where the document is no catalog of it, or one control alone has it. */
function summaryOf(
  framework: Framework,
  edition: EditionId,
  verdicts: readonly Verdict[],
  { resolved }: RuleContext,
): Verdict | undefined {
  const all = framework.idsIn(edition).length;
  const listed = controlsIn(framework, edition, resolved).size;
  if (listed < SHARE * all) return undefined;
  const [first, ...others] = verdicts.filter(
    ({ reference }) => reference.family === framework.key && reference.edition?.edition === edition,
  );
  const ids = new Set(others.map(({ reference }) => reference.id));
  if (!first) return undefined;
  ids.delete(first.reference.id);
  if (ids.size === 0) return undefined;
  return {
    reference: first.reference,
    isSummary: true,
    message: message(
      'No mapping for {0} and {1} (reported once: this document lists {2} of the {3} controls of {4}).',
      first.reference.id,
      counted(ids.size, 'other control'),
      String(listed),
      String(all),
      framework.label(edition),
    ),
  };
}

function controlsIn(
  framework: Framework,
  edition: EditionId,
  resolved: readonly Resolved[],
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { resolution } of resolved)
    if (resolution.kind === 'control' && resolution.framework === framework && resolution.edition === edition)
      keys.add(resolution.control.key);
  return keys;
}
