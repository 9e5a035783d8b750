import type { Analysis } from '../analysis/analysis';
import type { Reference } from '../recognition/reference';
import type { Framework } from '../knowledge/framework';
import { code, notice, type Block, type Run } from '../text/blocks';
import { declarationOf, whereToDeclare } from './hoverParts';

/** For a doubtful id: what it might be, and how to settle it. */
export function doubtBlocks(
  analysis: Analysis,
  { certainty, id, evidence, mayBe, text }: Reference,
): Block[] {
  const { attack } = analysis.knowledge;
  if (mayBe !== undefined)
    return [notice('question', `${text} lacks a zero: it may also be ${mayBe} ${attack.name(mayBe)}.`)];
  if (certainty !== 'doubtful') return [];
  if (evidence.some(({ clue }) => clue.startsWith('struck-through')))
    return [notice('info', 'Struck-through text is ignored.')];
  const framework = analysis.knowledge.frameworkOf(id);
  return [notice('question', ...(framework ? controlDoubt(analysis, framework) : [ATTACK_DOUBT]))];
}

const ATTACK_DOUBT =
  'This may be an ATT&CK ID, or something else that looks like one. To settle it, name ATT&CK in the heading or the column.';

function controlDoubt(analysis: Analysis, framework: Framework): (string | Run)[] {
  const { name, key, descriptor } = framework;
  const what = `This may be a control of ${name}, or something else that looks like one. To settle it, `;
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
