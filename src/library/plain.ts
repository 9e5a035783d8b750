import type { Analysis } from '../core/analysis/analysis';
import type { Reference } from '../core/recognition/reference';
import { stateOf, type Resolution } from '../core/resolution/resolve';
import { ruleUrl } from '../core/rules/documentation/ruleUrl';
import type { Finding } from '../core/rules/rule';
import type * as plain from './types';

/** A reference as programs get it: by the package, and by `refs --format json` of the command line. */
export function plainReference(reference: Reference, analysis: Analysis): plain.Reference {
  return {
    range: analysis.document.lines.rangeOf(reference.span),
    span: { start: reference.span.start, end: reference.span.end },
    text: reference.text,
    id: reference.id,
    family: reference.family,
    kind: reference.kind,
    edition: reference.edition?.edition ?? null,
    ...known(analysis.resolve(reference)),
    certainty: reference.certainty,
    evidence: reference.evidence,
    editionSource: reference.edition?.source ?? null,
  };
}

type Known = Pick<plain.Reference, 'name' | 'state' | 'status' | 'successors' | 'control'>;

function known(resolution: Resolution): Known {
  const state = stateOf(resolution);
  if (resolution.kind === 'attack') {
    const { name, status, successors } = resolution.facts;
    return { name, state, status, successors, control: null };
  }
  const none = { name: null, state, status: null, successors: [], control: null };
  const found = controlOf(resolution);
  return found ? { ...none, name: found.title, control: found.key } : none;
}

/** Also that of an ID that only one other edition has. */
function controlOf(resolution: Resolution): { readonly key: string; readonly title: string } | undefined {
  if (resolution.kind === 'control') {
    const { framework, control, edition } = resolution;
    return { key: control.key, title: framework.title(control, edition) };
  }
  if (resolution.kind !== 'other-edition') return undefined;
  const { framework, readings } = resolution;
  const [reading, other] = readings;
  if (!reading || (other && other.control.key !== reading.control.key)) return undefined;
  return { key: reading.control.key, title: framework.title(reading.control, reading.edition) };
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
