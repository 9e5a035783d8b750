import Ajv from 'ajv';
import { projectText } from './manifest';

/** The schema of SARIF 2.1.0 as it is published, which `@microsoft/jest-sarif` carries. */
const SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** What a log breaks of the published schema. */
export function publishedViolations(log: unknown): string[] {
  const { $schema: _, id: __, ...schema } = JSON.parse(projectText(SCHEMA)) as Record<string, unknown>; // draft 4 names
  const isValid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  isValid(log);
  return (isValid.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}
