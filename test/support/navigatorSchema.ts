import type { JsonSchema } from './jsonSchema';

/**
 * The layer format 4.5 of the ATT&CK Navigator, after its published specification (`layers/spec/v4.5/layerformat.md`
 * of mitre-attack/attack-navigator). Stricter in one point: a name that the specification does not have is refused.
 */
const text: JsonSchema = { type: 'string' };
const flag: JsonSchema = { type: 'boolean' };
const count: JsonSchema = { type: 'number' };
const color: JsonSchema = { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' };

function object(required: readonly string[], properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', required, properties, additionalProperties: false };
}

function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

const divider = object(['divider'], { divider: flag });
const metadata = list({ anyOf: [object(['name', 'value'], { name: text, value: text }), divider] });
const links = list({
  anyOf: [
    object(['label', 'url'], { label: text, url: { type: 'string', pattern: '^[a-z][a-z0-9+.-]*://' } }),
    divider,
  ],
});

const technique = object(['techniqueID'], {
  techniqueID: { type: 'string', pattern: '^T\\d{4}(\\.\\d{3})?$' },
  tactic: { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$' },
  comment: text,
  enabled: flag,
  score: count,
  color: { anyOf: [color, { enum: [''] }] },
  metadata,
  links,
  showSubtechniques: flag,
});

export const LAYER_SCHEMA: JsonSchema = object(['name', 'domain'], {
  versions: object(['navigator', 'layer'], {
    attack: { type: 'string', pattern: '^\\d+$' },
    navigator: { type: 'string', pattern: '^(4\\.9|4\\.\\d{2,}|[5-9]|\\d{2,})(\\.\\d+)*$' },
    layer: { enum: ['4.5'] },
  }),
  name: text,
  description: text,
  domain: { enum: ['enterprise-attack', 'mobile-attack', 'ics-attack'] },
  customDataURL: text,
  filters: object([], { platforms: list(text) }),
  sorting: { enum: [0, 1, 2, 3] },
  layout: object([], {
    layout: { enum: ['side', 'flat', 'mini'] },
    showID: flag,
    showName: flag,
    showAggregateScores: flag,
    countUnscored: flag,
    aggregateFunction: { enum: ['average', 'min', 'max', 'sum'] },
    expandedSubtechniques: { enum: ['none', 'all', 'annotated'] },
  }),
  hideDisabled: flag,
  techniques: list(technique),
  gradient: object(['colors', 'minValue', 'maxValue'], {
    colors: { type: 'array', items: color, minItems: 2 },
    minValue: count,
    maxValue: count,
  }),
  legendItems: list(object(['label', 'color'], { label: text, color })),
  showTacticRowBackground: flag,
  tacticRowBackground: color,
  selectTechniquesAcrossTactics: flag,
  selectSubtechniquesWithParent: flag,
  selectVisibleTechniques: flag,
  metadata,
  links,
});
