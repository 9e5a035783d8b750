import fs from 'node:fs';
import path from 'node:path';
import { languageOfName } from '../../../src/core/documents/languages';
import { projectFolder } from '../knowledge';
import { FUZZED_LANGUAGES, type Seed } from './mutate';

const FIXTURES = path.join(projectFolder, 'test/fixtures');

/** One for each language that few fixtures are written in. */
const OWN: readonly Seed[] = [
  { languageId: 'json', text: '{\n  "ccm": ["IVS-09", "GRC-03"],\n  "technique": "T1086"\n}\n' },
  { languageId: 'toml', text: '# CCM 4.1\ncontrols = ["IAM-01", "IVS-09"]\n[a]\nattack = """\nT1086"""\n' },
  { languageId: 'asciidoc', text: '= CCM 4.1\n\n|===\n| ATT&CK | Control\n\n| T1086\n| GRC-03\ntoo\n|===\n' },
];

/** The fixtures, and the documents of another folder if it is there. */
export function seedsOf(corpus?: string): Seed[] {
  const folders = [FIXTURES, ...(corpus !== undefined && fs.existsSync(corpus) ? [corpus] : [])];
  return [...OWN, ...folders.flatMap(documentsIn)];
}

function documentsIn(folder: string): Seed[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((name) => {
      const languageId = languageOfName(name);
      if (languageId === undefined || !FUZZED_LANGUAGES.includes(languageId)) return [];
      return [{ languageId, text: fs.readFileSync(path.join(folder, name), 'utf8') }];
    });
}
