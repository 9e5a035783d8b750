import { ATTACK } from '../identifiers/grammar';
import { PolicyDocument } from '../documents/document';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { findReferences } from '../recognition/recognize';
import type { Reference } from '../recognition/reference';
import { resolveReference, type Resolution } from '../resolution/resolve';
import { StatedTactics } from '../resolution/statedTactics';
import { countedFrameworks } from '../resolution/usedFrameworks';
import { check } from '../rules/check';
import type { Finding } from '../rules/rule';
import type { Settings } from '../settings/settings';
import { Derived } from '../text/derived';
import { contains, lastStartingBy } from '../text/span';

/**
 * Everything derived from one version of one document under given settings. Each part is computed on first use,
 * and once; hovers, findings, lenses and the command line all read the same one.
 */
export class Analysis {
  private readonly derived = new Derived<Analysis>(this);
  readonly document: PolicyDocument;
  /** Without the frameworks that the settings leave out. */
  readonly knowledge: KnowledgeBase;

  constructor(
    text: string,
    languageId: string,
    readonly everything: KnowledgeBase,
    readonly settings: Settings,
  ) {
    this.document = new PolicyDocument(text, languageId);
    this.knowledge = everything.only(settings.enabledFrameworks);
  }

  /** In order of place. */
  get references(): readonly Reference[] {
    return this.once(referencesOf);
  }

  /** The tactics that the document states with its techniques. */
  get statedTactics(): StatedTactics {
    return this.once(statedTacticsOf);
  }

  /** With the frameworks alone that counts of the document speak of. */
  get counted(): KnowledgeBase {
    return this.once(countedOf);
  }

  get findings(): readonly Finding[] {
    return this.once(findingsOf);
  }

  /** What a function derives from this analysis, made when it is first needed; see `Derived`. */
  once<T, Keys extends readonly (string | undefined)[]>(
    make: (analysis: Analysis, ...keys: Keys) => T,
    ...keys: Keys
  ): T {
    return this.derived.once(make, ...keys);
  }

  /** A technique with the controls of the frameworks that are counted. */
  resolve(reference: Reference): Resolution {
    const knowledge = reference.family === ATTACK ? this.counted : this.knowledge;
    return resolveReference(knowledge, reference, this.settings.attackVersion);
  }

  /** The references that the offset touches: one, or the members of a range that are not written out. */
  referencesAt(offset: number): readonly Reference[] {
    const written = this.references.filter((reference) => !reference.implied);
    const found =
      written[
        lastStartingBy(
          written.map(({ span }) => span),
          offset,
        )
      ];
    if (found && offset <= found.span.end) return [found];
    const split = written.find(({ parts }) => parts?.some((part) => contains(part, offset)));
    if (split) return [split];
    const members = this.references.filter(
      ({ implied, span }) => implied && span.start <= offset && offset <= span.end,
    );
    const atItsDigits = members.filter(({ span, range }) => span.start !== range?.start); // `CEK-10 to 21`: the 21
    return atItsDigits.length > 0 ? atItsDigits : members;
  }
}

function referencesOf({ document, everything, knowledge, settings: { frameworks } }: Analysis): Reference[] {
  return findReferences(document, everything, {
    edition: (family) => frameworks[family]?.edition ?? 'auto',
    assume: (family) => frameworks[family]?.assume ?? 'auto',
  }).filter(({ family }) => family === ATTACK || knowledge.frameworks.has(family));
}

function countedOf({ document, knowledge, references }: Analysis): KnowledgeBase {
  return knowledge.only(countedFrameworks(knowledge, references, document.text).map(({ key }) => key));
}

function findingsOf({ document, knowledge, references, settings }: Analysis): readonly Finding[] {
  const { rules: severities, attackVersion, noMapping } = settings;
  return check(document, references, knowledge, { severities, attackVersion, noMapping });
}

function statedTacticsOf({ document, references }: Analysis): StatedTactics {
  return new StatedTactics(document, references);
}
