/** Writes TOML of every style: tables, arrays of tables, dotted keys, inline tables, texts and comments. */
export class TomlWriter {
  private words = 0;

  constructor(private readonly random: () => number) {}

  document(): string {
    const text = this.pairs('', 0) + this.tables('', 0);
    return this.chance(0.3) ? text.replaceAll('\n', '\r\n') : text;
  }

  /** Tables of names of their own, each perhaps with tables in it. */
  private tables(prefix: string, depth: number): string {
    return this.names(2)
      .map((name) => {
        const path = `${prefix}${prefix === '' ? '' : this.pick(['.', ' . '])}${name}t`.replace(
          /(["'])t$/,
          't$1',
        );
        const isArray = this.chance(0.5);
        const bodies = Array.from({ length: isArray ? 1 + this.below(2) : 1 }, () => {
          const header = isArray ? `[[${path}]]` : this.pick([`[${path}]`, `[ ${path} ]`]);
          const nested = depth < 2 && this.chance(0.4) ? this.tables(path, depth + 1) : '';
          return `${header}${this.comment()}\n${this.pairs('  ', 0)}${nested}`;
        });
        return bodies.join('');
      })
      .join('');
  }

  private pairs(indent: string, depth: number): string {
    return this.names(3)
      .map((name) => {
        const key = this.chance(0.2) ? `${name}.${this.pick(['x', '"y z"', '4'])}` : name;
        const above = this.chance(0.15) ? this.pick(['\n', '# a = "b\n', '  # [c]\n']) : '';
        return `${above}${indent}${key}${this.pick([' = ', '='])}${this.value(depth)}${this.comment()}\n`;
      })
      .join('');
  }

  private value(depth: number): string {
    if (depth < 3 && this.chance(0.3)) return this.array(depth);
    if (depth < 3 && this.chance(0.25)) return this.inlineTable(depth);
    const word = this.word();
    return this.pick([
      `"${word}"`,
      `'${word}'`,
      `"${word} \\" ] # = "`,
      `'${word} } [x] = \\'`,
      `"""\n${word}\na = [ # b\n"""`,
      `"""${word} \\""" "" """""`,
      `'''\n[c]\n${word}'''`,
      '1979-05-27T07:32:00Z',
      '-1_000.5e3',
      'true',
    ]);
  }

  private array(depth: number): string {
    const gap = (): string => (this.chance(0.3) ? `${this.comment()}\n    ` : this.pick(['', ' ']));
    const items = Array.from({ length: this.below(4) }, () => gap() + this.value(depth + 1) + gap());
    return `[${items.join(',')}${items.length > 0 && this.chance(0.3) ? ',' : ''}${gap()}]`;
  }

  private inlineTable(depth: number): string {
    const pairs = this.names(2).map((name) => `${name} = ${this.value(depth + 1)}`);
    return `{ ${pairs.join(', ')} }`;
  }

  /** Some names, none twice. */
  private names(most: number): string[] {
    const all = ['a', 'b-c', 'd_e', '"f g"', "'h.i'", '1', 'controls'];
    const count = this.below(most + 1);
    return all.filter(() => this.chance(0.4)).slice(0, count);
  }

  private word(): string {
    return `leaf${this.words++}x`;
  }

  private comment(): string {
    return this.chance(0.2) ? this.pick([' # a = "b', ' # ]', '  # [[x]]']) : '';
  }

  private chance(odds: number): boolean {
    return this.random() < odds;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private pick(choices: readonly string[]): string {
    return choices[this.below(choices.length)] ?? '';
  }
}
