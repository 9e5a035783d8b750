import type { Analysis } from '../analysis/analysis';
import { MAPPING_EDITION } from '../knowledge/framework';
import { attackUrl, explorerControlUrl } from '../knowledge/urls';
import type { Reference } from '../references/reference';
import type { Span } from '../text/span';

/** A reference as a link to its publisher's page. */
export interface ReferenceLink {
  readonly span: Span;
  readonly url: string;
  /** What the page is: `T1021.007 in MITRE ATT&CK`. */
  readonly tooltip: string;
}

/** Links for what is certain and written out, and not part of a web address already. */
export function linksOf(analysis: Analysis): ReferenceLink[] {
  return analysis.references.flatMap((reference) => {
    if (reference.certainty === 'doubtful' || reference.implied) return [];
    if (analysis.document.text[reference.span.start - 1] === '/') return [];
    const link = linkOf(analysis, reference);
    return link ? [link] : [];
  });
}

function linkOf(analysis: Analysis, reference: Reference): ReferenceLink | undefined {
  const resolution = analysis.resolve(reference);
  const { span, id } = reference;
  if (resolution.kind === 'attack') {
    return { span, url: attackUrl(id, resolution.facts.kind), tooltip: `${id} in MITRE ATT&CK` };
  }
  if (resolution.kind !== 'control') return undefined;
  const { ccm } = analysis.knowledge;
  const mappingId = resolution.control.ids[MAPPING_EDITION];
  if (mappingId === undefined) return undefined;
  return { span, url: explorerControlUrl(mappingId, ccm.mapping), tooltip: `${id} in the Mappings Explorer` };
}
