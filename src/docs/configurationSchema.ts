import { CONFIGURATION_KEYS, FOLDER_KEYS } from '../core/configuration/keys';
import { DOCS_URL } from '../core/rules/documentation/ruleUrl';
import { SECTION } from '../core/settings/settings';
import type { SettingCategory } from './settingsPage';

type Schema = Readonly<Record<string, unknown>>;

const TEXTS: Schema = { type: 'array', items: { type: 'string' } };
const TEXT_OR_TEXTS: Schema = { anyOf: [{ type: 'string' }, TEXTS] };

/** What editors check and complete `.control-lens.yaml` and `.control-lens.json` by, as JSON Schema. */
export function configurationSchema(categories: readonly SettingCategory[]): string {
  const settings = Object.assign({}, ...categories.map(({ properties }) => properties)) as Record<
    string,
    Schema
  >;
  const propertiesOf = (keys: readonly string[]): Schema =>
    nested(keys, (key) => settingSchema(settings[`${SECTION}.${key}`]));
  const files = { ...TEXT_OR_TEXTS, description: 'Globs, relative to the folder of the configuration.' };
  const parts = CONFIGURATION_KEYS.filter((key) => !FOLDER_KEYS.includes(key));
  const override = {
    type: 'object',
    required: ['files'],
    properties: { files, ...propertiesOf(parts) },
    additionalProperties: false,
  };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${DOCS_URL}/control-lens.schema.json`,
    title: 'Configuration of Control Lens',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      extends: {
        ...TEXT_OR_TEXTS,
        description: 'Configurations to start from: relative paths inside the repository.',
      },
      overrides: { type: 'array', items: override, description: 'Settings for a part of the files.' },
      ...propertiesOf(CONFIGURATION_KEYS),
    },
    additionalProperties: false,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Each key as it is, and in a group: `ccm.edition` and `ccm: { edition }`. */
function nested(keys: readonly string[], schemaOf: (key: string) => Schema): Schema {
  const groups = new Map<string, Record<string, Schema>>();
  const all: Record<string, Schema> = {};
  for (const key of keys) {
    const [group = '', ...rest] = key.split('.');
    all[key] = schemaOf(key);
    if (rest.length > 0) groups.set(group, { ...groups.get(group), [rest.join('.')]: schemaOf(key) });
  }
  for (const [group, properties] of groups)
    all[group] = { type: 'object', properties, additionalProperties: false };
  return all;
}

/** What the editor's settings have and a schema has not is left out. */
function settingSchema(setting: Schema = {}): Schema {
  const { order: _, scope: __, markdownDescription, ...schema } = setting;
  const text = typeof markdownDescription === 'string' ? markdownDescription : '';
  return { ...schema, description: text.replaceAll(/[`*]/g, '') };
}
