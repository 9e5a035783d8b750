import assert from 'node:assert/strict';
import { at, closeAll, fixture, hoverText, open, setSetting, until, write } from '../support/editor';

const MISSION_CONTROLS = ['IAM-09', 'IAM-10', 'IAM-11', 'IAM-14', 'IAM-16', 'IPY-02', 'IPY-03'];

suite('a hover', () => {
  teardown(closeAll);

  test('on T1021.007 lists the seven controls mapped to it and links to MITRE ATT&CK', async () => {
    const document = await open(fixture('cloud-access.md'));
    const text = await hoverText(document, at(document, 'T1021.007'));
    assert.match(text, /T1021\.007 Cloud Services/);
    const rows = text.split('\n').filter((line) => line.startsWith('| ['));
    assert.deepEqual(
      rows.map((row) => /\[([A-Z&]+\\-\d+)\]/.exec(row)?.[1]?.replace('\\', '')),
      MISSION_CONTROLS,
    );
    assert.match(text, /\]\(https:\/\/attack\.mitre\.org\/techniques\/T1021\/007\/\)/);
    assert.match(
      text,
      /mappings-explorer\/attack\/attack-17\.1\/domain-enterprise\/techniques\/T1021\.007\//,
    );
    assert.match(text, /mitigates/);
  });

  test('marks the controls that the document cites', async () => {
    const document = await open(fixture('cloud-access.md'));
    const text = await hoverText(document, at(document, 'T1021.007'));
    const cited = text.split('\n').filter((line) => line.includes('$(check)'));
    assert.equal(cited.length, 1);
    assert.match(cited[0] ?? '', /IAM\\-10/);
  });

  test('on a control shows the other meaning of its ID, and its techniques', async () => {
    const document = await write('The control CCM v4.1 IAM-13 applies.');
    const text = await hoverText(document, at(document, 'IAM-13'));
    assert.match(text, /IAM\\-13 Strong Authentication/);
    assert.match(text, /19 techniques mapped to it/);
    assert.match(text, /IAM\\-13 is Uniquely Identifiable Users/);
  });

  test('numbers the controls as the document declares', async () => {
    const document = await write('---\nccm_version: 4.1\n---\n\nATT&CK T1021.007 and CCM IAM-13.');
    const text = await hoverText(document, at(document, 'T1021.007'));
    assert.match(text, /CCM 4\.1 \|/);
    assert.match(text, /\[IAM\\-13\].*Strong Authentication.*\$\(check\)/);
  });

  test('is different at both ends of a range', async () => {
    const document = await write('CCM 4.1 CEK-10 to CEK-12, and CCM 4.1 DSP-02 to 05.');
    const heads = [
      ['CEK-10', /^\*\*CEK\\-10 /],
      ['CEK-12', /^\*\*CEK\\-12 /],
      ['DSP-02', /^\*\*DSP\\-02 /],
      ['05', /^\*\*DSP\\-05 /],
    ] as const;
    for (const [words, head] of heads) assert.match(await hoverText(document, at(document, words)), head);
  });

  test('is the same the second time', async () => {
    const document = await open(fixture('register.yaml'));
    const first = await hoverText(document, at(document, 'T1021.007'));
    assert.ok(first.length > 100);
    assert.equal(await hoverText(document, at(document, 'T1021.007')), first);
  });

  test('is absent on plain words and if it is switched off', async () => {
    const document = await open(fixture('cloud-access.md'));
    assert.equal(await hoverText(document, at(document, 'Plain words')), '');
    await setSetting('hover.enabled', false);
    try {
      await until(
        () => hoverText(document, at(document, 'T1021.007')),
        (text) => text === '',
      );
    } finally {
      await setSetting('hover.enabled', undefined);
    }
  });

  test('on a doubtful ID says what it might be, and how to settle it', async () => {
    const document = await write('The ticket IAM-14 is closed.');
    const text = await hoverText(document, at(document, 'IAM-14'));
    assert.match(text, /may be a control of CSA CCM/);
    assert.match(text, /ccm_version: 4\.1/);
  });
});
