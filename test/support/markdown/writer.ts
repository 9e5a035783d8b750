/** Writes Markdown documents of blocks inside of one another, as people write them and as they do not. */
export class MarkdownWriter {
  constructor(private readonly random: () => number) {}

  document(): string {
    const front = this.chance(0.15) ? ['---', 'title: a # b', 'ccm: 4.1', '---'] : [];
    const blocks = this.blocks(0);
    const lines = front.length === 0 && blocks[0] === '---' ? blocks.slice(1) : [...front, ...blocks];
    return lines.join(this.chance(0.25) ? '\r\n' : '\n') + (this.chance(0.8) ? '\n' : '');
  }

  /** Lines of marks and words without regard to what they make. */
  soup(): string {
    const lines = Array.from({ length: 2 + this.below(9) }, () =>
      Array.from({ length: this.below(4) }, () => this.pick(PIECES)).join(''),
    );
    return lines.join(this.chance(0.2) ? '\r\n' : '\n');
  }

  private blocks(depth: number): string[] {
    const lines: string[] = [];
    for (let count = 1 + this.below(depth === 0 ? 4 : 3); count > 0; count--) {
      const block = this.block(depth);
      lines.push(...block);
      if (this.chance(0.65) || isNested(block) || isIndentedTable(block, depth)) lines.push('');
    }
    return lines;
  }

  private block(depth: number): string[] {
    const leaves = [
      () => this.atx(),
      () => [...this.paragraph(), this.pick(['===', '---', '-', '  ====  '])],
      () => this.paragraph(),
      () => this.paragraph(),
      () => this.fence(),
      () => this.table(),
      () => this.table(),
      () => this.html(),
      () => [this.pick(['***', '---', '_ _ _', '- - -'])],
      () => this.paragraph().map((line) => `    ${line}`),
    ];
    const nested = [() => this.list(depth + 1), () => this.list(depth + 1), () => this.quote(depth + 1)];
    return this.pick(depth < 3 && this.chance(0.4) ? nested : leaves)();
  }

  private quote(depth: number): string[] {
    const mark = this.pick(['> ', '> ', '>']);
    return this.blocks(depth).map((line) => mark + line);
  }

  private list(depth: number): string[] {
    const bullet = this.pick(['- ', '* ', '+ ', '-   ', '1. ', '1)  ', '-\t']);
    const width = bullet === '-\t' ? 4 : bullet.length;
    const isShort = bullet === '-\t' && depth > 1; // how wide a tab is inside of another item, its column says
    return Array.from({ length: 1 + this.below(3) }, () => {
      const [first = '', ...rest] = this.chance(0.5) || isShort ? [this.words()] : this.blocks(depth);
      const indented = rest.map((line) => (this.isLazy(line) ? line : line && ' '.repeat(width) + line));
      return [(bullet + withoutSpace(first)).trimEnd(), ...indented, ...(this.chance(0.2) ? [''] : [])];
    }).flat();
  }

  /** Now and then a line of an item is not indented. */
  private isLazy(line: string): boolean {
    return this.chance(0.05) && /^[a-z][^|]*$/.test(line);
  }

  private atx(): string[] {
    const title = this.chance(0.9) ? ` ${this.words()}` : '';
    return [
      `${this.pick(['', '', ' ', '   '])}${'#'.repeat(1 + this.below(6))}${title}${this.pick(['', '', ' ##', '#'])}`,
    ];
  }

  private paragraph(): string[] {
    return Array.from({ length: 1 + this.below(3) }, () => this.pick(['', '', '', '  ']) + this.words());
  }

  private fence(): string[] {
    const mark = this.pick(['```', '~~~', '````', '~~~~~']);
    const body = Array.from({ length: this.below(3) }, () =>
      this.pick(['# a', '- b', '| c | d |', '```', '~~~', '', 'x']),
    );
    return [
      mark + this.pick(['', 'yaml', ' sh ']),
      ...body,
      ...(this.chance(0.9) ? [mark + this.pick(['', ' ', mark])] : []),
    ];
  }

  private table(): string[] {
    const columns = 1 + this.below(4);
    const outer = columns === 1 || this.chance(0.6);
    const row = (cells: readonly string[]): string =>
      outer ? `| ${cells.join(' | ')} |` : cells.join(' | ');
    const cells = (count: number): string[] => Array.from({ length: count }, () => this.cell());
    const delimiters = Array.from({ length: columns }, () =>
      this.pick(['---', ':--', '--:', ':-:', '-----']),
    );
    const rows = Array.from({ length: this.below(4) }, () =>
      row(cells(this.chance(0.9) ? columns : 1 + this.below(5))),
    );
    const indent = this.pick(['', '', '', ' ', '   ']);
    const lead = this.chance(0.15) ? this.paragraph() : [];
    return [...lead, ...[row(cells(columns)), row(delimiters), ...rows].map((line) => indent + line)];
  }

  private cell(): string {
    if (this.chance(0.15)) return this.pick(['a \\| b', '`c \\| d`', '\\\\', '<!-- e -->', '']);
    return this.words();
  }

  private html(): string[] {
    return this.pick([
      () => ['<!-- a -->'],
      () => ['<!--', this.words(), '', '# b', '-->'],
      () => ['<div>', this.words(), '<!-- a -->', '</div>'],
      () => ['<details>', '<summary>a</summary>', '', ...this.blocks(3), '</details>'],
      () => ['<a name="x"></a>', this.words()],
      () => ['<pre>', '# a', '', 'b', '</pre>'], // a tag alone right below an item: everyone reads it otherwise
      () => [`<!-- ${this.words()} --> ${this.words()}`],
    ])();
  }

  private words(): string {
    const count = 1 + this.below(4);
    return Array.from({ length: count }, () =>
      this.chance(0.12) ? this.pick(INLINES) : this.pick(WORDS),
    ).join(' ');
  }

  private chance(odds: number): boolean {
    return this.random() < odds;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error('Nothing to choose from');
    return choice;
  }
}

/** A table right below a list or a quote is none to micromark, and one to cmark-gfm (tried with 0.29.0.gfm.6) and us. */
function isNested([first = '']: readonly string[]): boolean {
  return /^(?:[-*+>]|1[.)])/.test(first);
}

/**
 * Space between the mark and a text widens the item, and the lines below it are lazy. Where such a line is the header of
 * a table, cmark-gfm and we read the table, micromark does not. Space that makes code stays.
 */
function withoutSpace(first: string): string {
  return first.replace(/^ {1,3}(?! )/, '');
}

/**
 * A table in an item, or one that is indented below an item, may be part of the item when the block below it is not.
 * Where that is a table, it is right below the list.
 */
function isIndentedTable(block: readonly string[], depth: number): boolean {
  const isTable = block.some((line) => line.includes('|') && /^[\s|:-]*-[\s|:-]*$/.test(line));
  return isTable && (depth > 0 || block.some((line) => line.startsWith(' ')));
}

const WORDS = ['alpha', 'beta', 'IAM-10', 'T1059.001', 'CCM', 'gamma:', 'controls'];
const INLINES = [
  '<!-- note -->',
  '`code`',
  '`<!-- code -->`',
  '\\<!-- text -->',
  '[link](https://example.com)',
  '**bold**',
  '<br> x',
  '``a ` b``',
  '<!-- a ` b -->',
];
const PIECES = [
  'a',
  'b c',
  ' ',
  '    ',
  '\t',
  '- ',
  '* ',
  '1. ',
  '2. ',
  '> ',
  '>',
  '# ',
  '#',
  '---',
  '===',
  '```',
  '~~~',
  '| a | b |',
  '|---|---|',
  'a | b',
  '-|-',
  '<!-- x -->',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<br>',
  '  ',
  '',
  '',
  '***',
  '`',
  '+',
  '-',
];
