// npm run docs: writes the pages of docs/ that are made from the code and package.json, in the project's folder.
import { readFileSync, writeFileSync } from 'node:fs';
import { generatedPages, type DocumentedManifest } from './pages';

const pages = generatedPages(JSON.parse(readFileSync('package.json', 'utf8')) as DocumentedManifest);
for (const [file, text] of pages) writeFileSync(file, text);
console.log(`${pages.size} pages written.`);
