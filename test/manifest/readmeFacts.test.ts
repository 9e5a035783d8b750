import assert from 'node:assert/strict';
import { MAPPING_EDITION } from '../../src/core/knowledge/framework';
import { RULE_IDS } from '../../src/core/rules/rule';
import { findingsIn } from '../support/findings';
import { realKnowledge } from '../support/knowledge';
import { projectText } from '../support/manifest';

const readme = projectText('README.md');

/** A quotation over several lines, as one. */
function unquoted(block: string): string {
  return block.replace(/\n?> /g, ' ').trim();
}

suite('the README, on the data,', () => {
  const { ccm } = realKnowledge();

  test('says how much the mapping covers', () => {
    const [, controls, all, techniques] =
      /The mapping covers (\d+) of the (\d+) controls of its file and (\d+) techniques/.exec(readme) ?? [];
    const own = ccm.idsIn(MAPPING_EDITION).flatMap((id) => ccm.byId(MAPPING_EDITION, id) ?? []);
    const rows = own.flatMap((control) => ccm.techniquesOf(control));
    const mapped = own.filter((control) => ccm.assess(control) === 'mapped');
    assert.deepEqual([controls, all, techniques].map(Number), [
      mapped.length,
      own.length,
      new Set(rows.map(({ technique }) => technique)).size,
    ]);
  });

  test('says which IDs mean another control in the published edition', () => {
    const rows = [...readme.matchAll(/^ {2}\| (\w+-\d+) \| (.*?) \| (.*?) \|$/gm)];
    const told = rows.map(([, id = '', inFile, published]) => [id, inFile, published]);
    const newest = ccm.published[0]?.id ?? '';
    const ids = ccm.idsIn(MAPPING_EDITION).filter((id) => {
      const other = ccm.byId(newest, id);
      return other ? other.key !== ccm.byId(MAPPING_EDITION, id)?.key : told.some(([each]) => each === id);
    });
    const expected = ids.map((id) => {
      const [inFile, published] = [ccm.byId(MAPPING_EDITION, id), ccm.byId(newest, id)];
      return [
        id,
        inFile && ccm.title(inFile, MAPPING_EDITION),
        published ? ccm.title(published, newest) : '(there is none)',
      ];
    });
    assert.deepEqual(new Set(told.map(String)), new Set(expected.map(String)));
  });
});

suite('the README, on a rule,', () => {
  const sections = readme.split(/^### /m);

  for (const rule of RULE_IDS)
    test(rule, () => {
      const section = sections.find((each) => each.startsWith(`${rule}\n`)) ?? '';
      const [, text = ''] = /```markdown\n([\s\S]*?)\n```/.exec(section) ?? [];
      const [quotation = ''] = /^> [\s\S]*?(?=\n\n)/m.exec(section) ?? [];
      const found = findingsIn('markdown', text).filter((each) => each.rule === rule);
      assert.deepEqual(
        found.map(({ message }) => message.text),
        [unquoted(quotation)],
      );
      const [, silence = ''] = /`(<!-- control-lens-disable[^`]*-->)`/.exec(section) ?? [];
      const silenced = /disable-line/.test(silence)
        ? text.replace(/$/, ` ${silence}`)
        : `${silence}\n\n${text}`;
      assert.deepEqual(
        findingsIn('markdown', silenced).filter((each) => each.rule === rule),
        [],
      );
    });
});
