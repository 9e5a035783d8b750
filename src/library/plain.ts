import type { Analysis } from '../core/analysis/analysis';
import type { Reference } from '../core/recognition/reference';
import { stateOf } from '../core/resolution/resolve';
import { ruleUrl } from '../core/rules/documentation/ruleUrl';
import type { Finding } from '../core/rules/rule';
import type * as plain from './types';

/** A reference as programs get it: by the package, and by `refs --format json` of the command line. */
export function plainReference(reference: Reference, { document }: Analysis): plain.Reference {
  return {
    range: document.lines.rangeOf(reference.span),
    span: { start: reference.span.start, end: reference.span.end },
    text: reference.text,
    id: reference.id,
    family: reference.family,
    edition: reference.edition?.edition ?? null,
    certainty: reference.certainty,
    evidence: reference.evidence,
    editionSource: reference.edition?.source ?? null,
  };
}

/** A finding as programs get it: by the package, and by `check --format json` of the command line. */
export function plainFinding(finding: Finding, analysis: Analysis): plain.Finding {
  const { reference, span, rule } = finding;
  return {
    range: analysis.document.lines.rangeOf(span),
    span: { start: span.start, end: span.end },
    rule,
    ruleUrl: ruleUrl(rule),
    severity: finding.severity,
    message: finding.message.text,
    reference: {
      id: reference.id,
      edition: reference.edition?.edition ?? null,
      state: rule === 'unused-suppression' ? 'comment' : stateOf(analysis.resolve(reference)),
    },
    ...relatedIn(analysis, finding),
    replacements: finding.replacements ?? [],
  };
}

function relatedIn({ document }: Analysis, { related = [] }: Finding): Pick<plain.Finding, 'related'> {
  if (related.length === 0) return {};
  return {
    related: related.map(({ span, message }) => ({
      range: document.lines.rangeOf(span),
      message: message.text,
    })),
  };
}
