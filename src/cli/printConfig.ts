import path from 'node:path';
import { globsOf } from '../core/configuration/configuration';
import { settingsByKey } from '../core/configuration/settingsByKey';
import { success, type Result } from '../core/text/result';
import { selectionOf } from './analyze';
import type { PrintConfigCommand } from './arguments';
import { configurationProblem } from './configurationProblems';
import { isLeftOut, settingsUnder } from './configurations';
import { json } from './json';
import { realFolder } from './repository';

/** What applies to a file, whether it is there or not. Globs are relative to the folder of the last file listed. */
export async function printConfig(command: PrintConfigCommand): Promise<Result<string>> {
  const { file } = command;
  const selection = selectionOf(command);
  const folder = await realFolder(path.dirname(path.resolve(file)));
  const found = await selection.configurations.of(folder);
  if (!found.ok) return found;
  const problem = await configurationProblem(selection.configurations, 1);
  if (problem) return problem;
  const place = path.join(folder, path.basename(file));
  const settings = selection.withOptions(settingsUnder(found.value, selection.settings, place));
  const globs = found.value ? globsOf(found.value.configuration) : undefined;
  return success(
    json({
      file,
      configurations: found.value?.configuration.files ?? [],
      isLeftOut: isLeftOut(found.value, place),
      settings: { ...settingsByKey(settings), ...globs },
    }),
  );
}
