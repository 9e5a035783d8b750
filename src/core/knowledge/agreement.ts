import type { AttackFile, FrameworkFile } from './records';

/** What is wrong with a file whose parts have the right shape: lists that are empty or say a thing twice, counts that disagree. */
export function disagreementOfAttack({ releases, objects }: AttackFile): string | undefined {
  return (
    listProblem(
      'releases',
      releases.map(({ domain, version }) => `${domain} ${version}`),
    ) ??
    listProblem(
      'objects',
      objects.map(({ id }) => id),
    ) ??
    emptyHistory(objects)
  );
}

function emptyHistory(objects: AttackFile['objects']): string | undefined {
  const without = objects.find(({ history }) => history.length === 0);
  return without && `.objects has ${without.id} without a history`;
}

/** The same for the file of a framework. */
export function disagreementOfFramework(file: FrameworkFile): string | undefined {
  const { editions, domains, controls, mappings } = file;
  const names = (pick: (each: (typeof mappings)[number]) => string): string[] => mappings.map(pick);
  return (
    listProblem(
      'editions',
      editions.map(({ id }) => id),
    ) ??
    listProblem(
      'domains',
      domains.map(({ code }) => code),
    ) ??
    listProblem(
      'controls',
      controls.map(({ key }) => key),
    ) ??
    listProblem(
      'mappings',
      names(({ control, type, technique = '' }) => `${control} ${type} ${technique}`),
    ) ??
    countProblem(file)
  );
}

function countProblem({ editions, controls }: FrameworkFile): string | undefined {
  for (const { id, count } of editions) {
    const ids = controls.flatMap(({ ids: own }) => own[id] ?? []);
    if (ids.length !== count) return `.editions says ${count} controls of ${id}, and there are ${ids.length}`;
    const twice = firstTwice(ids);
    if (twice !== undefined) return `.controls has ${twice} twice in ${id}`;
  }
  return undefined;
}

function listProblem(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return `.${name} is empty`;
  const twice = firstTwice(names);
  return twice === undefined ? undefined : `.${name} has ${twice} twice`;
}

function firstTwice(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.has(name) || !seen.add(name));
}
