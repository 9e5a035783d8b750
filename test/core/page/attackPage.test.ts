import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { projectFolder, realKnowledge } from '../../support/knowledge';
import { hrefsOf, linesOf, page, section } from './support';

const { summaries } = realKnowledge();
const upstream = process.env['UPSTREAM_DIR'] ?? path.join(projectFolder, '../shared/upstream');
const missionPage = path.join(upstream, 'mission-page-T1021.007.txt');

suite('the page of a technique', () => {
  test('begins with its name, our sentence and its place in ATT&CK', () => {
    assert.deepEqual(linesOf(page('T1021.007')).slice(0, 6), [
      '# T1021.007 Cloud Services',
      summaries.of('T1021.007'),
      'Kind: Sub-technique of T1021 Remote Services, ATT&CK Enterprise',
      'Tactics: Lateral Movement (TA0008)',
      'Platforms: IaaS, Identity Provider, Office Suite, SaaS',
      'View in MITRE ATT&CK · View in Mappings Explorer',
    ]);
  });

  test('says for each mapped control of each framework how it works under the tactic', () => {
    const lines = linesOf(page('T1021.007'));
    const ccm = section(lines, 'CSA CCM (7 controls)');
    const why = summaries.why('IAM-13@4.1', 'TA0008') ?? '';
    assert.notEqual(why, summaries.why('IAM-13@4.1'));
    assert.ok(ccm.includes(`IAM-14 | Strong Authentication | mitigates | ${why}`));
    const nist = section(lines, 'NIST SP 800-53 Rev. 5 (7 controls)');
    assert.ok(nist.includes(`AC-2 | Account Management | mitigates | ${summaries.why('AC-2@5')}`));
  });

  test('names each tactic if a control works differently under them', () => {
    const row = linesOf(page('T1078.004')).find((line) => line.startsWith('IAM-14 | ')) ?? '';
    assert.match(row, /Persistence: [A-Z]/);
    assert.match(row, /Initial Access[^:]*: [A-Z]/);
  });

  test("has ATT&CK's mitigations, the other sub-techniques and what they are", () => {
    const lines = linesOf(page('T1021.007'));
    assert.ok(
      section(lines, 'ATT&CK mitigations (2)').includes(
        `M1032 Multi-factor Authentication | ${summaries.of('M1032')}`,
      ),
    );
    const siblings = section(lines, 'Other sub-techniques of T1021');
    assert.ok(siblings.some((line) => line.startsWith('T1021.001 Remote Desktop Protocol | ')));
    assert.ok(!siblings.some((line) => line.startsWith('T1021.007')));
    assert.ok(
      section(linesOf(page('T1021')), 'Sub-techniques').some((line) => line.startsWith('T1021.007 ')),
    );
  });

  test('has a timeline of what the releases changed', () => {
    const renamed = section(linesOf(page('T1685')), 'Timeline').join('\n');
    assert.match(renamed, /^19\.1 \| In ATT&CK as Disable or Modify Tools\.$/m);
    assert.match(renamed, /^19\.1 \| Takes the place of T1562 Impair Defenses\.$/m);
    const revoked = section(linesOf(page('T1562')), 'Timeline').join('\n');
    assert.match(revoked, /^17\.1 or earlier \| In ATT&CK as Impair Defenses\.$/m);
    assert.match(revoked, /^19\.1 \| Revoked; now T1685 Disable or Modify Tools/m);
  });

  test('of a revoked one says what it is now, and its tactics by their names of then', () => {
    const lines = linesOf(page('T1562'));
    assert.ok(lines.includes('Revoked in ATT&CK 19.1; now T1685 Disable or Modify Tools.'));
    assert.ok(lines.includes('Tactics: Defense Evasion (TA0005)'));
  });

  test('numbers the controls in the edition of its address, and so do the pages that it links to', () => {
    const blocks = page('T1021.007@4.1');
    assert.ok(section(linesOf(blocks), 'CCM 4.1 (7 controls)').some((line) => line.startsWith('IAM-13 | ')));
    assert.ok(hrefsOf(blocks).includes('./T1021%404.1.md'));
    assert.ok(section(linesOf(blocks), 'NIST SP 800-53 Rev. 5 (7 controls)').length === 8);
  });

  test('says that no control is mapped to it, by framework', () => {
    const lines = section(linesOf(page('T1012')), 'Mapped controls');
    assert.ok(lines.includes('No control of CSA CCM is mapped to this technique.'));
  });

  test('links to other pages, unless there are none', () => {
    const links = hrefsOf(page('T1021.007'));
    for (const href of ['T1021', 'TA0008', 'M1032', 'IAM-14', 'AC-2', 'T1021.001'])
      assert.ok(links.includes(`./${href}.md`), href);
    assert.ok(hrefsOf(page('T1021.007', { hasPageLinks: false })).every((each) => each.startsWith('https:')));
  });

  test('tells every fact of the page that the project grew from', function () {
    if (!fs.existsSync(missionPage)) {
      console.log(`    (not compared: there is no ${missionPage})`);
      this.skip();
    }
    const mission = fs.readFileSync(missionPage, 'utf8');
    const rows = [...mission.matchAll(/^ *([A-Z]{3}-\d\d) (.+) (mitigates) T1021\.007 Cloud Services$/gm)];
    assert.equal(rows.length, 7);
    const blocks = page('T1021.007');
    const lines = linesOf(blocks);
    const told = section(lines, 'CSA CCM (7 controls)').slice(1);
    assert.deepEqual(
      told.map((line) => line.split(' | ').slice(0, 3).join(' | ')).sort(),
      rows.map(([, id, title, type]) => `${id} | ${title} | ${type}`).sort(),
    );
    assert.ok(mission.startsWith(`${lines[0]?.slice(2)}\n`));
    assert.ok(hrefsOf(blocks).includes('https://attack.mitre.org/techniques/T1021/007/'));
  });
});

suite('the page of another object of ATT&CK', () => {
  test('lists the techniques of a tactic', () => {
    const lines = linesOf(page('TA0008'));
    assert.deepEqual(lines.slice(0, 2), ['# TA0008 Lateral Movement', summaries.of('TA0008')]);
    assert.ok(section(lines, 'Techniques (').includes(`T1021 Remote Services | ${summaries.of('T1021')}`));
  });

  test('lists the techniques that a mitigation is for', () => {
    const lines = section(linesOf(page('M1032')), 'Techniques (');
    assert.ok(lines.some((line) => line.startsWith('T1021.007 Cloud Services | ')));
  });

  test('says that nothing knows the ID', () => {
    assert.deepEqual(linesOf(page('T9999')).slice(0, 1), ['# T9999']);
  });
});
