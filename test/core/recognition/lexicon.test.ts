import assert from 'node:assert/strict';
import { LEXICON, type Row, type Signal } from '../../../src/core/recognition/lexicon';
import { formsOf } from '../../../src/core/recognition/signals';
import { writtenIn } from '../../support/references';

const rowsOf = (...signals: readonly Signal[]): Row[] =>
  LEXICON.filter(({ signal }) => signals.includes(signal));

/** Every form as people write it in a text: in capitals if it counts in capitals only. */
const writtenForms = (row: Row): string[] =>
  formsOf(row).map((form) => (row.inCapitals ? form.toUpperCase() : form));

function certaintyIn(languageId: string, text: string): string {
  return writtenIn(languageId, text).find(({ id }) => id === 'IAM-14')?.certainty ?? 'none';
}

const inColumn = (header: string): string =>
  certaintyIn('markdown', `# CCM 4.1\n\n| ${header} | Topic |\n|---|---|\n| IAM-14 | x |\n`);
const inKey = (name: string): string => certaintyIn('yaml', `ccm:\n  ${name}: [IAM-14]\n`);
const inRow = (label: string): string =>
  certaintyIn('markdown', `# CCM 4.1\n\n| Framework | IDs |\n|---|---|\n| ${label} | IAM-14 |\n`);
const rightBefore = (words: string): string =>
  certaintyIn('markdown', `# CCM 4.1\n\nAs asked by ${words} IAM-14.\n`);

/** Forms for which the place given makes the ID certain. */
const certainFor = (forms: readonly string[], place: (form: string) => string): string[] =>
  forms.filter((form) => place(form) === 'certain');

suite('the lexicon', () => {
  const others = rowsOf('framework').filter(({ framework }) => framework && !framework.isOurs);

  test('has another framework govern in a sentence, a column, a row and a key alike', () => {
    const forms = others
      .filter(({ isLabel, framework }) => !isLabel && framework?.writtenLike === undefined)
      .flatMap(writtenForms);
    assert.ok(forms.length > 60);
    for (const place of [inColumn, inRow, inKey, rightBefore]) assert.deepEqual(certainFor(forms, place), []);
  });

  test("has a company's own numbering govern as a column, a key and a label alike", () => {
    const forms = others.filter(({ isLabel }) => isLabel).flatMap(writtenForms);
    assert.ok(forms.length > 60);
    for (const place of [inColumn, inKey]) assert.deepEqual(certainFor(forms, place), []);
    assert.deepEqual(
      certainFor(forms, (form) => rightBefore(`${form}:`)),
      [],
    );
  });

  test('has a thing be one right before an ID, in a column and in a key, in the singular and the plural', () => {
    const forms = rowsOf('work-item', 'place', 'machine', 'task', 'part').flatMap(writtenForms);
    assert.ok(forms.length > 150);
    for (const place of [inColumn, inKey, rightBefore]) assert.deepEqual(certainFor(forms, place), []);
  });

  test('has a word for controls make a list of a column and of a key, in every language and number', () => {
    const forms = rowsOf('control').flatMap(writtenForms);
    const column = (header: string): string =>
      certaintyIn('markdown', `| ${header} | Topic |\n|---|---|\n| IAM-14 | x |\n`);
    const key = (name: string): string => certaintyIn('yaml', `${name}: [IAM-14]\n`);
    for (const place of [column, key]) assert.deepEqual(certainFor(forms, place), forms);
  });

  test('has our frameworks be named in a sentence, a column, a row and a key alike', () => {
    const names = rowsOf('framework').filter(
      ({ framework, isLabel }) => framework?.key === 'ccm' && !isLabel,
    );
    const forms = names.flatMap(writtenForms);
    const places = [
      (name: string): string => certaintyIn('markdown', `By ${name} IAM-14`),
      (name: string): string => certaintyIn('markdown', `| ${name} |\n|---|\n| IAM-14 |\n`),
      (name: string): string => certaintyIn('markdown', `| x | y |\n|---|---|\n| ${name} | IAM-14 |\n`),
      (name: string): string => certaintyIn('yaml', `${name}: [IAM-14]\n`),
    ];
    for (const place of places) assert.deepEqual(certainFor(forms, place), forms);
  });

  test('gives each form one meaning for controls', () => {
    const seen = new Map<string, Signal>();
    const twice: string[] = [];
    for (const row of rowsOf(
      'framework',
      'control',
      'technique',
      'work-item',
      'place',
      'machine',
      'part',
      'task',
    )) {
      for (const form of formsOf(row)) {
        const before = seen.get(form);
        if (before !== undefined && before !== row.signal) twice.push(`${form}: ${before}, ${row.signal}`);
        seen.set(form, row.signal);
      }
    }
    assert.deepEqual(twice, []);
  });
});
