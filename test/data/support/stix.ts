import type { AttackChange, AttackDomain, AttackRecord } from '../../../src/core/knowledge/records';
import { buildTimeline } from '../../../src/core/publisher/attack/timeline';
import type { Release } from '../../../src/core/publisher/attack/release';
import { readRelease } from '../../../src/core/publisher/attack/release';
import type { Fields } from '../../../src/core/publisher/values/fields';
import { valueOf } from './results';

/** A STIX object whose STIX id is made of its type and its ATT&CK id. */
export function stix(type: string, id: string, more: Fields = {}): Fields {
  return {
    type,
    id: `${type}--${id}`,
    name: `Name of ${id}`,
    external_references: [
      { source_name: 'elsewhere', external_id: 'X1' },
      { source_name: 'mitre-attack', external_id: id },
    ],
    ...more,
  };
}

export const technique = (id: string, more: Fields = {}) => stix('attack-pattern', id, more);
export const mitigation = (id: string, more: Fields = {}) => stix('course-of-action', id, more);
export const group = (id: string, more: Fields = {}) => stix('intrusion-set', id, more);
export const tactic = (id: string, shortname: string, more: Fields = {}) =>
  stix('x-mitre-tactic', id, { x_mitre_shortname: shortname, ...more });

export const revoked = { revoked: true };
export const deprecated = { x_mitre_deprecated: true };

export function matrix(name: string, tactics: readonly string[], more: Fields = {}): Fields {
  return {
    type: 'x-mitre-matrix',
    id: `x-mitre-matrix--${name}`,
    name,
    tactic_refs: tactics.map((id) => `x-mitre-tactic--${id}`),
    ...more,
  };
}

export function phases(chain: string, ...names: readonly string[]): Fields {
  return { kill_chain_phases: names.map((name) => ({ kill_chain_name: chain, phase_name: name })) };
}

/** `source` and `target` are STIX ids. */
export function relation(type: string, source: string, target: string, more: Fields = {}): Fields {
  const id = `relationship--${source}-${type}-${target}`;
  return {
    type: 'relationship',
    id,
    relationship_type: type,
    source_ref: source,
    target_ref: target,
    ...more,
  };
}

/** Between techniques. */
export function revokedBy(from: string, to: string, more: Fields = {}): Fields {
  return relation('revoked-by', `attack-pattern--${from}`, `attack-pattern--${to}`, more);
}

export function mitigates(from: string, to: string, more: Fields = {}): Fields {
  return relation('mitigates', `course-of-action--${from}`, `attack-pattern--${to}`, more);
}

export function bundle(objects: readonly Fields[]): Fields {
  return { type: 'bundle', id: 'bundle--1', spec_version: '2.0', objects };
}

/** A release of that version, as its file name tells it. */
export function release(
  version: string,
  objects: readonly Fields[],
  domain: AttackDomain = 'enterprise',
): Release {
  return valueOf(readRelease(`${domain}-attack-${version}.json`, bundle(objects)));
}

/** The timeline's record of one id. */
export function recordOf(id: string, ...releases: readonly Release[]): AttackRecord | undefined {
  return buildTimeline(releases).find((record) => record.id === id);
}

export function historyOf(id: string, ...releases: readonly Release[]): readonly AttackChange[] | undefined {
  return recordOf(id, ...releases)?.history;
}
