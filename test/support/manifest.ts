import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The parts of package.json that tests look at. */
export interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly repository: { readonly url: string };
  readonly bugs: { readonly url: string };
  readonly homepage: string;
  readonly main: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
      readonly icon?: string;
    }[];
    readonly taskDefinitions: readonly { readonly type: string }[];
    readonly problemMatchers: readonly {
      readonly name: string;
      readonly owner: string;
      readonly source: string;
      readonly pattern: { readonly regexp: string };
    }[];
    readonly configurationDefaults: {
      readonly 'workbench.editorAssociations': Readonly<Record<string, string>>;
    };
    readonly viewsContainers: {
      readonly activitybar: readonly { readonly id: string; readonly icon: string }[];
    };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly {
      readonly view: string;
      readonly when?: string;
      readonly contents: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    /** One for each category of the settings editor. */
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Property>>;
    }[];
  };
}

interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

export interface Property {
  readonly scope?: string;
  readonly order: number;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly items?: { readonly enum?: readonly string[] };
  readonly markdownDescription: string;
}

/** The tests run in the project's folder. */
export const projectFolder = process.cwd();

export function projectText(name: string): string {
  return readFileSync(path.join(projectFolder, name), 'utf8');
}

export const manifest = JSON.parse(projectText('package.json')) as Manifest;

/** The page of the repository: everything that leads there begins with it. */
export const repositoryUrl = manifest.repository.url.replace(/^git\+|\.git$/g, '');

/** Every setting, by its full key. */
export const settingProperties: Readonly<Record<string, Property>> = Object.assign(
  {},
  ...manifest.contributes.configuration.map(({ properties }) => properties),
) as Readonly<Record<string, Property>>;
