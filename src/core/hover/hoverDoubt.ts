import type { Analysis } from '../analysis/analysis';
import type { Reference } from '../recognition/reference';
import { code, notice, type Block } from '../text/blocks';
import { declaration, whereToDeclare } from './hoverParts';

/** For a doubtful id: what it might be, and how to settle it. */
export function doubtBlocks(analysis: Analysis, { certainty, family, evidence }: Reference): Block[] {
  if (certainty !== 'doubtful') return [];
  if (evidence().some(({ scope }) => scope === 'struck'))
    return [notice('info', 'Struck-through text is ignored.')];
  return family === 'attack'
    ? [
        notice(
          'question',
          'This may be an ATT&CK ID, or something else that looks like one. To settle it, name ATT&CK in the heading or the column.',
        ),
      ]
    : [
        notice(
          'question',
          `This may be a control of ${analysis.knowledge.ccm.name}, or something else that looks like one. To settle it, add `,
          code(declaration(analysis, analysis.knowledge.ccm.published[0]?.id ?? '')),
          ` ${whereToDeclare(analysis)}, name CCM in the heading or the column, or set `,
          code('controlLens.ccm.assume'),
          '.',
        ),
      ];
}
