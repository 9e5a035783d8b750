// The Problems view of documents of the corpus, to see what their readers would.
import fs from 'node:fs';
import path from 'node:path';
import { openFile, openProblems, runCommand, shoot } from '../host/page.mjs';

const corpus = process.env.CORPUS_DIR ?? '../shared/corpus';
/** A policy without techniques, a baseline that maps controls to techniques, an inventory of rules, a rule. */
const documents = [
  'jposluns-grc_library/security/policy-information-security.md',
  'cisagov-ScubaGear/PowerShell/ScubaGear/baselines/securitysuite.md',
  'mdecrevoisier-SIGMA/README.md',
  'mdecrevoisier-SIGMA/windows-os/win-os-hidden account creation.yaml',
];

/** Copies the documents into a folder, under the names that they are opened by. */
export function copyDocuments(folder) {
  for (const each of documents) fs.copyFileSync(path.join(corpus, each), path.join(folder, nameOf(each)));
}

export async function showProblems(page, folder, theme) {
  for (const each of documents) {
    await openFile(page, nameOf(each));
    await openProblems(page, nameOf(each));
    await shoot(page, folder, `problems-${path.parse(nameOf(each)).name.replaceAll(' ', '-')}-${theme}`);
    await runCommand(page, 'View: Close All Editors');
  }
}

function nameOf(document) {
  return document.split('/').slice(-2).join('-');
}
