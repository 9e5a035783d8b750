import type { PolicyDocument } from '../documents/document';
import { ATTACK, type CanonicalId, type Family } from '../identifiers/grammar';
import type { EditionId, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { DocumentNames } from './documentNames';
import { evidentEdition, type OpenReference } from './editionEvidence';
import type { EditionChoice, Reference } from './reference';

/** What one document shows of the editions that it follows: for each framework looked for when it is asked, and once. */
export class EvidentEditions {
  private readonly known = new Map<Family, EditionChoice | undefined>();

  constructor(
    private readonly document: PolicyDocument,
    private readonly knowledge: KnowledgeBase,
    private readonly names: DocumentNames,
    private readonly open: readonly OpenReference[],
  ) {}

  /** The reference in the edition that its document shows, if nothing nearer settled it and that edition has the id. */
  settle(reference: Reference): Reference {
    const { family, edition, id } = reference;
    const framework = family === ATTACK ? undefined : this.knowledge.frameworks.get(family);
    if (!framework || !edition || !UNSETTLED.has(edition.source)) return reference;
    const evident = this.of(framework);
    return evident && has(framework, evident.edition, id) ? { ...reference, edition: evident } : reference;
  }

  private of(framework: Framework): EditionChoice | undefined {
    const { key } = framework;
    if (!this.known.has(key)) this.known.set(key, this.read(framework));
    return this.known.get(key);
  }

  /** A document that names several editions speaks of each somewhere. */
  private read(framework: Framework): EditionChoice | undefined {
    return this.names.editions(framework.key).size > 1
      ? undefined
      : evidentEdition(this.document, framework, this.open);
  }
}

const UNSETTLED: ReadonlySet<string> = new Set(['default', 'setting']);

function has(framework: Framework, edition: EditionId, id: CanonicalId): boolean {
  return framework.byId(edition, id) !== undefined || framework.isOfEarlier(edition, id);
}
