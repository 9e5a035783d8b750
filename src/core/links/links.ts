import type { Analysis } from '../analysis/analysis';
import { attackUrl } from '../knowledge/urls';
import type { Reference } from '../recognition/reference';
import type { Resolution } from '../resolution/resolve';
import { subjectOf, type Subject } from '../resolution/subject';
import type { Span } from '../text/span';

/** A reference as a link to its publisher's page. */
export interface ReferenceLink {
  readonly span: Span;
  readonly url: string;
  /** What the page is: `T1021.007 in MITRE ATT&CK`. */
  readonly tooltip: string;
}

/**
 * Links for what is certain and written out, and not part of a web address already. What a document of the workspace
 * declares is none: a click with the Ctrl key goes there, and an editor would open the page beside it.
 */
export function linksOf(
  analysis: Analysis,
  isDeclared: (subject: Subject) => boolean = () => false,
): ReferenceLink[] {
  return analysis.references.flatMap((reference) => {
    if (reference.certainty === 'doubtful' || reference.implied) return [];
    if (analysis.document.text[reference.span.start - 1] === '/') return [];
    const link = linkOf(analysis, reference);
    const isLink = link && !isDeclared(subjectOf(analysis.resolve(reference)));
    return isLink ? [link] : [];
  });
}

function linkOf(analysis: Analysis, reference: Reference): ReferenceLink | undefined {
  const resolution = analysis.resolve(reference);
  const { span, id } = reference;
  const url = pageOf(resolution);
  if (url === undefined) return undefined;
  const site = resolution.kind === 'attack' ? 'MITRE ATT&CK' : 'the Mappings Explorer';
  return { span, url, tooltip: `${id} in ${site}` };
}

/** The publisher's page of what an id names; the explorer has none of a control that the mapping file lacks. */
export function pageOf(resolution: Resolution): string | undefined {
  if (resolution.kind === 'attack') return attackUrl(resolution.id, resolution.facts.kind);
  return resolution.kind === 'control' ? resolution.framework.pageOf(resolution.control) : undefined;
}
