import { existsSync } from 'node:fs';
import path from 'node:path';
import { benchKnowledge } from './knowledge';
import { benchRecognition } from './recognition';
import { benchWorkspace } from './workspace';

benchKnowledge();
const corpus = process.env['CORPUS_DIR'] ?? path.join(process.cwd(), '../shared/corpus');
if (existsSync(corpus)) benchRecognition(corpus);
else console.log(`No documents to measure with: CORPUS_DIR is ${corpus}`);
benchWorkspace();
