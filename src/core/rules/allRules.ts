import { aicmId } from './aicmId';
import { ambiguousEdition } from './ambiguousEdition';
import { deprecatedTechnique } from './deprecatedTechnique';
import { inventedTitle } from './inventedTitle';
import { linkMismatch } from './linkMismatch';
import { malformedId } from './malformedId';
import { nameMismatch } from './nameMismatch';
import { newerId } from './newerId';
import { noMappedControl } from './noMappedControl';
import { noMapping } from './noMapping';
import { olderAttack } from './olderAttack';
import { otherEdition } from './otherEdition';
import { outdatedName } from './outdatedName';
import { revokedTechnique } from './revokedTechnique';
import type { Rule } from './rule';
import { tacticMismatch } from './tacticMismatch';
import { titleMismatch } from './titleMismatch';
import { unknownId } from './unknownId';
import { unusedSuppression } from './unusedSuppression';

/** Every rule, in the order in which they are documented. */
export const ALL_RULES: readonly Rule[] = [
  noMapping,
  unknownId,
  revokedTechnique,
  deprecatedTechnique,
  otherEdition,
  ambiguousEdition,
  titleMismatch,
  inventedTitle,
  malformedId,
  linkMismatch,
  tacticMismatch,
  outdatedName,
  nameMismatch,
  olderAttack,
  aicmId,
  newerId,
  noMappedControl,
  unusedSuppression,
];
