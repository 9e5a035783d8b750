import { closeAll, fixture, open, setSetting, until } from '../../support/editor';
import { references, symbols, writeFile } from '../../support/navigation';

suite('navigation in a multi-root workspace', () => {
  teardown(closeAll);

  test('spans the folders, each read with its own settings', async () => {
    const alpha = await open(fixture('policy.md', 0));
    await writeFile('more.md', 'CCM 4.1 IAM-13, as beta numbers it.\n', 0);
    await until(
      () => references(alpha, 'GRC-03'),
      (list) => list.join() === 'policy.md:2,policy.md:2',
    );
    // beta's setting is CCM 4.1; alpha's IAM-13 is another control
    const beta = await open(fixture('policy.md', 1));
    await until(
      () => references(beta, 'IAM-13'),
      (list) => list.join() === 'more.md:0,policy.md:2',
    );
    await until(
      () => references(alpha, 'IAM-13'),
      (list) => list.join() === 'policy.md:2',
    );
    await until(
      () => symbols('uniquely'),
      (list) => list.join() === 'IAM-13 Uniquely Identifiable Users@policy.md:2',
    );
  });

  test('reads each folder anew when a setting changes', async () => {
    const beta = await open(fixture('policy.md', 1));
    try {
      await setSetting('ccm.edition', '4.1'); // alpha now numbers as beta does
      await until(
        () => references(beta, 'IAM-13'),
        (list) => list.length === 3,
      );
    } finally {
      await setSetting('ccm.edition', undefined);
    }
  });
});
