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
import { contains, lastStartingBy } from '../text/span';

/**
 * Everything derived from one version of one document under given settings. Each part is computed on first use,
 * and once; hovers, findings, lenses and the command line all read the same one.
 */
export class Analysis {
  private lazyReferences: readonly Reference[] | undefined;
  private lazyCounted: KnowledgeBase | undefined;
  private lazyStated: StatedTactics | undefined;
  private lazyFindings: readonly Finding[] | undefined;
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
    const { frameworks } = this.settings;
    this.lazyReferences ??= findReferences(this.document, this.everything, {
      edition: (family) => frameworks[family]?.edition ?? 'auto',
      assume: (family) => frameworks[family]?.assume ?? 'auto',
    }).filter(({ family }) => family === ATTACK || this.knowledge.frameworks.has(family));
    return this.lazyReferences;
  }

  /** The tactics that the document states with its techniques. */
  get statedTactics(): StatedTactics {
    this.lazyStated ??= new StatedTactics(this.document, this.references);
    return this.lazyStated;
  }

  /** With the frameworks alone that counts of the document speak of. */
  get counted(): KnowledgeBase {
    this.lazyCounted ??= this.knowledge.only(
      countedFrameworks(this.knowledge, this.references, this.document.text).map(({ key }) => key),
    );
    return this.lazyCounted;
  }

  get findings(): readonly Finding[] {
    this.lazyFindings ??= check(this.document, this.references, this.knowledge, {
      severities: this.settings.rules,
      attackVersion: this.settings.attackVersion,
      catalogs: this.settings.catalogs,
    });
    return this.lazyFindings;
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
