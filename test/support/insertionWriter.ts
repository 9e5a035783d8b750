/** Random documents with techniques and controls, in the styles that people use. */
export interface Written {
  readonly text: string;
  /** Offsets of techniques. */
  readonly techniques: readonly number[];
}

const TECHNIQUES = ['T1021.007', 'T1078', 'T1059', 'T1530', 'T1190', 'T1098'];
/** In 4.1, 4.0 and the mapping file the same, and mapped to none of the techniques. */
const CONTROLS = ['GRC-03', 'GRC-04', 'HRS-01', 'DCS-02', 'BCR-01', 'SEF-01'];

export class Writer {
  text = '';
  readonly techniques: number[] = [];

  constructor(private readonly random: () => number) {}

  chance(odds: number): boolean {
    return this.random() < odds;
  }

  oneOf<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.random() * values.length)];
    if (value === undefined) throw new Error('Nothing to choose from');
    return value;
  }

  someOf<T>(values: readonly T[], most: number): T[] {
    const start = Math.floor(this.random() * values.length);
    const count = 1 + Math.floor(this.random() * most);
    return [...values.slice(start), ...values.slice(0, start)].slice(0, count);
  }

  add(text: string): this {
    this.text += text;
    return this;
  }

  technique(quote = ''): this {
    this.techniques.push(this.text.length + quote.length);
    return this.add(`${quote}${this.oneOf(TECHNIQUES)}${quote}`);
  }

  controls(most = 3): string[] {
    return this.someOf(CONTROLS, most);
  }

  /** Without or with a final newline; the offsets hold for this text. */
  finish(lineEnd: string): Written {
    const trimmed = this.chance(0.3) ? this.text.trimEnd() : this.text;
    const at = (offset: number): number =>
      offset + (lineEnd.length - 1) * (trimmed.slice(0, offset).split('\n').length - 1);
    return { text: trimmed.replaceAll('\n', lineEnd), techniques: this.techniques.map(at) };
  }
}

export function yamlDocument(random: () => number, lineEnd: string): Written {
  const writer = new Writer(random);
  const { chance, oneOf } = bound(writer);
  writer.add(oneOf(['# CSA CCM\n', 'framework: CSA CCM 4.1\n', 'standard: "CSA CCM v4.0"\n']));
  if (writer.text.startsWith('#')) writer.add('owner: we\n');
  writer.add(chance(0.2) ? 'note: |\n  some: text\n  - [ of ] {many}\n\n' : '');
  writer.add('threats:\n');
  const indent = oneOf(['', '  ', '    ']);
  const style = sequenceStyle(writer);
  const count = 1 + Math.floor(random() * 4);
  for (let entry = 0; entry < count; entry++) yamlEntry(writer, indent, style, entry);
  for (const [anchor, index] of writer.text.matchAll(/&a(\d)/g))
    if (chance(0.3))
      writer.add(`${indent}- name: again${index ?? ''}\n${indent}  refs: ${anchor.replace('&', '*')}\n`);
  if (chance(0.3)) writer.add('# end\n');
  const end = oneOf(['none', 'none', 'another', 'more']);
  if (end === 'another') writer.add(`---\n# another\ncontrols: [GRC-05]\n`);
  if (end === 'more') {
    writer.add('...\n---\n# CSA CCM\nmore:\n');
    yamlEntry(writer, indent, style, 7);
  }
  return writer.finish(lineEnd);
}

export function jsonDocument(random: () => number, lineEnd: string): Written {
  const writer = new Writer(random);
  const { chance, oneOf } = bound(writer);
  const [gap, inner] = oneOf([
    ['\n  ', '\n    '],
    [' ', ' '],
    ['\n\t', '\n\t\t'],
  ] as const);
  writer.add(`{${gap}"framework": "${oneOf(['CSA CCM', 'CSA CCM 4.1', 'CSA CCM v4.0'])}",${gap}"threats": [`);
  const count = 1 + Math.floor(random() * 4);
  for (let entry = 0; entry < count; entry++) {
    writer.add(`${entry > 0 ? ',' : ''}${inner}{ "technique": `).technique('"');
    const items = writer.controls().map((id) => `"${id}"`);
    if (chance(0.6)) writer.add(`, "controls": [${items.join(oneOf([', ', ',']))}]`);
    else if (chance(0.5))
      writer.add(`,${inner}  "controls": [${inner}    ${items.join(`,${inner}    `)}${inner}  ]`);
    writer.add(chance(0.3) ? ', "status": null }' : ' }');
  }
  writer.add(`${gap}]${gap.trimEnd() === '' ? gap[0] : ''}}\n`);
  return writer.finish(lineEnd);
}

function bound(writer: Writer): Pick<Writer, 'chance' | 'oneOf'> {
  return { chance: (odds) => writer.chance(odds), oneOf: (values) => writer.oneOf(values) };
}

interface SequenceStyle {
  readonly key: string;
  readonly quote: string;
  readonly dash: string;
  readonly extra: string;
}

function sequenceStyle(writer: Writer): SequenceStyle {
  return {
    key: writer.oneOf(['controls', 'ccm', 'csa_ccm', 'safeguards', '"controls"']),
    quote: writer.oneOf(['', "'", '"']),
    dash: writer.oneOf(['- ', '-   ']),
    extra: writer.oneOf(['', '  ', '    ']),
  };
}

function yamlEntry(writer: Writer, indent: string, style: SequenceStyle, index: number): void {
  const { chance, oneOf } = bound(writer);
  if (chance(0.1)) {
    writer.add(`${indent}- { name: 'e${index}', technique: `).technique();
    writer.add(chance(0.5) ? `, ${style.key}: [${writer.controls().join(oneOf([', ', ',']))}] }\n` : ' }\n');
    return;
  }
  const inner = `${indent}  `;
  writer.add(`${indent}- name: e${index}${chance(0.3) ? ' # first' : ''}\n`);
  if (chance(0.2)) writer.add(`${inner}text: >-\n${inner}  folded\n\n${inner}  more\n`);
  if (chance(0.1))
    writer.add(`${inner}note: |\n${inner}  Seen as ATT&CK `).technique().add(`,\n\n${inner}  twice.`);
  else if (chance(0.8)) writer.add(`${inner}technique: `).technique(style.quote);
  else writer.add(`${inner}techniques:\n${inner}- `).technique(style.quote).add(`\n${inner}- `).technique();
  writer.add(`${chance(0.2) && !writer.text.endsWith('twice.') ? '  # seen' : ''}\n`);
  if (chance(0.2)) writer.add('\n');
  yamlControls(writer, inner, style, index);
  if (chance(0.5)) writer.add(`${inner}status: open\n`);
  if (chance(0.2)) writer.add(`\n${inner}# a comment\n`);
}

function yamlControls(writer: Writer, indent: string, style: SequenceStyle, index: number): void {
  const { chance, oneOf } = bound(writer);
  const { key, quote, dash, extra } = style;
  const items = writer.controls().map((id) => `${quote}${id}${quote}`);
  const anchor = chance(0.25) ? ` &a${index}` : '';
  const comment = (): string => (chance(0.3) ? ' # why' : '');
  switch (oneOf(['block', 'block', 'flow', 'lines', 'wrapped', 'empty', 'null', 'none'])) {
    case 'block':
      writer.add(`${indent}${key}:${anchor}${comment()}\n`);
      for (const item of items) writer.add(`${indent}${extra}${dash}${item}${comment()}\n`);
      break;
    case 'flow': {
      const [gap, comma] = [oneOf(['', ' ']), oneOf([', ', ','])];
      writer.add(
        `${indent}${key}:${anchor} [${gap}${items.join(comma)}${oneOf(['', ','])}${gap}]${comment()}\n`,
      );
      break;
    }
    case 'lines':
      writer.add(`${indent}${key}:${anchor} [\n`);
      for (const [at, item] of items.entries())
        writer.add(`${indent}    ${item}${at < items.length - 1 || chance(0.5) ? ',' : ''}${comment()}\n`);
      writer.add(`${indent}  ]\n`);
      break;
    case 'wrapped':
      writer.add(`${indent}${key}: [${items.join(`,\n${indent}    `)}]${comment()}\n`);
      break;
    case 'empty':
      writer.add(`${indent}${key}: []${comment()}\n`);
      break;
    case 'null':
      writer.add(`${indent}${key}:${oneOf(['', ' ~', ' null'])}${comment()}\n`);
      break;
    default:
  }
}

export function markdownDocument(random: () => number, lineEnd: string): Written {
  const writer = new Writer(random);
  const { chance, oneOf } = bound(writer);
  writer.add(oneOf(['---\nccm_version: 4.1\n---\n\n', '<!-- control-lens-edition CCM 4.0 -->\n\n', '']));
  writer.add('# ATT&CK techniques and CSA CCM controls\n\n');
  const count = 1 + Math.floor(random() * 4);
  for (let part = 0; part < count; part++) {
    if (chance(0.6)) writer.add(`## Part ${part}\n\n`);
    oneOf([markdownTable, markdownList, markdownList, markdownProse])(writer);
  }
  return writer.finish(lineEnd);
}

function markdownTable(writer: Writer): void {
  const { chance, oneOf } = bound(writer);
  const [open, joint, close] = oneOf([
    ['| ', ' | ', ' |'],
    ['|', '|', '|'],
    ['', ' | ', ''],
    ['|\t', '\t|\t', '\t|'],
  ] as const);
  const quote = oneOf(['', '', '> ']);
  const separator = oneOf([', ', '; ', '<br>', ',']);
  const header = oneOf(['Controls', 'CCM', 'CSA CCM', 'Mitigating controls']);
  writer.add(`${quote}${open}Technique${joint}Note${joint}${header}${close}\n`);
  writer.add(`${quote}${open}---${joint}:-:${joint}---${close}\n`);
  for (let row = 0; row < 3; row++) {
    writer.add(`${quote}${open}`).technique();
    if (chance(0.15) && close === '') writer.add('\n');
    else {
      const cell = chance(0.25)
        ? oneOf(['-', 'x', 'n/a']).replace('x', close === '' ? '-' : '')
        : writer.controls().join(separator);
      writer.add(`${joint}a \\| b${joint}${cell}${chance(0.2) && close !== '' ? '     ' : ''}${close}\n`);
    }
  }
  writer.add('\n');
}

function markdownList(writer: Writer): void {
  const { chance, oneOf } = bound(writer);
  const mark = oneOf(['- ', '* ', '+   ', '1. ', '-\t']);
  const inner = oneOf(['    ', '\t', '      ']);
  const quote = oneOf(['', '', '> ']);
  const manner = oneOf(['list', 'inline', 'parenthesis', 'label', 'none']);
  const bullet = oneOf(['- ', '* ', '1. ']);
  for (let item = 0; item < 3; item++) {
    writer.add(`${quote}${mark}`).technique();
    const controls = chance(0.3) ? [] : writer.controls();
    if (controls.length === 0 || manner === 'none') writer.add(' is watched\n');
    else if (manner === 'inline') writer.add(`: ${controls.join(', ')}\n`);
    else if (manner === 'parenthesis') writer.add(` (${controls.join('; ')}) is watched\n`);
    else if (manner === 'label') writer.add(`\n${quote}${inner}${bullet}Controls: ${controls.join(', ')}\n`);
    else writer.add(` is watched\n${controls.map((id) => `${quote}${inner}${bullet}${id}\n`).join('')}`);
  }
  writer.add('\n');
}

function markdownProse(writer: Writer): void {
  const { chance } = bound(writer);
  writer.add('Attackers use ').technique();
  if (chance(0.3)) writer.add(` (${writer.controls().join(', ')})`);
  writer.add(' and\nother means.\n');
  if (chance(0.4)) writer.add(`\n**Controls:** ${writer.controls().join(', ')}.\n`);
  writer.add('\n');
}
