/** The part of JSON Schema that the schemas of our tests are written in. */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: false;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a value breaks of a schema, with where: `$.techniques[0].score is no number`. */
export function violations(schema: JsonSchema, value: unknown, at = '$'): string[] {
  if (schema.anyOf) {
    const each = schema.anyOf.map((one) => violations(one, value, at));
    return each.some((found) => found.length === 0) ? [] : (each[0] ?? []);
  }
  if (schema.type && !isOf(schema.type, value)) return [`${at} is no ${schema.type}`];
  const found: string[] = [];
  if (schema.enum && !schema.enum.includes(value)) found.push(`${at} is ${String(value)}`);
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern).test(value))
    found.push(`${at} is ${value}`);
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value)))
    found.push(`${at} is ${value}`);
  if (Array.isArray(value)) return [...found, ...inArray(schema, value, at)];
  return typeof value === 'object' && value !== null ? [...found, ...inObject(schema, value, at)] : found;
}

function isOf(type: NonNullable<JsonSchema['type']>, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function inArray({ items, minItems = 0 }: JsonSchema, value: readonly unknown[], at: string): string[] {
  const short = value.length < minItems ? [`${at} has ${value.length} items`] : [];
  return [
    ...short,
    ...value.flatMap((each, index) => (items ? violations(items, each, `${at}[${index}]`) : [])),
  ];
}

function inObject(schema: JsonSchema, value: object, at: string): string[] {
  const { required = [], properties = {}, additionalProperties } = schema;
  const missing = required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${at} lacks ${name}`);
  const inside = Object.entries(value).flatMap(([name, each]) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own) return violations(own, each, `${at}.${name}`);
    return additionalProperties === false ? [`${at} has ${name}`] : [];
  });
  return [...missing, ...inside];
}
