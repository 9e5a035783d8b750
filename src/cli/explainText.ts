import { counted } from '../core/text/message';
import type {
  ControlExplanation,
  Explanation,
  TechniqueExplanation,
  UnknownExplanation,
} from '../core/explain/explain';

/** An explanation for a terminal. */
export function explainText(explanation: Explanation): string {
  if ('name' in explanation) return technique(explanation);
  return 'title' in explanation ? control(explanation) : unknown(explanation);
}

function technique(explanation: TechniqueExplanation): string {
  const {
    id,
    name,
    kind,
    parent,
    tactics,
    platforms,
    status,
    statusVersion,
    statusOrEarlier,
    successors,
    controls,
    mitigations,
    urls,
  } = explanation;
  return lines(
    `${id} ${name}`,
    `  ${kind}${parent ? ` of ${parent}` : ''}`,
    status === 'current'
      ? ''
      : `  ${status} in ATT&CK ${statusVersion}${statusOrEarlier ? ' or earlier' : ''}${successors.length > 0 ? `, use ${names(successors)}` : ''}`,
    tactics.length > 0 ? `  tactics: ${tactics.map((tactic) => tactic.name).join(', ')}` : '',
    platforms.length > 0 ? `  platforms: ${platforms.join(', ')}` : '',
    controls.length > 0
      ? `  ${counted(controls.length, 'control')} mapped to it:`
      : kind.endsWith('technique')
        ? '  no control mapped to it'
        : '',
    ...controls.map(
      (each) => `    ${each.id} ${each.title} (${each.mappingType}${each.via ? `, as ${each.via}` : ''})`,
    ),
    mitigations.length > 0 ? `  ATT&CK mitigations: ${names(mitigations)}` : '',
    `  ${urls.attack}`,
    urls.mappingsExplorer ? `  ${urls.mappingsExplorer}` : '',
    footer(explanation),
  );
}

function control(explanation: ControlExplanation): string {
  const { id, edition, title, domain, state, otherEditions, otherReadings, techniques, urls } = explanation;
  return lines(
    `${id} ${title}`,
    `  edition: ${edition}`,
    domain ? `  domain: ${domain.name}` : '',
    ...Object.entries(otherEditions).map(([other, each]) => `  in ${other}: ${each.id} ${each.title}`),
    ...Object.entries(otherReadings).map(([other, each]) => `  but ${id} in ${other} is ${each.title}`),
    techniques.length > 0
      ? `  ${counted(techniques.length, 'technique')} mapped to it:`
      : `  ${STATES[state]}`,
    ...techniques.map((each) => `    ${each.id} ${each.name} (${each.mappingType})`),
    urls.mappingsExplorer ? `  ${urls.mappingsExplorer}` : '',
    footer(explanation),
  );
}

const STATES: Readonly<Record<ControlExplanation['state'], string>> = {
  mapped: 'mapped',
  'non-mappable': 'no mapping: outside the scope of ATT&CK, according to the publisher',
  'not-assessed': 'no mapping: not assessed by the publisher',
  unknown: 'unknown',
};

function unknown({ id, message }: UnknownExplanation): string {
  return lines(id, `  ${message}`);
}

function names(each: readonly { readonly id: string; readonly name: string }[]): string {
  return each.map(({ id, name }) => `${id} ${name}`).join(', ');
}

function footer({ versions }: TechniqueExplanation | ControlExplanation): string {
  return `  mapping ${versions.mapping}, updated ${versions.mappingDate}, based on ATT&CK ${versions.mappingAttack}; ATT&CK data up to ${versions.attack}`;
}

function lines(...each: readonly string[]): string {
  return `${each.filter((line) => line !== '').join('\n')}\n`;
}
