import type { MappingText, ObjectText } from '../../knowledge/publisherTexts';
import type { MappingSource } from '../../knowledge/records';
import { success, type Result } from '../../text/result';
import type { Steps } from '../../text/steps';
import { isImported } from '../attack/identity';
import { readRelease, type Release } from '../attack/release';
import { readMembers, type Members } from '../json/members';
import { frameworkOf, readMapping, readSource, type MappingFile } from '../mapping/mapping';
import { MAPPING_SPECS, type MappingSpec } from '../mapping/spec';
import type { Fields } from '../values/fields';
import { asFields, asText, isFields } from '../values/fields';
import { within } from '../values/results';
import { attackTexts } from './attackTexts';
import { mappingTexts } from './mappingTexts';

/** What a publisher's file turned out to be. */
export type PublisherFile =
  | { readonly kind: 'attack'; readonly release: Release; readonly texts: readonly ObjectText[] }
  | KnownMapping
  | UnknownMapping
  | { readonly kind: 'skipped'; readonly why: string };

/** The mapping of a framework that the program knows. */
export interface KnownMapping {
  readonly kind: 'mapping';
  readonly spec: MappingSpec;
  readonly mapping: MappingFile;
  readonly rows: number;
  readonly texts: readonly MappingText[];
}

/** The mapping of another framework: nothing but texts on techniques. */
export interface UnknownMapping {
  readonly kind: 'other-mapping';
  /** As the file names it. */
  readonly framework: string;
  readonly source: MappingSource;
  readonly rows: number;
  readonly texts: readonly MappingText[];
}

const MAPPING_PUBLISHER = 'Center for Threat-Informed Defense';
const LISTS = ['objects', 'mapping_objects'];
const RELATIONS = new Set<unknown>(['mitigates', 'revoked-by']);
const FRAMES = new Set<unknown>(['x-mitre-collection', 'x-mitre-matrix']);

/** Tells by its content what a file is, and reads all of it; the name says the version if nothing else does. */
export function* readPublisherFile(name: string, bytes: Uint8Array): Steps<Result<PublisherFile>> {
  const read = yield* readMembers(bytes, LISTS, isWanted);
  return read.ok ? recognise(name, read.value) : read;
}

/** Of a bundle, what is imported; of a mapping file, every row. What is no object is kept, to be refused. */
function isWanted(element: unknown): boolean {
  if (!isFields(element) || typeof element['type'] !== 'string') return true;
  const { type, relationship_type: relation } = element;
  return isImported(type) || FRAMES.has(type) || (type === 'relationship' && RELATIONS.has(relation));
}

function recognise(name: string, { members, list }: Members): Result<PublisherFile> {
  if (members['type'] === 'bundle') return readBundle(name, members, list);
  const framework = frameworkOf(members);
  if (framework === undefined)
    return success({ kind: 'skipped', why: 'is neither an ATT&CK bundle nor a mapping file' });
  const spec = MAPPING_SPECS.find(({ explorerId }) => explorerId === framework);
  return spec ? readKnown(name, members, spec) : readOther(framework, members);
}

function readBundle(name: string, members: Fields, list: readonly unknown[]): Result<PublisherFile> {
  const release = readRelease(name, members);
  if (!release.ok) return release;
  const texts = attackTexts(release.value, list.filter(isFields));
  return texts.ok ? success({ kind: 'attack', release: release.value, texts: texts.value }) : texts;
}

function readKnown(name: string, members: Fields, spec: MappingSpec): Result<PublisherFile> {
  const mapping = readMapping(name, members, spec);
  if (!mapping.ok) return mapping;
  const texts = readTexts(members);
  if (!texts.ok) return texts;
  const { rows, texts: own } = texts.value;
  return success({ kind: 'mapping', spec, mapping: mapping.value, rows, texts: own });
}

function readOther(framework: string, members: Fields): Result<PublisherFile> {
  const name = within('metadata', asText(framework));
  if (!name.ok) return name;
  const metadata = within('metadata', asFields(members['metadata']));
  if (!metadata.ok) return metadata;
  const names = { explorerId: name.value, mappingPublisher: MAPPING_PUBLISHER };
  const source = within('metadata', readSource(metadata.value, names));
  if (!source.ok) return source;
  const texts = readTexts(members);
  if (!texts.ok) return texts;
  return success({ kind: 'other-mapping', framework: name.value, source: source.value, ...texts.value });
}

function readTexts(members: Fields): Result<{ readonly rows: number; readonly texts: MappingText[] }> {
  const list = Array.isArray(members['mapping_objects']) ? members['mapping_objects'] : [];
  const texts = mappingTexts(list.filter(isFields));
  return texts.ok ? success({ rows: list.length, texts: texts.value }) : texts;
}
