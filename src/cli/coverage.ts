import { coverageInput, type CoverageInput } from '../core/analysis/occurrences';
import { coverageOfSum } from '../core/coverage/coverage';
import type { Wanted } from '../core/coverage/mappedTo';
import { profileTechniques } from '../core/coverage/profile';
import { sumOf, type CoverageSum, type Occurrences } from '../core/coverage/sum';
import type { CanonicalId } from '../core/identifiers/grammar';
import { renderReport } from '../core/report/formats';
import { mappedReport } from '../core/report/navigator';
import { controlCounts, techniqueCounts } from '../core/report/phrases';
import { reportOf } from '../core/report/reportOf';
import type { CoverageReport } from '../core/report/report';
import type { KnowledgeBase } from '../core/knowledge/knowledgeBase';
import { listed } from '../core/text/message';
import { failure, success, type Result } from '../core/text/result';
import { analyze } from './analyze';
import type { CoverageCommand } from './arguments';
import { readText } from './read';
import type { Terminal } from './terminal';
import { readBy, writeReport } from './write';

/** Gives what to print: the report, or its counts where it went to a file; and what to tell beside it. */
export async function runCoverage(
  command: CoverageCommand,
  knowledge: KnowledgeBase,
  terminal: Terminal,
): Promise<Result<{ readonly out: string; readonly error: string }>> {
  const profile = await profileOf(command);
  if (!profile.ok) return profile;
  const { tactic } = command;
  if (tactic !== undefined && knowledge.attack.at(tactic)?.kind !== 'tactic')
    return failure('bad-tactic', `${tactic} isn't a tactic of ATT&CK`);
  const documents = await analyze(command, knowledge, terminal, {
    take: (each) => coverageInput(each.analysis, each.path),
  });
  if (!documents.ok) return documents;
  const { taken, notes: error } = documents.value;
  const report = coverageReport(command, taken, knowledge, profile.value);
  const text = command.layer === 'mapped' ? mappedReport(report) : renderReport(report, command.format);
  const counts = `${techniqueCounts(report)}\n${controlCounts(report)}`;
  if (command.output === undefined) return success({ out: text, error });
  const written = await writeReport(command.output, text, counts, readBy(command, report.documents));
  return written.ok ? success({ out: written.value, error }) : written;
}

type Profile = ReadonlySet<CanonicalId> | undefined;

async function profileOf({ techniques: file }: CoverageCommand): Promise<Result<Profile>> {
  if (file === undefined) return success(undefined);
  const text = await readText(file);
  if (!text.ok) return text;
  const ids = profileTechniques(text.value);
  return ids.length > 0
    ? success(new Set(ids))
    : failure('bad-profile', `${file}: names no technique. List IDs, or take an ATT&CK Navigator layer`);
}

/** Paths that the title names; a shell may give thousands. */
const MAX_NAMED = 3;

function coverageReport(
  { paths, settings, tactic, techniques: file }: CoverageCommand,
  documents: readonly CoverageInput[],
  knowledge: KnowledgeBase,
  profile: Profile,
): CoverageReport {
  const { attack } = knowledge;
  const hasTactic = (id: string): boolean =>
    tactic === undefined ||
    attack.at(id, settings.attackVersion)?.tactics.some((each) => each === tactic) === true;
  const wanted: Wanted = (id) => hasTactic(id) && profile?.has(id) !== false;
  const sum = asked(sumOf(documents), profile, hasTactic);
  const parts = [
    ...(paths.length > MAX_NAMED || paths.length === 0 ? [`${documents.length} documents`] : [listed(paths)]),
    ...(file === undefined ? [] : [`techniques of ${file}`]),
    ...(tactic === undefined ? [] : [`${tactic} ${attack.name(tactic)}`]),
  ];
  const title = parts.length > 1 || paths.length <= MAX_NAMED ? parts.join(', ') : undefined;
  return ofTactic(reportOf(coverageOfSum(knowledge, sum, settings), title, wanted), tactic);
}

/** Without the other tactics of its techniques. */
function ofTactic(report: CoverageReport, tactic: string | undefined): CoverageReport {
  if (tactic === undefined) return report;
  return {
    ...report,
    tactics: report.tactics.filter(({ id }) => id === tactic),
    mappedTactics: report.mappedTactics.filter(({ id }) => id === tactic),
  };
}

const NOT_NAMED: Occurrences = { references: 0, places: () => [] };

/** What documents name of the techniques that are asked for; those of a profile are asked for whether named or not. */
function asked(sum: CoverageSum, profile: Profile, hasTactic: (id: string) => boolean): CoverageSum {
  const all = profile
    ? [...profile].map((id) => [id, sum.techniques.get(id) ?? NOT_NAMED] as const)
    : [...sum.techniques];
  return { ...sum, techniques: new Map(all.filter(([id]) => hasTactic(id))) };
}
