import { Analysis } from '../core/analysis/analysis';
import { composed, configuredSettings } from '../core/configuration/configuration';
import { parseConfiguration } from '../core/configuration/parseConfiguration';
import { languageOfName } from '../core/documents/languages';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { DATA_FILES, loadKnowledgeBase } from '../core/knowledge/load';
import { DEFAULT_SETTINGS, type Settings as ParsedSettings } from '../core/settings/settings';
import { plainFinding, plainReference } from './plain';
import type { AnalyzeOptions, AnalyzeResult, Knowledge, Settings } from './types';

export type * from './types';

/** The files of `control-lens/data/` that `parseKnowledge` needs. */
export const KNOWLEDGE_FILES: readonly string[] = [DATA_FILES.attack, ...DATA_FILES.frameworks];

/** Knowledge with the data behind it, which is nobody else's business. */
class Data implements Knowledge {
  readonly #base: KnowledgeBase;
  readonly attackVersion: string;
  readonly frameworks: readonly string[];

  constructor(base: KnowledgeBase) {
    this.#base = base;
    this.attackVersion = base.attack.newest();
    this.frameworks = [...base.frameworks.keys()];
  }

  static baseOf(knowledge: Knowledge): KnowledgeBase {
    if (knowledge instanceof Data) return knowledge.#base;
    throw new TypeError('knowledge must come from parseKnowledge or loadKnowledge');
  }
}

/**
 * Makes knowledge of the texts of the data files, by their names (`KNOWLEDGE_FILES`). It reads no file itself, so that it
 * runs in a browser too; in Node, `loadKnowledge` of `control-lens/node` reads them.
 * @throws Error if a file is missing or isn't what it should be.
 */
export function parseKnowledge(files: Readonly<Record<string, string>>): Knowledge {
  const text = (name: string): string => {
    const found = Object.hasOwn(files, name) ? files[name] : undefined;
    if (found === undefined) throw new Error(`Missing data file: ${name}`);
    return found;
  };
  const base = loadKnowledgeBase({
    attack: text(DATA_FILES.attack),
    frameworks: DATA_FILES.frameworks.map(text),
  });
  if (!base.ok) throw new Error(base.failure.message);
  return new Data(base.value);
}

/**
 * The references and findings of a text. It reads nothing but what it is given, and suppression comments apply.
 * @throws TypeError if the settings have an unknown key or a value that isn't allowed.
 */
export function analyze(text: string, options: AnalyzeOptions): AnalyzeResult {
  const { knowledge, path = '', settings } = options;
  const language = options.language ?? languageOfName(path) ?? 'markdown';
  const analysis = new Analysis(text, language, Data.baseOf(knowledge), parsed(settings, path));
  return {
    references: analysis.references.map((each) => plainReference(each, analysis)),
    findings: analysis.findings.map((each) => plainFinding(each, analysis)),
  };
}

function parsed(settings: Settings | undefined, path: string): ParsedSettings {
  if (settings === undefined) return DEFAULT_SETTINGS;
  const name = 'settings';
  const content = parseConfiguration(`${name}.json`, JSON.stringify(settings));
  if (!content.ok) throw new TypeError(content.failure.message.replace(`${name}.json`, name));
  if (content.value.extends.length > 0) throw new TypeError(`${name}: extends is for files`);
  return configuredSettings(DEFAULT_SETTINGS, composed('', [[name, content.value]]), path);
}
