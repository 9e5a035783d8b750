import { aicmId } from './aicmId';
import { deprecatedTechnique } from './deprecatedTechnique';
import { newerId } from './newerId';
import { noMappedControl } from './noMappedControl';
import { noMapping } from './noMapping';
import { otherEdition } from './otherEdition';
import { revokedTechnique } from './revokedTechnique';
import type { Rule } from './rule';
import { unknownId } from './unknownId';

/** Every rule, in the order in which they are documented. */
export const ALL_RULES: readonly Rule[] = [
  noMapping,
  unknownId,
  revokedTechnique,
  deprecatedTechnique,
  otherEdition,
  aicmId,
  newerId,
  noMappedControl,
];
