import assert from 'node:assert/strict';
import { assertInserts, refusal } from '../../../support/insertion';

const T = '⟦T1021.007⟧';

function inProse(name: string, marked: string, expected: string, settings = {}): void {
  test(`inserts into prose: ${name}`, () => assertInserts('markdown', marked, expected, { settings }));
}

suite('inserting into prose', () => {
  inProse(
    'the parenthesis behind the technique',
    `We watch ${T} (IAM-10, GRC-03) and CCM.\n`,
    'We watch T1021.007 (IAM-10, GRC-03, IAM-09, IAM-11) and CCM.\n',
  );
  inProse(
    'separated as they are',
    `We watch ${T} (CCM IAM-10; GRC-03), too.\n`,
    'We watch T1021.007 (CCM IAM-10; GRC-03; IAM-09; IAM-11), too.\n',
  );
  inProse(
    'a parenthesis where others of the section have one',
    `ATT&CK T1078 (CCM IAM-07) and [${T}](https://attack.mitre.org/techniques/T1021/007/) are watched.\n`,
    'ATT&CK T1078 (CCM IAM-07) and [T1021.007](https://attack.mitre.org/techniques/T1021/007/) (CCM IAM-09, IAM-10) are watched.\n',
  );
  inProse(
    'the line of controls below',
    `ATT&CK ${T} is new.\n\n**CCM controls:** IAM-10, GRC-03.\n`,
    'ATT&CK T1021.007 is new.\n\n**CCM controls:** IAM-10, GRC-03, IAM-09, IAM-11.\n',
  );
  inProse(
    'a line of controls that is empty',
    `ATT&CK ${T} is new.\n\nCCM controls: none\n`,
    'ATT&CK T1021.007 is new.\n\nCCM controls: IAM-09, IAM-10\n',
  );
  inProse(
    'where lines are broken they stay so',
    `**ATT&CK:** ${T}  \n**CCM controls:**  \n**Owner:** we\n`,
    '**ATT&CK:** T1021.007  \n**CCM controls:** IAM-09, IAM-10  \n**Owner:** we\n',
  );
  inProse(
    'where lines are broken by a backslash, too',
    `ATT&CK: ${T}\\\nCCM controls: IAM-10, GRC-03\\\nOwner: we\n`,
    'ATT&CK: T1021.007\\\nCCM controls: IAM-10, GRC-03, IAM-09, IAM-11\\\nOwner: we\n',
  );
  inProse(
    'not the line of another technique',
    `ATT&CK ${T} is new.\n\nATT&CK T1078 is old.\n\nCCM controls: IAM-07\n`,
    'ATT&CK T1021.007 is new.\n\nMitigating controls: IAM-09, IAM-10\n\nATT&CK T1078 is old.\n\nCCM controls: IAM-07\n',
  );
  inProse(
    'not where a sentence speaks of a control',
    `ATT&CK ${T} is why CCM IAM-10 matters to us.\n`,
    'ATT&CK T1021.007 is why CCM IAM-10 matters to us.\n\nMitigating controls: IAM-09, IAM-11\n',
  );
  inProse(
    'a new paragraph below the one of the technique',
    `ATT&CK ${T} is\nnew.\n- a\n`,
    'ATT&CK T1021.007 is\nnew.\n\nMitigating controls: IAM-09, IAM-10\n\n- a\n',
  );
  inProse(
    'without a final newline',
    `> More.\n>\n> ATT&CK ${T}`,
    '> More.\n>\n> ATT&CK T1021.007\n>\n> Mitigating controls: IAM-09, IAM-10',
  );
  inProse(
    'at the end of the section that a heading names',
    `# Threats\n\n${T} Cloud Services\n---\n\nIt is new.\n\n# More\n`,
    '# Threats\n\nT1021.007 Cloud Services\n---\n\nIt is new.\n\nMitigating controls: IAM-09, IAM-10\n\n# More\n',
  );
  inProse(
    'above the rule and the addresses of links that end the section',
    `# Threats\n\n## ${T}\n\nIt is [new].\n\n---\n\n[new]: https://example.com/\n\n## More\n`,
    '# Threats\n\n## T1021.007\n\nIt is [new].\n\nMitigating controls: IAM-09, IAM-10\n\n---\n\n[new]: https://example.com/\n\n## More\n',
  );
  for (const [name, end] of [
    ['code', '    code'],
    ['a list', '- a\n  b'],
    ['a quote', '> a'],
  ] as const)
    inProse(
      `below a section that ends with ${name}, not in it`,
      `# Threats\n\n## ${T}\n\n${end}\n\n## More\n`,
      `# Threats\n\n## T1021.007\n\n${end}\n\nMitigating controls: IAM-09, IAM-10\n\n## More\n`,
    );
  inProse(
    'in the quotes that the paragraph begins in',
    `> > ATT&CK ${T} is\nnew.\n`,
    '> > ATT&CK T1021.007 is\nnew.\n> >\n> > Mitigating controls: IAM-09, IAM-10\n',
  );
  inProse('as the template says', `ATT&CK ${T}.\n`, 'ATT&CK T1021.007.\n\n**See** $& CCM IAM-09, IAM-10!\n', {
    insertTemplate: '**See** $& CCM {controls}!',
  });
  inProse(
    'with the name of the framework where the template lacks it',
    `ATT&CK ${T}.\n`,
    'ATT&CK T1021.007.\n\n→ CCM IAM-09, IAM-10\n',
    { insertTemplate: '→ {controls}' },
  );
  inProse(
    'in the edition of the document',
    `---\nccm_version: 4.1\n---\n\nATT&CK ⟦T1552.001⟧.\n`,
    '---\nccm_version: 4.1\n---\n\nATT&CK T1552.001.\n\nMitigating controls: IAM-14\n',
  );
  inProse(
    'front matter is YAML',
    `---\ntechnique: ${T}\ncontrols:\n  - IAM-10\n  - GRC-03\n---\n\nText.\n`,
    '---\ntechnique: T1021.007\ncontrols:\n  - IAM-10\n  - GRC-03\n  - IAM-09\n  - IAM-11\n---\n\nText.\n',
  );
  inProse(
    'the reverse: techniques at a control',
    `We follow CCM ⟦IAM-08⟧.\n`,
    'We follow CCM IAM-08.\n\nMapped techniques: T1528, T1530\n',
  );

  test('is refused in front matter in TOML', () =>
    assert.equal(refusal('markdown', `+++\ntechnique = "${T}"\n+++\n\nText.\n`), 'toml'));

  test('is refused in code and in HTML', () => {
    assert.equal(refusal('markdown', `\`\`\`\nATT&CK ${T}\n\`\`\`\n`), 'code');
    assert.equal(refusal('markdown', `# ${T} Cloud Services\n\n\`\`\`\nis open`), 'not-understood');
    assert.equal(
      refusal('markdown', `<table><tr><th>Technique</th></tr>\n<tr><td>${T}</td></tr></table>\n`),
      'html',
    );
  });
});
