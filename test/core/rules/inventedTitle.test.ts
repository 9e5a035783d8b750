import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/core/edits/fixes';
import type { Finding } from '../../../src/core/rules/rule';
import { stemOf } from '../../../src/core/rules/titleContent';
import { analysisOf, findingsIn } from '../../support/findings';

function invented(text: string, languageId = 'markdown'): Finding[] {
  return findingsIn(languageId, text).filter(({ rule }) => rule === 'invented-title');
}

/** The document after the fix whose title begins so. */
function fixed(text: string, begin: string, languageId = 'markdown'): string | undefined {
  const analysis = analysisOf(languageId, text);
  const finding = analysis.findings.find(({ rule }) => rule === 'invented-title');
  assert.ok(finding);
  const fix = fixesFor(analysis, finding).find(({ title }) => title.text.startsWith(begin));
  if (!fix) return undefined;
  let out = text;
  for (const { span, newText } of [...fix.edits].sort((a, b) => b.span.start - a.span.start))
    out = out.slice(0, span.start) + newText + out.slice(span.end);
  return out;
}

const YAML = 'ccm_version: 4.1\ncontrols:\n  - id: DSP-06\n    name: Encryption in Transit\n';

suite('a title that an ID never had', () => {
  const reported: readonly (readonly [what: string, text: string, languageId?: string])[] = [
    ['in a heading', '### CCM 4.1 DSP-06 Data Encryption in Transit\n'],
    ['in a heading with a dash', '# CCM 4.1\n\n## DSP-06 – Encryption in Transit\n'],
    ['in a list item', '# CCM 4.1\n\n- **DSP-06** – Encryption in Transit\n'],
    [
      'in a list item with a colon',
      '# CCM 4.1\n\n- DSP-06: Encryption in Transit\n- IAM-10: Privileged roles\n',
    ],
    [
      'in a line that begins with the ID',
      '# CCM 4.1\n\n**IAM-14**: Strong Authentication\n**DSP-06**: Encryption in Transit\n',
    ],
    ['in a cell', '| CCM 4.1 |\n| --- |\n| DSP-06: Encryption in Transit |\n'],
    [
      'in a column of names',
      '| CCM 4.1 control | Domain | Control Name |\n| --- | --- | --- |\n| DSP-06 | Data | Encryption in Transit |\n',
    ],
    ['below a label', '# CCM 4.1\n\n**Control ID**: DSP-06  \n**Control Name**: Encryption in Transit\n'],
    ['in the entry of a control', YAML, 'yaml'],
    ['of a technique', '## ATT&CK T1078: Phishing Emails\n'],
  ];
  for (const [what, text, languageId] of reported)
    test(`is reported ${what}`, () => assert.equal(invented(text, languageId).length, 1));

  const silent: readonly (readonly [what: string, text: string, languageId?: string])[] = [
    ['that shares a word', '### CCM 4.1 DSP-06: Stewards of Data\n'],
    ['that shares the stem of a word', '### CCM 4.1 IAM-14: Authenticating Strongly\n'],
    ['of another edition', '### CCM IAM-13: Unique Users\n'],
    ['of one word', '### CCM 4.1 DSP-06: Encryption\n'],
    ['that is the name of the domain', '### CCM 4.1 IAM-14: Identity & Access Management\n'],
    ['that is a sentence', '- CCM 4.1 DSP-06: All traffic is encrypted\n'],
    ['that is an instruction', '- CCM 4.1 DSP-06: Encrypt traffic between all sites\n'],
    ['that goes on on the next line', '- CCM 4.1 DSP-06: Encryption in transit\n  between sites\n'],
    ['that is an answer', '- CCM 4.1 DSP-06: Fully Met\n'],
    ['in another language', '### CCM 4.1 IAM-14: Starke Anmeldung\n'],
    ['of unknown words', '### CCM 4.1 IAM-14: Jane Doe\n'],
    ['of the ID after it', '- CCM 4.1 DSP-06: Encryption in Transit (CEK-03)\n'],
    ['of a range', '- CCM 4.1 DSP-06 to DSP-08: Encryption in Transit\n'],
    ['of several IDs', '- CCM 4.1 DSP-05, DSP-06: Encryption in Transit\n'],
    ['in a sentence', 'We follow CCM 4.1 DSP-06: Encryption in Transit.\n'],
    [
      'in a column that is none of names',
      '| CCM 4.1 | Measure |\n| --- | --- |\n| DSP-06 | Transport Encryption |\n',
    ],
    ['beside an ID that may be a ticket', '- DSP-06: Encryption in Transit\n'],
    ['of the tactic', '- ATT&CK T1078: Initial Access\n'],
    ['of another technique, which name-mismatch reports', '- ATT&CK T1021.005: Spearphishing Link\n'],
    ['that the technique had before', '- ATT&CK T1046: Network Service Scanning\n'],
    ['of the parent', '- ATT&CK T1059.001: Command and Scripting Interpreter\n'],
    [
      'of a rule that names a technique',
      '- technique_id: T1078\n  name: Suspicious Phishing Emails\n',
      'yaml',
    ],
  ];
  for (const [what, text, languageId] of silent)
    test(`isn't one ${what}`, () => assert.deepEqual(invented(text, languageId), []));

  test('is left to title-mismatch if it is the title of another control', () =>
    assert.deepEqual(
      findingsIn('markdown', '### CCM 4.0 IAM-13 Strong Authentication').map(({ rule }) => rule),
      ['title-mismatch'],
    ));

  test('is told with the titles of both editions if the document follows none', () => {
    const [finding] = invented('### CCM IAM-13: Session Recording\n');
    assert.match(
      finding?.message.text ?? '',
      /^CSA CCM calls IAM-13 '.*' or '.*', not 'Session Recording'\.$/,
    );
    assert.equal(finding?.titles?.length, 2);
  });

  test('has a fix for the title, in the case and with the separators of the document', () => {
    const heading = (title: string): string => `### CCM 4.1 DSP-06: ${title}\n`;
    const cases = [
      ['Encryption in Transit', 'Data Ownership and Stewardship'],
      ['Encryption in transit', 'Data ownership and stewardship'],
      ['ENCRYPTION & TRANSIT', 'DATA OWNERSHIP & STEWARDSHIP'],
      ['encryption-in-transit', 'data-ownership-and-stewardship'],
      ['encryption_in_transit', 'data_ownership_and_stewardship'],
    ] as const;
    for (const [written, expected] of cases)
      assert.equal(fixed(heading(written), 'Change the title'), heading(expected));
    assert.equal(
      fixed(YAML, 'Change the title', 'yaml'),
      YAML.replace('Encryption in Transit', 'Data Ownership and Stewardship'),
    );
  });

  test('has a fix for the ID if the title is that of another control or technique', () => {
    assert.equal(
      fixed('## CCM 4.0 HRS-02: Asset Returns\n', 'Replace'),
      '## CCM 4.0 HRS-05: Asset Returns\n',
    );
    assert.equal(
      fixed('attack:\n  - technique_id: T1078\n    technique_name: Process Injection\n', 'Replace', 'yaml'),
      'attack:\n  - technique_id: T1055\n    technique_name: Process Injection\n',
    );
    assert.equal(fixed('### CCM 4.1 DSP-06: Encryption in Transit\n', 'Replace'), undefined);
  });
});

suite('the stem of a word', () => {
  const same = [
    'encryption encrypted encrypting',
    'log logs logging',
    'plan plans planning',
    'policy policies',
  ];
  for (const words of same)
    test(`is one for ${words}`, () => assert.equal(new Set(words.split(' ').map(stemOf)).size, 1));
});
