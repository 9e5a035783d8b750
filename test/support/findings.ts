import assert from 'node:assert/strict';
import { Analysis } from '../../src/core/analysis/analysis';
import type { Finding } from '../../src/core/rules/rule';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings/settings';
import { realKnowledge } from './knowledge';
import { unmark, withLineEnds } from './marked';

export function analysisOf(languageId: string, text: string, settings: Partial<Settings> = {}): Analysis {
  return new Analysis(text, languageId, realKnowledge(), { ...DEFAULT_SETTINGS, ...settings });
}

export function findingsIn(
  languageId: string,
  text: string,
  settings: Partial<Settings> = {},
): readonly Finding[] {
  return analysisOf(languageId, text, settings).findings;
}

/** The marks of a text are where its findings are, and expect their rules: `⟦GRC-03⇒no-mapping⟧`, several with commas; LF and CRLF. */
export function assertFindings(languageId: string, marked: string, settings: Partial<Settings> = {}): void {
  for (const end of ['\n', '\r\n']) {
    const { text, marks } = unmark(withLineEnds(marked, end));
    assert.deepEqual(
      findingsIn(languageId, text, settings).map(({ rule, span }) => ({ rule, span })),
      marks.flatMap(({ expected, span }) => expected.split(',').map((rule) => ({ rule, span }))),
    );
  }
}

/** The one finding of a text. */
export function onlyFinding(text: string, settings: Partial<Settings> = {}): Finding {
  const findings = findingsIn('markdown', text, settings);
  const [first] = findings;
  if (!first || findings.length > 1)
    assert.fail(`${findings.length} findings: ${findings.map((each) => each.message.text).join(' ')}`);
  return first;
}
