import type { Clue } from '../core/recognition/clue';

const INTRODUCTION = `# Clues

Whether an ID is a reference is a sum: the weights of the clues that count for it. It is certain from 6, likely from 3, and doubtful
below. A framework counts by the nearest text that names one, or that calls the ID something else. The IDs in ⟦ ⟧ are the ones that are judged.
This page is made from the tables in \`src/core/recognition/\`; every example is a test.`;

/** Every clue with its weight, an example and a counter-example, in Markdown. */
export function cluesPage(clues: readonly Clue[]): string {
  const of = (family: Clue['family']): string =>
    [
      '| Clue | Weight | Counts for | Does not count for | Where it was seen |',
      '| --- | --- | --- | --- | --- |',
      ...clues.filter((clue) => clue.family === family).map(row),
    ].join('\n');
  return `${[INTRODUCTION, `## Controls\n\n${of('control')}`, `## Techniques\n\n${of('technique')}`].join('\n\n')}\n`;
}

function row({ id, weight, example, counter, seen }: Clue): string {
  return `| \`${id}\` | ${weight} | ${code(example)} | ${code(counter)} | ${seen} |`;
}

/** Text of several lines in a cell: the lines are joined by a mark. */
function code(text: string): string {
  if (text === '') return '';
  return `\`${text.trim().replaceAll('\n', ' ⏎ ').replaceAll('|', '\\|').replaceAll('`', "'")}\``;
}
