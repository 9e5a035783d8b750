import { message } from '../text/message';
import { nameWithTitles } from '../resolution/openEdition';
import { isUnmappedInEveryEdition } from '../resolution/resolve';
import { noMappingOnce } from './catalogs';
import { eachReference, type Rule } from './rule';

const OUT_OF_SCOPE =
  'No mapping for {0}: outside the scope of ATT&CK, according to the {1} mapping. Cite a mapped control as well, or silence the rule here.';
const NOT_ASSESSED =
  'No mapping for {0}: not assessed in the {1} mapping. Cite a mapped control as well, or silence the rule here.';

export const noMapping: Rule = {
  id: 'no-mapping',
  title: 'Control without a mapping',
  description:
    "A control that the published mapping connects to no ATT&CK technique: its publisher either found it out of scope or didn't assess it.",
  defaultSeverity: 'warning',
  judge: eachReference(({ reference, resolution }) => {
    if (resolution.kind !== 'control' || resolution.assessment === 'mapped') return undefined;
    const isDeclared = reference.edition?.source !== 'default';
    if (!isDeclared && !isUnmappedInEveryEdition(resolution)) return undefined;
    const { framework } = resolution;
    const name = nameWithTitles(resolution, reference.edition);
    const version = framework.mappedVersion;
    const template = resolution.assessment === 'non-mappable' ? OUT_OF_SCOPE : NOT_ASSESSED;
    return { message: message(template, name, version) };
  }),
  inCatalog: noMappingOnce,
};
