import type { Analysis } from '../analysis/analysis';
import type { Reference } from '../recognition/reference';
import { code, notice, type Block } from '../text/blocks';
import { declaration, whereToDeclare } from './hoverParts';

/** For a doubtful id: what it might be, and how to settle it. */
export function doubtBlocks(analysis: Analysis, { certainty, family, evidence }: Reference): Block[] {
  if (certainty !== 'doubtful') return [];
  if (evidence.some(({ clue }) => clue.startsWith('struck-through')))
    return [notice('info', 'This is struck through: it counts as taken out, and has no problems.')];
  return family === 'attack'
    ? [
        notice(
          'question',
          'This may be an id of MITRE ATT&CK, or something else of that shape. Name ATT&CK in the heading or the column to settle it.',
        ),
      ]
    : [
        notice(
          'question',
          `This may be a control of ${analysis.knowledge.ccm.name}, or something else of that shape. To settle it, add `,
          code(declaration(analysis, analysis.knowledge.ccm.published[0]?.id ?? '')),
          ` ${whereToDeclare(analysis)}, name CCM in the heading or the column, or set `,
          code('controlLens.ccm.assume'),
          '.',
        ),
      ];
}
