import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DATA_FILES, loadKnowledgeBase } from '../../src/core/knowledge/load';
import { SUMMARIES_FILE } from '../../src/core/knowledge/summaries';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledgeBase';
import type { FrameworkFile } from '../../src/core/knowledge/records';

/** The folder of the project: the nearest one above the running bundle that holds `data/`. */
export const projectFolder = findProject(__dirname);
export const dataFolder = path.join(projectFolder, 'data');

let loaded: KnowledgeBase | undefined;

/** The knowledge base as it ships, loaded once. */
export function realKnowledge(): KnowledgeBase {
  loaded ??= load();
  return loaded;
}

/** The same with CCM alone among the frameworks. */
export function ccmKnowledge(): KnowledgeBase {
  return realKnowledge().only(['ccm']);
}

/** The text of a file below `data/`. */
export function dataText(name: string): string {
  return fs.readFileSync(path.join(dataFolder, name), 'utf8');
}

/** `data/ccm.json` as it stands: what the knowledge base has to agree with. */
export function ccmFile(): FrameworkFile {
  return JSON.parse(dataText('ccm.json')) as FrameworkFile;
}

function load(): KnowledgeBase {
  const result = loadKnowledgeBase({
    attack: dataText(DATA_FILES.attack),
    frameworks: DATA_FILES.frameworks.map(dataText),
    summaries: dataText(SUMMARIES_FILE),
  });
  if (!result.ok) assert.fail(result.failure.message);
  return result.value;
}

function findProject(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, 'data', DATA_FILES.attack))) return folder;
    if (folder === path.dirname(folder)) throw new Error(`No project above ${from}`);
  }
}
