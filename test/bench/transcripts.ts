/** `npm run transcripts`: does the three jobs of `docs/transcripts.md` and writes what is typed and printed. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { JOBS, packed, transcript, transcriptsPage } from '../support/jobs';
import { projectFolder } from '../support/manifest';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-lens-jobs-'));
const archive = packed(folder);
const page = transcriptsPage(JOBS.map((job) => transcript(job, archive)));
fs.writeFileSync(path.join(projectFolder, 'docs/transcripts.md'), page);
fs.rmSync(folder, { recursive: true });
console.log(page);
