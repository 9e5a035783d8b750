import type { RuleDocumentation } from './documentation';

export const unusedSuppression: RuleDocumentation = {
  why: `
A comment that silences nothing hides the next finding that comes to its place, and a misspelled one lets the finding through
that it was written for. Comments for a rule that is off aren't reported. Comments are read in Markdown, front matter and YAML.`,
  reported: [
    {
      language: 'markdown',
      text: 'Access is reviewed (CCM IAM-10). <!-- control-lens-disable-line no-mapping -->',
      message: 'This comment silences nothing: no finding of no-mapping is there.',
    },
    {
      language: 'yaml',
      text: 'control: CCM IAM-10 # control-lens-disable-lin',
      message:
        "control-lens-disable-lin isn't a suppression comment. Did you mean control-lens-disable-line?",
    },
  ],
  notReported: [
    {
      language: 'markdown',
      text: 'This policy is reviewed each year (CCM GRC-03). <!-- control-lens-disable-line no-mapping -->',
      because: 'The comment silences a finding.',
    },
  ],
  fix: `
Remove the comment, move it to the line of the finding, or correct the word.`,
  silence: 'disable-line',
  settings: [],
};
