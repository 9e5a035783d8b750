import type { Analysis } from '../analysis/analysis';
import type { Reference } from '../recognition/reference';
import type { Framework } from '../knowledge/framework';
import { code, notice, type Block, type Run } from '../text/blocks';
import { declarationOf, whereToDeclare } from './hoverParts';

/** For a doubtful id: what it might be, and how to settle it. */
export function doubtBlocks(analysis: Analysis, { certainty, id, evidence }: Reference): Block[] {
  if (certainty !== 'doubtful') return [];
  if (evidence.some(({ clue }) => clue.startsWith('struck-through')))
    return [notice('info', 'This is struck through: it counts as taken out, and has no problems.')];
  const framework = analysis.knowledge.frameworkOf(id);
  return [notice('question', ...(framework ? controlDoubt(analysis, framework) : [ATTACK_DOUBT]))];
}

const ATTACK_DOUBT =
  'This may be an id of MITRE ATT&CK, or something else of that shape. Name ATT&CK in the heading or the column to settle it.';

function controlDoubt(analysis: Analysis, framework: Framework): (string | Run)[] {
  const { name, key, descriptor } = framework;
  const what = `This may be a control of ${name}, or something else of that shape. To settle it, `;
  const heading = `name ${descriptor.words.short} in the heading or the column`;
  const declared = declarationOf(analysis, framework);
  return [
    what,
    ...(declared === undefined ? [] : ['add ', code(declared), ` ${whereToDeclare(analysis)}, `]),
    heading,
    ...(descriptor.settings ? [', or set ', code(`controlLens.${key}.assume`)] : []),
    '.',
  ];
}
