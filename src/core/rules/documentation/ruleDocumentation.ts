import type { RuleId } from '../rule';
import { aicmId } from './aicmId';
import { ambiguousEdition } from './ambiguousEdition';
import { deprecatedTechnique } from './deprecatedTechnique';
import type { RuleDocumentation } from './documentation';
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
import { tacticMismatch } from './tacticMismatch';
import { titleMismatch } from './titleMismatch';
import { unknownId } from './unknownId';
import { unusedSuppression } from './unusedSuppression';

export const RULE_DOCUMENTATION: Readonly<Record<RuleId, RuleDocumentation>> = {
  'no-mapping': noMapping,
  'unknown-id': unknownId,
  'revoked-technique': revokedTechnique,
  'deprecated-technique': deprecatedTechnique,
  'other-edition': otherEdition,
  'ambiguous-edition': ambiguousEdition,
  'title-mismatch': titleMismatch,
  'invented-title': inventedTitle,
  'malformed-id': malformedId,
  'link-mismatch': linkMismatch,
  'tactic-mismatch': tacticMismatch,
  'outdated-name': outdatedName,
  'name-mismatch': nameMismatch,
  'older-attack': olderAttack,
  'aicm-id': aicmId,
  'newer-id': newerId,
  'no-mapped-control': noMappedControl,
  'unused-suppression': unusedSuppression,
};
