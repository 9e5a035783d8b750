import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run';

/** The folder that holds `data/` and package.json, one above the folder of this program. */
const home = path.join(__dirname, '..');

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}

void run(process.argv.slice(2), path.join(home, 'data'), version()).then(({ out, error, code }) => {
  process.stdout.write(out);
  process.stderr.write(error);
  process.exitCode = code;
});
