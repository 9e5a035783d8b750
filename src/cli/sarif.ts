import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ALL_RULES } from '../core/rules/allRules';
import { rulePage } from '../core/rules/documentation/rulePage';
import { ruleUrl } from '../core/rules/documentation/ruleUrl';
import { RULE_IDS, type Rule, type SeveritySetting } from '../core/rules/rule';
import type { Range } from '../core/text/span';
import type { SourcedReport } from './check';
import type { JsonFinding } from './findings';
import { fingerprints } from './fingerprints';

type Level = 'error' | 'warning' | 'note' | 'none';

const LEVELS: Readonly<Record<SeveritySetting, Level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

/** A log in SARIF 2.1.0, which platforms that show findings beside the code take in. */
export function checkSarif({ findings, comparison }: SourcedReport, version: string): object {
  const prints = fingerprints(findings);
  return {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'Control Lens', version, rules: ALL_RULES.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((each, index) => ({
          ...result(each),
          partialFingerprints: { 'controlLens/v1': prints[index] },
          ...(comparison ? { baselineState: 'new' } : {}),
        })),
      },
    ],
  };
}

function rule(each: Rule): object {
  const { id, title, description, defaultSeverity } = each;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: description },
    helpUri: ruleUrl(id),
    help: {
      text: `${description} To silence it, write control-lens-disable-line ${id} in a comment at the end of the line.`,
      markdown: rulePage(each, 'elsewhere'),
    },
    defaultConfiguration: { level: LEVELS[defaultSeverity] },
  };
}

function result(finding: JsonFinding): object {
  const { path: file, range, rule: ruleId, severity, message, reference, related = [] } = finding;
  const relatedLocations = related.map((each, id) => ({
    id,
    ...locationOf(file, each.range),
    message: { text: each.message },
  }));
  return {
    ruleId,
    ruleIndex: RULE_IDS.findIndex((each) => each === ruleId),
    level: LEVELS[severity],
    message: { text: message },
    locations: [locationOf(file, range)],
    ...(relatedLocations.length > 0 ? { relatedLocations } : {}),
    properties: reference,
  };
}

function locationOf(file: string, range: Range): object {
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: regionOf(range) } };
}

/** Lines and columns count from one; the end column is the one after the last. */
function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A relative path stays relative, so that it leads to the file in any checkout. */
function uriOf(file: string): string {
  return path.isAbsolute(file) ? pathToFileURL(file).href : file.split('/').map(encodeURIComponent).join('/');
}
