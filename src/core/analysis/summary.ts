import type { Analysis } from './analysis';
import { isTechniqueReference } from './citations';

/** What the status bar tells of a document. */
export interface Summary {
  /** Distinct techniques and controls that are certainly referenced. */
  readonly techniques: number;
  readonly controls: number;
  readonly references: number;
  readonly findings: number;
}

export function summaryOf(analysis: Analysis): Summary {
  const techniques = new Set<string>();
  const controls = new Set<string>();
  let references = 0;
  for (const reference of analysis.references) {
    if (reference.certainty !== 'certain') continue;
    references++;
    if (isTechniqueReference(reference)) techniques.add(reference.id);
    else if (reference.family !== 'attack') controls.add(reference.id);
  }
  const findings = analysis.findings.filter(({ severity }) => severity !== 'hint').length;
  return { techniques: techniques.size, controls: controls.size, references, findings };
}
