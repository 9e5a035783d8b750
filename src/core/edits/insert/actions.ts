import type { Analysis } from '../../analysis/analysis';
import type { Reference } from '../../recognition/reference';
import { message, type Message } from '../../text/message';
import { choicesFor, isMissing } from './choices';

/** What an editor offers at a reference: to write everything that is missing, or to choose from it. */
export interface InsertAction {
  readonly kind: 'all' | 'choose';
  readonly title: Message;
}

/** Nothing where everything that is mapped is cited in the section. */
export function insertActionsFor(analysis: Analysis, target: Reference): InsertAction[] {
  const missing = choicesFor(analysis, target).filter(isMissing);
  const [first] = missing;
  if (!first) return [];
  if (missing.length === 1) return [{ kind: 'all', title: message('Insert {0} {1}', first.id, first.title) }];
  const isTechnique = target.family === 'attack';
  const count = String(missing.length);
  return [
    {
      kind: 'choose',
      title: isTechnique ? message('Insert mapped controls…') : message('Insert mapped techniques…'),
    },
    {
      kind: 'all',
      title: isTechnique
        ? message('Insert all {0} mapped controls not cited here', count)
        : message('Insert all {0} mapped techniques not named here', count),
    },
  ];
}
