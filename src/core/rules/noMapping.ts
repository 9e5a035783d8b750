import { message } from '../text/message';
import { isUnmappedInEveryEdition } from '../resolution/resolve';
import { noMappingOnce } from './catalogs';
import { eachReference, type Rule } from './rule';

const OUT_OF_SCOPE =
  'No mapping for {0}: outside the scope of ATT&CK, by the {1} mapping. Cite a mapped control too, or silence this here.';
const NOT_ASSESSED =
  'No mapping for {0}: not assessed by the {1} mapping. Cite a mapped control too, or silence this here.';

export const noMapping: Rule = {
  id: 'no-mapping',
  title: 'Control without a mapping',
  description:
    'A control reference that no published mapping connects to an ATT&CK technique: either the publisher assessed the control and found it out of scope, or did not assess it.',
  defaultSeverity: 'warning',
  judge: eachReference(({ reference, resolution }) => {
    if (resolution.kind !== 'control' || resolution.assessment === 'mapped') return undefined;
    const isDeclared = reference.edition?.source !== 'default';
    if (!isDeclared && !isUnmappedInEveryEdition(resolution)) return undefined;
    const { framework } = resolution;
    const name = framework.nameOf(resolution.id, resolution.control, resolution.edition);
    const version = framework.mappedVersion;
    const template = resolution.assessment === 'non-mappable' ? OUT_OF_SCOPE : NOT_ASSESSED;
    return { message: message(template, name, version) };
  }),
  inCatalog: noMappingOnce,
};
