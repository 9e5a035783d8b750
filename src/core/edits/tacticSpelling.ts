/**
 * The name of a tactic as the document writes another one: `defense-evasion` and Stealth give `stealth`,
 * `DefenseEvasion` and Lateral Movement give `LateralMovement`. `around` is the text before it: a tag's prefix.
 */
export function tacticAs(written: string, name: string, around = ''): string {
  const words = name.split(' ').map((word, index) => casedAs(written, word, index));
  return words.join(separatorOf(written, around));
}

function separatorOf(written: string, around: string): string {
  const own = /[ _-]/.exec(written)?.[0];
  if (own !== undefined) return own;
  if (/[a-z][A-Z]/.test(written)) return '';
  if (written !== written.toLowerCase()) return ' ';
  return around.endsWith('_') ? '_' : '-';
}

function casedAs(written: string, word: string, index: number): string {
  if (written === written.toLowerCase()) return word.toLowerCase();
  if (written === written.toUpperCase()) return word.toUpperCase();
  if (/[a-z][A-Z]/.test(written)) return word.slice(0, 1).toUpperCase() + word.slice(1);
  const isSentence = /[ _-][a-z]/.test(written.replace(/[ _-](?:and|the)(?=[ _-])/g, ''));
  return isSentence && index > 0 ? word.toLowerCase() : word;
}
