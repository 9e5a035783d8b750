import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { JOBS, packed, transcript, transcriptsPage } from '../support/jobs';
import { projectText } from '../support/manifest';

suite('the three jobs, from an empty folder', function () {
  this.timeout(120_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-lens-jobs-'));
  const transcripts: string[] = [];
  suiteSetup(function () {
    if (process.platform === 'win32') this.skip();
    const archive = packed(folder);
    transcripts.push(...JOBS.map((job) => transcript(job, archive)));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true }));

  test('print what docs/transcripts.md says (npm run transcripts)', () => {
    assert.equal(transcriptsPage(transcripts), projectText('docs/transcripts.md'));
  });

  test('show exactly the two new findings of a change next to 110 old ones', () => {
    const [review = ''] = transcripts;
    assert.match(review, /11 files, 110 references: 110 warnings/);
    const [, since = ''] = review.split('$ control-lens check policies --since main\n');
    const lines = since.split('\n$ ')[0]?.split('\n') ?? [];
    assert.deepEqual(
      lines.flatMap((line) => /^(\S+?):\d+:\d+: \w+ (\S+):/.exec(line)?.slice(1).join(' ') ?? []),
      ['policies/access.md unknown-id', 'policies/access.md deprecated-technique'],
    );
    assert.equal((review.match(/^::\w+ /gm) ?? []).length, 2);
  });

  test('answer which documents a tactic has, and no other tactic', () => {
    const answer = transcripts[1] ?? '';
    assert.match(answer, /TA0008 {2}Lateral Movement {2}\d+ techniques/);
    assert.doesNotMatch(answer, /TA0002/);
    assert.match(answer, /policies\/access-control-policy\.md {2}\d+ techniques/);
  });

  test('leave nothing of the old edition but what a person decides', () => {
    const [, after = ''] = (transcripts[2] ?? '').split('$ control-lens check policies\n');
    assert.doesNotMatch(after, /other-edition|title-mismatch|ambiguous-edition/);
  });
});
