import assert from 'node:assert/strict';
import type { AttackFile } from '../../../src/core/knowledge/records';
import { buildAttackFile } from '../../../src/core/publisher/attack/file';
import { releasesOf } from '../../../src/core/publisher/facts/unfold';
import { projectText } from '../../support/manifest';

suite('releases out of a timeline', () => {
  test('make the same timeline again', () => {
    const bundled = JSON.parse(projectText('data/attack.json')) as AttackFile;
    const again = buildAttackFile(releasesOf(bundled));
    assert.ok(again.ok);
    assert.deepEqual(again.value.releases, bundled.releases);
    const known = new Map(bundled.objects.map((record) => [record.id, record]));
    const different = again.value.objects.filter(
      (record) => JSON.stringify(record) !== JSON.stringify(known.get(record.id)),
    );
    assert.deepEqual(
      different.slice(0, 5),
      different.slice(0, 5).map(({ id }) => known.get(id)),
    );
    assert.equal(again.value.objects.length, bundled.objects.length);
  });
});
