import type { PolicyDocument } from '../documents/document';
import type { Place } from '../documents/place';
import type { Candidate } from '../identifiers/candidates';
import { domainOf } from '../identifiers/grammar';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { readToken, type Token } from './token';

/** A candidate that its surroundings let stand, with where it stands. */
export interface Sighting {
  readonly candidate: Candidate;
  readonly token: Token;
  readonly place: Place;
  /** True where the knowledge base has the id, in any edition or version. */
  readonly isKnown: boolean;
}

/** Ids that stand together: in one cell, on one line, under one key. */
export interface Company {
  readonly domains: ReadonlySet<string>;
  readonly techniques: number;
}

/** Reads what stands around every candidate of a document. */
export function sight(document: PolicyDocument, knowledge: KnowledgeBase): Sighting[] {
  const sightings: Sighting[] = [];
  let previous: Sighting | undefined;
  for (const candidate of document.candidates) {
    const token = readToken(document.text, candidate);
    if (!token || (previous && isTargetOf(document.text, previous, candidate, token))) continue;
    const place = document.structure.placeAt(candidate.span.start);
    const isKnown =
      candidate.family === 'attack' ? knowledge.attack.has(candidate.id) : knowledge.ccm.has(candidate.id);
    previous = { candidate, token, place, isKnown };
    sightings.push(previous);
  }
  return sightings;
}

/** `[T1021](https://attack.mitre.org/techniques/T1021/)`: text and target are one reference where they agree. */
function isTargetOf(text: string, previous: Sighting, candidate: Candidate, token: Token): boolean {
  if (!token.isAttackUrl || previous.candidate.id !== candidate.id) return false;
  const between = text.slice(previous.candidate.span.end, token.start);
  return between.length < 200 && between.endsWith('](') && !between.slice(0, -2).includes('](');
}

/** Which ids stand together, by the keys that `companyKeys` gives. */
export class Companies {
  private readonly groups = new Map<string, { domains: Set<string>; techniques: number }>();
  /** Domains of the known controls in the whole document. */
  readonly domains = new Set<string>();
  /** Number of known techniques in the whole document. */
  techniques = 0;

  constructor(sightings: readonly Sighting[]) {
    for (const { candidate, place, isKnown } of sightings) {
      if (!isKnown) continue;
      const isControl = candidate.family === 'ccm';
      if (isControl) this.domains.add(domainOf(candidate.id));
      else if (candidate.id.startsWith('T')) this.techniques++;
      for (const key of companyKeys(place)) {
        const group = this.groups.get(key) ?? { domains: new Set<string>(), techniques: 0 };
        if (isControl) group.domains.add(domainOf(candidate.id));
        else if (candidate.id.startsWith('T')) group.techniques++;
        this.groups.set(key, group);
      }
    }
  }

  /** Those in the same cell, line or key. */
  near(place: Place): Company {
    return this.groups.get(nearKey(place)) ?? NOBODY;
  }

  /** Those in the same row, line or mapping. */
  beside(place: Place): Company {
    return this.groups.get(rowKey(place)) ?? NOBODY;
  }
}

const NOBODY: Company = { domains: new Set(), techniques: 0 };

function companyKeys(place: Place): string[] {
  const near = nearKey(place);
  const row = rowKey(place);
  return near === row ? [near] : [near, row];
}

function nearKey(place: Place): string {
  if (place.cell) return `cell ${place.cell.start}`;
  const key = place.keys[0];
  return key ? `key ${key.line}:${key.column}` : `line ${place.line}`;
}

/** A row of a table, a mapping of YAML, or else the line. */
function rowKey(place: Place): string {
  if (place.cell) return `row ${place.line}`;
  const named = place.keys.findIndex((key) => key.name !== '');
  if (named < 0) return `line ${place.line}`;
  const holder = place.keys[named + 1];
  return holder ? `mapping ${holder.line}:${holder.column}` : 'mapping top';
}
