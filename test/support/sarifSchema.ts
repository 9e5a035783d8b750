import type { JsonSchema } from './jsonSchema';

/**
 * What we write of SARIF 2.1.0, after its published schema (`sarif-schema-2.1.0.json` of OASIS), and what platforms ask
 * for beyond it: a place for each result, and words for each rule. Stricter in one point: a name that we do not write is
 * refused.
 */
const text: JsonSchema = { type: 'string', pattern: '\\S' };
const level: JsonSchema = { enum: ['none', 'note', 'warning', 'error'] };
const fromOne: JsonSchema = { type: 'integer', minimum: 1 };
const message = object({ text });

function object(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', required: Object.keys(properties), properties, additionalProperties: false };
}

function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

const rule = object({
  id: text,
  shortDescription: message,
  fullDescription: message,
  helpUri: { type: 'string', pattern: '^https://' },
  help: object({ text, markdown: text }),
  defaultConfiguration: object({ level }),
});

/** A URI reference: no space, no backslash, `%` only before two hexadecimal digits. */
const uri: JsonSchema = {
  type: 'string',
  pattern: "^(?:[A-Za-z0-9\\-._~:/?#[\\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$",
};
const region = object({ startLine: fromOne, startColumn: fromOne, endLine: fromOne, endColumn: fromOne });

const plainResult = object({
  ruleId: text,
  ruleIndex: { type: 'integer', minimum: 0 },
  level,
  message,
  locations: {
    ...list(object({ physicalLocation: object({ artifactLocation: object({ uri }), region }) })),
    minItems: 1,
  },
  partialFingerprints: object({ 'controlLens/v1': text }),
  properties: { type: 'object' },
});

/** The state of a result is there only where the run compares. */
const result: JsonSchema = {
  ...plainResult,
  properties: {
    ...plainResult.properties,
    baselineState: { enum: ['new', 'unchanged', 'updated', 'absent'] },
  },
};

export const SARIF_SCHEMA: JsonSchema = object({
  version: { enum: ['2.1.0'] },
  $schema: { type: 'string', pattern: '^https://.*sarif-schema-2\\.1\\.0\\.json$' },
  runs: {
    ...list(
      object({
        tool: object({ driver: object({ name: text, version: text, rules: list(rule) }) }),
        columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
        results: list(result),
      }),
    ),
    minItems: 1,
  },
});
