import type { Analysis } from '../../analysis/analysis';
import type { Reference } from '../../recognition/reference';
import { message, type Message } from '../../text/message';
import { ATTACK } from '../../identifiers/grammar';
import type { Framework } from '../../knowledge/framework';
import { choicesFor, isMissing, type Choice } from './choices';
import { frameworksFor } from './item';

/** What an editor offers at a reference: to write everything that is missing, or to choose from it. */
export interface InsertAction {
  readonly kind: 'all' | 'choose';
  readonly title: Message;
  /** The key of the framework that it is for; undefined if only one may be meant, or the reader is asked. */
  readonly framework: string | undefined;
}

/** Nothing if everything that is mapped is cited in the section. */
export function insertActionsFor(analysis: Analysis, target: Reference): InsertAction[] {
  const frameworks = frameworksFor(analysis, target);
  const [first, second] = frameworks;
  if (!first || !second) return actionsOf(missingIn(analysis, target, first), target.family === ATTACK);
  const all = frameworks.flatMap((framework) => allOf(framework, missingIn(analysis, target, framework)));
  return all.length === 0
    ? []
    : [{ kind: 'choose', title: message('Insert mapped controls…'), framework: undefined }, ...all];
}

function missingIn(analysis: Analysis, target: Reference, framework?: Framework): Choice[] {
  return choicesFor(analysis, target, framework).filter(isMissing);
}

/** One action for a framework among several. */
function allOf(framework: Framework, missing: readonly Choice[]): InsertAction[] {
  const count = String(missing.length);
  const title =
    missing.length === 1
      ? message('Insert {0} {1}', missing[0]?.id ?? '', missing[0]?.title ?? '')
      : message('Insert all {0} mapped controls of {1} not cited here', count, framework.name);
  return missing.length === 0 ? [] : [{ kind: 'all', title, framework: framework.key }];
}

function actionsOf(missing: readonly Choice[], isTechnique: boolean): InsertAction[] {
  const [first] = missing;
  const framework = undefined;
  if (!first) return [];
  if (missing.length === 1)
    return [{ kind: 'all', title: message('Insert {0} {1}', first.id, first.title), framework }];
  const count = String(missing.length);
  return [
    {
      kind: 'choose',
      title: isTechnique ? message('Insert mapped controls…') : message('Insert mapped techniques…'),
      framework,
    },
    {
      kind: 'all',
      title: isTechnique
        ? message('Insert all {0} mapped controls not cited here', count)
        : message('Insert all {0} mapped techniques not named here', count),
      framework,
    },
  ];
}
