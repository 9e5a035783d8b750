import fs from 'node:fs';
import path from 'node:path';
import { Importer } from '../../src/core/publisher/importer';
import { runSteps } from '../../src/core/text/steps';
import type { AttackFile, FrameworkFile } from '../../src/core/knowledge/records';

// npm run bench:import -- FILES…: time and peak memory of importing each file, each in a process of its own.

const root = path.join(__dirname, '..');
const json = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(root, 'data', name), 'utf8'));

function main(files: readonly string[]): void {
  const bundled = {
    attack: json('attack.json') as AttackFile,
    frameworks: ['ccm.json', 'nist-800-53.json'].map((name) => json(name) as FrameworkFile),
  };
  const importer = new Importer(bundled, []);
  const started = performance.now();
  for (const [index, file] of files.entries()) {
    const identity = { name: path.basename(file), id: `source-${index}`, sha256: '' };
    const taken = runSteps(importer.take(identity, fs.readFileSync(file)));
    if (!taken.ok) console.log(taken.failure.message);
    else if (taken.value.kind === 'skipped') console.log(`${identity.name}: skipped, ${taken.value.why}`);
    else {
      const { title, records, texts } = taken.value.source;
      const size = taken.value.files.reduce((sum, { text }) => sum + text.length, 0);
      console.log(`${title}: ${records} records, ${texts} texts, ${Math.round(size / 1024)} KB`);
    }
  }
  const read = performance.now();
  const done = importer.finish();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const times = `read in ${Math.round(read - started)} ms, merged in ${Math.round(performance.now() - read)} ms`;
  console.log(`${times}, peak ${peak} MB`);
  if (!done.ok) return console.log(done.failure.message);
  const { merged, changes } = done.value;
  const { added, renamed, ended, mappings } = changes;
  console.log(
    `merged: ${merged.map(({ name, text }) => `${name} ${text.length}`).join(', ') || 'nothing new'}; added ${added.length}, renamed ${renamed.length}, ended ${ended.length}, mappings ${JSON.stringify(mappings.map((each) => [each.framework, each.added, each.removed]))}`,
  );
}

main(process.argv.slice(2));
