import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The parts of package.json that tests look at. */
export interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
  };
}

interface Property {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly markdownDescription: string;
}

/** The tests run in the project's folder. */
export const projectFolder = process.cwd();

export function projectText(name: string): string {
  return readFileSync(path.join(projectFolder, name), 'utf8');
}

export const manifest = JSON.parse(projectText('package.json')) as Manifest;
