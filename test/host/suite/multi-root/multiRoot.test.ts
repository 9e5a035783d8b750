import assert from 'node:assert/strict';
import { at, closeAll, expectProblems, fixture, hoverText, open } from '../../support/editor';

suite('a multi-root workspace', () => {
  teardown(closeAll);

  test('applies its own settings to each folder', async () => {
    const alpha = await open(fixture('policy.md', 0));
    assert.match(await hoverText(alpha, at(alpha, 'IAM-13')), /IAM\\-13 Uniquely Identifiable Users/);
    await expectProblems(alpha, ['ambiguous-edition@IAM-13', 'no-mapping@GRC-03']);
    const beta = await open(fixture('policy.md', 1));
    assert.match(await hoverText(beta, at(beta, 'IAM-13')), /IAM\\-13 Strong Authentication/);
    await expectProblems(beta, []);
  });
});
