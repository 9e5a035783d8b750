// npm run docs: writes the pages of docs/ that are made from the code, in the project's folder.
import { writeFileSync } from 'node:fs';
import { generatedPages } from './pages';

for (const [file, text] of generatedPages()) writeFileSync(file, text);
console.log(`${generatedPages().size} pages written.`);
