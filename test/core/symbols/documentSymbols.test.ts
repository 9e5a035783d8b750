import assert from 'node:assert/strict';
import { documentSymbols, type DocumentSymbol } from '../../../src/core/symbols/documentSymbols';
import { analysisOf } from '../../support/findings';
import { realKnowledge } from '../../support/knowledge';

const { attack } = realKnowledge();

/** One a line, with the lines that it spans, those below another one further in. */
function outline(languageId: string, text: string): string[] {
  const { document } = analysisOf(languageId, text);
  const shown = ({ name, span, place, children }: DocumentSymbol, depth: number): string[] => {
    const [first, last] = [document.lines.lineAt(span.start), document.lines.lineAt(span.end)];
    for (const { place: inner } of [...children, { place }])
      assert.ok(span.start <= inner.start && inner.end <= span.end);
    const lines = first === last ? `${first}` : `${first}-${last}`;
    return [`${'  '.repeat(depth)}${name} @${lines}`, ...children.flatMap((each) => shown(each, depth + 1))];
  };
  return documentSymbols(analysisOf(languageId, text)).flatMap((each) => shown(each, 0));
}

suite('the symbols of a document', () => {
  test('are the references of Markdown, each once, where it is declared or first', () => {
    const text =
      'CCM 4.1 IAM-13 and T1021.007.\n\nCCM 4.0 IAM-14.\n\n# T1021.007 Cloud\n\n~~T1059~~ Ticket IAM-10\n';
    assert.deepEqual(outline('markdown', text), [
      'IAM-13 Strong Authentication @0',
      `T1021.007 ${attack.name('T1021.007')} @4`,
    ]);
  });

  test('are entries of YAML, with what each of them names', () => {
    const text =
      'framework: CSA CCM 4.1\nthreats:\n  - name: one\n    controls: [IAM-10, IAM-13]\n    technique: T1078\n    note: x\n\n' +
      '  - technique: T1078\n  - IAM-10\ncatalog:\n- id: IAM-13\n  related:\n  - id: IAM-10\nlast: IAM-12\n';
    assert.deepEqual(outline('yaml', text), [
      'T1078 Valid Accounts @2-5',
      '  IAM-10 Management of Privileged Access Roles @3',
      '  IAM-13 Strong Authentication @3',
      'T1078 Valid Accounts @7',
      'IAM-10 Management of Privileged Access Roles @8',
      'IAM-13 Strong Authentication @10-12',
      'IAM-10 Management of Privileged Access Roles @12',
      'IAM-12 Unique Identities @13',
    ]);
  });

  test('have a name if one is known, and ranges where they begin', () => {
    assert.deepEqual(outline('markdown', 'CCM 4.1 IAM-10 to IAM-12, CCM IAM-99, ATT&CK T9999'), [
      'IAM-10 Management of Privileged Access Roles @0',
      'IAM-12 Unique Identities @0',
      'IAM-99 @0',
      'T9999 @0',
    ]);
  });

  test('are absent in a report of ours', () => {
    const report = '<!-- control-lens-report -->\n\nATT&CK T1078\n';
    assert.deepEqual(outline('markdown', report), []);
  });
});
