import { frameworkDescriptor } from '../core/frameworks/registry';
import { counted } from '../core/text/message';
import type {
  ControlExplanation,
  Explanation,
  MappedControl,
  MappingVersion,
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
    summary,
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
    techniques,
    urls,
  } = explanation;
  return lines(
    `${id} ${name}`,
    summary === null ? '' : `  ${summary}`,
    `  ${kind}${parent ? ` of ${parent}` : ''}`,
    status === 'current'
      ? ''
      : `  ${status} in ATT&CK ${statusVersion}${statusOrEarlier ? ' or earlier' : ''}${successors.length > 0 ? `, use ${names(successors)}` : ''}`,
    tactics.length > 0 ? `  tactics: ${tactics.map((tactic) => tactic.name).join(', ')}` : '',
    platforms.length > 0 ? `  platforms: ${platforms.join(', ')}` : '',
    controls.length === 0 && kind.endsWith('technique') ? '  no control mapped to it' : '',
    ...controlLines(controls),
    mitigations.length > 0 ? `  ATT&CK mitigations: ${names(mitigations)}` : '',
    ...techniqueLines(techniques),
    `  ${urls.attack}`,
    urls.mappingsExplorer ? `  ${urls.mappingsExplorer}` : '',
    footer(explanation),
  );
}

function techniqueLines(techniques: TechniqueExplanation['techniques']): string[] {
  if (techniques.length === 0) return [];
  const mapped = techniques.filter(({ controls }) => controls > 0).length;
  return [
    `  ${counted(techniques.length, 'technique')}, ${mapped} with mapped controls:`,
    ...techniques.map(
      ({ id, name, controls }) =>
        `    ${id} ${name}${controls > 0 ? ` (${counted(controls, 'control')})` : ''}`,
    ),
  ];
}

/** By framework. */
function controlLines(controls: readonly MappedControl[]): string[] {
  const keys = [...new Set(controls.map(({ framework }) => framework))];
  return keys.flatMap((key) => {
    const own = controls.filter(({ framework }) => framework === key);
    return [
      `  ${counted(own.length, 'control')} mapped to it in ${frameworkDescriptor(key).words.short}:`,
      ...own.map(
        (each) => `    ${each.id} ${each.title} (${each.mappingType}${each.via ? `, as ${each.via}` : ''})`,
      ),
    ];
  });
}

function control(explanation: ControlExplanation): string {
  const {
    id,
    enhancementOf,
    edition,
    title,
    summary,
    domain,
    state,
    otherEditions,
    otherReadings,
    techniques,
    urls,
  } = explanation;
  return lines(
    `${id} ${title}`,
    summary === null ? '' : `  ${summary}`,
    enhancementOf === null
      ? ''
      : `  enhancement of ${enhancementOf}, with the title and mappings of that control`,
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
  const { mappings, attack } = versions;
  return `  mapping ${mappings.map(mappingText).join('; ')}; ATT&CK data up to ${attack}`;
}

function mappingText({ framework, version, date, attack }: MappingVersion): string {
  const { words } = frameworkDescriptor(framework);
  return `${words.short} ${words.version(version)}, updated ${date}, based on ATT&CK ${attack}`;
}

function lines(...each: readonly string[]): string {
  return `${each.filter((line) => line !== '').join('\n')}\n`;
}
