import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DATA_FILES, loadKnowledgeBase } from '../../src/core/knowledge/load';
import { table } from './measure';

const texts = [DATA_FILES.attack, ...DATA_FILES.frameworks].map((name) =>
  readFileSync(path.join(process.cwd(), 'data', name), 'utf8'),
);

function load(): unknown {
  const [attack = '', ...frameworks] = texts;
  return loadKnowledgeBase({ attack, frameworks });
}

/** What reading the knowledge base costs, against reading the same files as JSON alone. */
export function benchKnowledge(): void {
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const parse = (): unknown => texts.map((text) => JSON.parse(text) as unknown);
  table(`The knowledge base: ${(size / 1024).toFixed(0)} KB of data`, 'JSON.parse alone', parse, {
    'parsed, validated and indexed': load,
  });
  const used = heapOf(load);
  console.log(
    `  heap that it keeps ${(used / 1e6).toFixed(1).padStart(29)} MB   ${(used / size).toFixed(1).padStart(7)} x its text`,
  );
}

/** Bytes of heap that a value keeps. */
function heapOf(make: () => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = make();
  collect();
  const after = process.memoryUsage().heapUsed;
  return kept === undefined ? 0 : after - before;
}
