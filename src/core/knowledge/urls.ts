import { parentOf, type CanonicalId, type IdentifierKind } from '../identifiers/grammar';
import type { MappingSource } from './records';

const ATTACK_SITE = 'https://attack.mitre.org';
const EXPLORER_SITE = 'https://center-for-threat-informed-defense.github.io/mappings-explorer';

const ATTACK_FOLDERS: Readonly<Partial<Record<IdentifierKind, string>>> = {
  technique: 'techniques',
  'sub-technique': 'techniques',
  tactic: 'tactics',
  mitigation: 'mitigations',
  group: 'groups',
  software: 'software',
  campaign: 'campaigns',
  'data-source': 'datasources',
  'data-component': 'datacomponents',
  'detection-strategy': 'detectionstrategies',
};

/** The part of the site's addresses that objects of a kind have: `tactics`; none for a control. */
export function attackFolder(kind: IdentifierKind): string | undefined {
  return ATTACK_FOLDERS[kind];
}

/** The page of an object on MITRE's site: `…/techniques/T1021/007/`. */
export function attackUrl(id: CanonicalId, kind: IdentifierKind): string {
  const path = kind === 'sub-technique' ? `${parentOf(id)}/${id.slice(-3)}` : id;
  return `${ATTACK_SITE}/${ATTACK_FOLDERS[kind] ?? 'techniques'}/${path}/`;
}

/** The Mappings Explorer's page of a technique, in the ATT&CK version that the mapping was made against. */
export function explorerTechniqueUrl(id: CanonicalId, mapping: MappingSource): string {
  return `${EXPLORER_SITE}/attack/attack-${mapping.attackVersion}/domain-${mapping.attackDomain}/techniques/${id}/`;
}

/** The Mappings Explorer's page of a control; the id is the one that the mapping file uses. */
export function explorerControlUrl(mappingId: string, mapping: MappingSource): string {
  const framework = mapping.explorerId;
  const version = `attack-${mapping.attackVersion}/domain-${mapping.attackDomain}`;
  const edition = `${framework}-${mapping.frameworkVersion}`;
  return `${EXPLORER_SITE}/external/${framework}/${version}/${edition}/${encodeURIComponent(mappingId)}/`;
}
