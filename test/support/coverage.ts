import { coverageOf, type Coverage } from '../../src/core/coverage/coverage';
import { coverageInput } from '../../src/core/analysis/occurrences';
import { reportOf } from '../../src/core/report/reportOf';
import type { CoverageReport } from '../../src/core/report/report';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings/settings';
import { analysisOf } from './findings';
import { realKnowledge } from './knowledge';

/** The coverage of Markdown documents, by path. */
export function coverageOfTexts(
  texts: Readonly<Record<string, string>>,
  settings: Partial<Settings> = {},
): Coverage {
  const documents = Object.entries(texts).map(([path, text]) =>
    coverageInput(analysisOf(path.endsWith('.yaml') ? 'yaml' : 'markdown', text, settings), path),
  );
  return coverageOf(realKnowledge(), documents, { ...DEFAULT_SETTINGS, ...settings });
}

export function coverageOfText(text: string, settings: Partial<Settings> = {}): Coverage {
  return coverageOfTexts({ 'policy.md': text }, settings);
}

export function reportOfText(text: string, settings: Partial<Settings> = {}): CoverageReport {
  return reportOf(coverageOfText(text, settings));
}
