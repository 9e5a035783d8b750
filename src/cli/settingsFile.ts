import path from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { parseSettings, SECTION, type Settings } from '../core/settings/settings';
import { LineIndex } from '../core/text/lines';
import { failure, success, type Result } from '../core/text/result';
import { readText } from './read';

const MAX_LENGTH = 1_000_000;

/**
 * Reads `.vscode/settings.json` or a `.code-workspace` file: JSON with comments. Unlike in the editor, a value that
 * cannot be used is a failure: a pipeline should not go on under settings that nobody chose.
 */
export async function readSettings(file: string, defaults: Settings): Promise<Result<Settings>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const parsed = parseJson(file, text.value);
  if (!parsed.ok) return parsed;
  const values = file.endsWith('.code-workspace') ? ownValue(parsed.value, 'settings') : parsed.value;
  if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value))
    return failure('bad-settings', `${file}: not a settings object`);
  const { settings, problems } = parseSettings((key) => ownValue(values, `${SECTION}.${key}`), defaults);
  const [problem] = problems;
  if (problem) return failure('bad-settings', `${file}: ${problem.key} has an invalid value`);
  return success(settings);
}

function parseJson(file: string, text: string): Result<unknown> {
  if (text.length > MAX_LENGTH) return failure('bad-settings', `${file}: too large for a settings file`);
  const errors: ParseError[] = [];
  try {
    const value: unknown = parse(text, errors, { allowTrailingComma: true });
    const [error] = errors;
    if (error === undefined) return success(value);
    const { line, character } = new LineIndex(text).positionAt(error.offset);
    const what = printParseErrorCode(error.error);
    return failure('bad-settings', `${file}:${line + 1}:${character + 1}: not JSON with comments (${what})`);
  } catch {
    return failure('bad-settings', `${file}: nested too deeply`);
  }
}

function ownValue(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined;
  return (holder as Readonly<Record<string, unknown>>)[key];
}

/** The folder that the globs of a settings file are relative to: the one that holds `.vscode`, or the file itself. */
export function workspaceOf(file: string): string {
  const folder = path.dirname(path.resolve(file));
  return path.basename(folder) === '.vscode' ? path.dirname(folder) : folder;
}
