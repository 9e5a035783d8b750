import assert from 'node:assert/strict';
import { beside, type Beside } from '../../../src/core/documents/beside';
import { PolicyDocument } from '../../../src/core/documents/document';
import { unmark } from '../../support/marked';

/** What is beside the mark. */
function besideMark(languageId: string, marked: string): Beside {
  const { text, marks } = unmark(marked);
  const [{ span } = assert.fail('no mark')] = marks;
  const document = new PolicyDocument(text, languageId);
  return beside(document, { span, place: document.structure.placeAt(span.start) });
}

suite('what is beside an ID', () => {
  test('is the rest of its line, and in YAML the title below', () => {
    assert.equal(
      besideMark('markdown', '- ⟦IAM-14⟧: Strong Authentication\n- more').text,
      ': Strong Authentication',
    );
    assert.equal(
      besideMark('yaml', 'id: ⟦IAM-14⟧\ntitle: Strong Authentication\n').text,
      'Strong Authentication',
    );
  });

  test('has a name up to what ends one', () => {
    for (const [marked, name] of [
      ['⟦T1021.005⟧ # Remote Services: VNC', 'Remote Services: VNC'],
      ['| ⟦T1021⟧ | Remote Services | x |\n', 'Remote Services'],
      ['[⟦T1021⟧](https://attack.mitre.org/techniques/T1021/): Remote Services (parent)', 'Remote Services'],
      ['⟦T1021⟧ is used', undefined],
    ] as const)
      assert.equal(besideMark('markdown', marked).name?.text, name, marked);
  });

  test('is cut into a cell, and up to its first comma or bracket', () => {
    assert.deepEqual(besideMark('markdown', '⟦IAM-14⟧ – Strong Authentication (MFA); more').segments, [
      'Strong Authentication (MFA)',
      'Strong Authentication ',
    ]);
  });

  test('is a pair in a heading, an item, a row with a column of names and sibling keys', () => {
    for (const [languageId, marked] of [
      ['markdown', '## ⟦IAM-14⟧ Strong Authentication'],
      ['markdown', '- **⟦IAM-14⟧**: Strong Authentication'],
      ['markdown', '| ID | Title |\n| --- | --- |\n| ⟦IAM-14⟧ | Strong Authentication |\n'],
      ['yaml', 'id: ⟦IAM-14⟧\nname: Strong Authentication\n'],
    ] as const)
      assert.equal(besideMark(languageId, marked).pair?.text, 'Strong Authentication', marked);
    assert.equal(besideMark('markdown', 'We follow ⟦IAM-14⟧: Strong Authentication').pair, undefined);
  });

  test('is a known name after or before it, however its words are joined', () => {
    const names = ['Authentication', 'Strong Authentication'];
    for (const marked of ['⟦IAM-14⟧ strong-authentication', 'Strong Authentication (⟦IAM-14⟧)'])
      assert.equal(besideMark('markdown', marked).known(names)?.name, 'Strong Authentication', marked);
    assert.equal(besideMark('markdown', '⟦IAM-14⟧ Stronger Authentication').known(names), undefined);
  });
});
