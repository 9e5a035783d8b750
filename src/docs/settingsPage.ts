/** A setting, as package.json describes it. */
export interface SettingProperty {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription: string;
}

/** A category of the settings editor. */
export interface SettingCategory {
  readonly title: string;
  readonly properties: Readonly<Record<string, SettingProperty>>;
}

/** In characters; longer lists are in the settings editor. */
const MAX_DEFAULT = 300;

const INTRODUCTION = `# Settings

Every setting can differ by workspace folder. A setting that can't be used is reported in the log, and its default applies. The
command line reads them from a file with [\`--settings\`](command-line.md).`;

/** Every setting with its default, by category, in Markdown. */
export function settingsPage(categories: readonly SettingCategory[]): string {
  return `${[INTRODUCTION, ...categories.map(category)].join('\n\n')}\n`;
}

function category({ title, properties }: SettingCategory): string {
  const rows = Object.entries(properties).map(([key, property]) => row(key, property));
  return [`## ${title}\n`, '| Setting | Default | What it does |', '| --- | --- | --- |', ...rows].join('\n');
}

function row(key: string, property: SettingProperty): string {
  const text = [property.markdownDescription, values(property)].filter((part) => part !== '').join(' ');
  return `| \`${key}\` | \`${shown(property.default)}\` | ${text.replaceAll('|', '\\|')} |`;
}

/** The values to choose from, each with its description if it has one. */
function values({ enum: names = [], enumDescriptions }: SettingProperty): string {
  if (names.length === 0) return '';
  if (enumDescriptions)
    return names.map((name, index) => `\`${name}\`: ${enumDescriptions[index] ?? ''}.`).join(' ');
  return `One of ${names.map((name) => `\`${name}\``).join(', ')}.`;
}

function shown(value: unknown): string {
  const isLong = Array.isArray(value) && JSON.stringify(value).length > MAX_DEFAULT;
  if (isLong) return `(${value.length} values)`;
  return typeof value === 'string' ? value : JSON.stringify(value).replaceAll(',', ', ');
}
