import type { CanonicalId } from '../identifiers/grammar';
import type { Framework } from '../knowledge/framework';
import type { AttackTimeline } from '../knowledge/attack';
import { compareVersions } from '../knowledge/compareVersions';
import type { Coverage } from './coverage';
import type { ControlLine, ControlRole } from './controls';
import type { TechniqueLine, TechniqueState } from './techniques';

/** The techniques of one tactic. One that serves several tactics is in the group of each. */
export interface TacticGroup {
  /** Undefined for techniques that have no tactic. */
  readonly id: CanonicalId | undefined;
  readonly name: string;
  readonly techniques: readonly TechniqueLine[];
  readonly counts: Readonly<Record<TechniqueState, number>>;
}

/** The controls of one domain. */
export interface DomainGroup {
  readonly code: string;
  readonly name: string;
  readonly framework: Framework;
  readonly controls: readonly ControlLine[];
  readonly counts: Readonly<Record<ControlRole, number>>;
}

/** In the order of ATT&CK's matrix; tactics without a technique are left out. */
export function byTactic({ knowledge, techniques, attackVersion }: Coverage): TacticGroup[] {
  const { attack } = knowledge;
  const groups = new Map<CanonicalId | undefined, TechniqueLine[]>();
  for (const id of [...matrixOf(attack, attackVersion), undefined]) groups.set(id, []);
  for (const technique of techniques) {
    const { tactics } = technique.facts;
    for (const tactic of tactics.length > 0 ? tactics : [undefined]) {
      const group = groups.get(tactic);
      if (group) group.push(technique);
      else groups.set(tactic, [technique]);
    }
  }
  return [...groups]
    .filter(([, lines]) => lines.length > 0)
    .map(([id, lines]) => ({
      id,
      name: id === undefined ? 'No tactic' : tacticName(attack, id, attackVersion),
      techniques: lines,
      counts: {
        addressed: countOf(lines, 'addressed'),
        gap: countOf(lines, 'gap'),
        'no-mapped-control': countOf(lines, 'no-mapped-control'),
      },
    }));
}

/** Every tactic of the matrices, in their order, with its name. */
export function tacticsInOrder({
  knowledge: { attack },
  attackVersion,
}: Coverage): { readonly id: CanonicalId; readonly name: string }[] {
  return matrixOf(attack, attackVersion).map((id) => ({ id, name: tacticName(attack, id, attackVersion) }));
}

/** Tactics of the other domains have the names of enterprise tactics: `Impact (ICS)`. */
function tacticName(attack: AttackTimeline, id: CanonicalId, version: string): string {
  const name = attack.name(id, version);
  const [domain = 'enterprise'] = attack.at(id)?.domains ?? [];
  if (domain === 'enterprise') return name;
  return `${name} (${domain === 'ics' ? 'ICS' : 'Mobile'})`;
}

/** Enterprise first; of each domain, the matrix of the newest release up to the version. */
function matrixOf({ releases }: AttackTimeline, version: string): CanonicalId[] {
  const tactics = (domain: string): readonly string[] => {
    const own = releases.filter((release) => release.domain === domain);
    const upTo = own.filter((release) => compareVersions(release.version, version) <= 0);
    return (upTo.at(-1) ?? own[0])?.tactics ?? [];
  };
  return ['enterprise', 'mobile', 'ics'].flatMap(tactics) as CanonicalId[];
}

/** In the order of the frameworks and their domains; domains without a control are left out. */
export function byDomain({ knowledge, controls }: Coverage): DomainGroup[] {
  return [...knowledge.frameworks.values()].flatMap((framework) =>
    domainsOf(
      framework,
      controls.filter((line) => line.framework === framework),
    ),
  );
}

function domainsOf(framework: Framework, controls: readonly ControlLine[]): DomainGroup[] {
  const groups = new Map<string, ControlLine[]>();
  for (const { code } of framework.domains) groups.set(code, []);
  for (const line of controls) {
    const code = line.domain?.code ?? line.control.domain;
    groups.set(code, [...(groups.get(code) ?? []), line]);
  }
  return [...groups]
    .filter(([, lines]) => lines.length > 0)
    .map(([code, lines]) => ({
      code,
      name: lines[0]?.domain?.name ?? code,
      framework,
      controls: lines,
      counts: {
        addressing: roleCount(lines, 'addressing'),
        unneeded: roleCount(lines, 'unneeded'),
        'without-mapping': roleCount(lines, 'without-mapping'),
        'not-cited': roleCount(lines, 'not-cited'),
      },
    }));
}

function countOf(lines: readonly TechniqueLine[], state: TechniqueState): number {
  return lines.filter((line) => line.state === state).length;
}

function roleCount(lines: readonly ControlLine[], role: ControlRole): number {
  return lines.filter((line) => line.role === role).length;
}
