/** Writes YAML of every style: block and flow, scalars over several lines, comments, anchors, tags, documents. */
export class YamlWriter {
  private words = 0;

  constructor(private readonly random: () => number) {}

  document(): string {
    const parts = Array.from({ length: this.chance(0.2) ? 2 : 1 }, () => this.mapping('', 0));
    const text = parts.join(this.pick(['---\n', '--- # begins\n', '...\n---\n']));
    return this.chance(0.3) ? text.replaceAll('\n', '\r\n') : text;
  }

  private mapping(indent: string, depth: number): string {
    return Array.from({ length: 1 + this.below(3) }, (_, index) => {
      const above = this.chance(0.15) ? this.pick(['\n', `${indent}# a: comment\n`, '# b "comment\n']) : '';
      return `${index > 0 ? above : ''}${indent}${this.key()}:${this.value(indent, depth)}`;
    }).join('');
  }

  private value(indent: string, depth: number): string {
    const inner = `${indent}  `;
    const properties = this.chance(0.15) ? this.pick([' &a1', ' !tag', ' !!map &b2']) : '';
    if (depth < 4 && this.chance(0.4)) {
      if (this.chance(0.5)) return `${properties}${this.comment()}\n${this.mapping(inner, depth + 1)}`;
      return `${this.comment()}\n${this.sequence(this.pick([indent, inner]), depth + 1)}`;
    }
    return this.pick([
      () => ` ${this.word()}${this.comment()}\n`,
      () => `\t${this.word()}\n`,
      () => ` ${this.word()}\n${inner}${this.word()} x\n`,
      () => ` "${this.word()}: # 'x"${this.comment()}\n`,
      () => ` '${this.word()} ''x: # "'${this.comment()}\n`,
      () => ` "${this.word()}\n${inner}a: b\n\n${inner}# \\"c"\n`,
      () => ` '${this.word()}\n${inner}- a: b'\n`,
      () =>
        ` ${this.pick(['|', '>', '|-', '>+', '|2', '>2-'])}${this.comment()}\n${inner}a: ${this.word()}\n\n${inner}# - b\n`,
      () => ` ${this.flow(inner, 0)}${this.comment()}\n`,
      () => ` ${this.flow(inner, 0)}\n`,
    ])();
  }

  private sequence(indent: string, depth: number): string {
    const item = (): string =>
      this.chance(0.4)
        ? `${indent}- ${this.mapping(`${indent}  `, depth).trimStart()}`
        : `${indent}-${this.value(indent, 9).replace(/^\t/, ' ')}`;
    return Array.from({ length: 1 + this.below(3) }, item).join('');
  }

  private flow(indent: string, depth: number): string {
    const gap = (): string => (this.chance(0.25) ? `${this.comment()}\n${indent}` : this.pick(['', ' ']));
    const leaf = (): string =>
      depth < 3 && this.chance(0.4)
        ? this.flow(`${indent}  `, depth + 1)
        : this.pick([this.word(), `"${this.word()}, ]"`, `'${this.word()}: {'`]);
    const isMap = this.chance(0.5);
    const items = Array.from({ length: 1 + this.below(3) }, () =>
      isMap ? `${this.key()}: ${leaf()}` : leaf(),
    );
    const inner = items.map((item) => gap() + item).join(',') + gap();
    return isMap ? `{${inner}}` : `[${inner}]`;
  }

  private key(): string {
    return this.pick(['controls', 'a b', '"c d"', "'e'", 'IAM-10', 'k&k', 'x#y']);
  }

  private word(): string {
    return `leaf${this.words++}x`;
  }

  private comment(): string {
    return this.chance(0.15) ? this.pick([' # key: comment', ' # "quoted', ' # [x]']) : '';
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
