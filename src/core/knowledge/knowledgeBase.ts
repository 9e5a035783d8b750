import { kindOf, type CanonicalId } from '../identifiers/grammar';
import { Derived } from '../text/derived';
import type { AttackTimeline } from './attack';
import type { Control, EditionId, Framework } from './framework';
import { Sentences } from './sentences';
import { Summaries } from './summaries';

/** The edition that each framework is numbered in. */
export type EditionOf = (framework: Framework) => EditionId;

/** All that is known, read-only and shared. */
export class KnowledgeBase {
  private readonly parts = new Map<string, KnowledgeBase>();
  private readonly derived = new Derived<KnowledgeBase>(this);

  constructor(
    readonly attack: AttackTimeline,
    /** By key, in the order in which a reader is shown them. */
    readonly frameworks: ReadonlyMap<string, Framework>,
    readonly summaries: Summaries = new Summaries(undefined),
    /** The publishers' own, if they were imported. */
    readonly sentences: Sentences = new Sentences([]),
  ) {}

  /** What a function derives from the data, made when it is first needed; see `Derived`. */
  once<T, Keys extends readonly (string | undefined)[]>(
    make: (knowledge: KnowledgeBase, ...keys: Keys) => T,
    ...keys: Keys
  ): T {
    return this.derived.once(make, ...keys);
  }

  /** A framework that was loaded; another key is a bug. */
  framework(key: string): Framework {
    const framework = this.frameworks.get(key);
    if (!framework) throw new Error(`Not a framework that was loaded: ${key}`);
    return framework;
  }

  /** The framework that an id belongs to; undefined for ATT&CK, and for a framework that is left out. */
  frameworkOf(id: CanonicalId): Framework | undefined {
    return this.frameworks.get(kindOf(id).family);
  }

  /** The framework of a control's key, and the control. */
  controlOf(key: string): { readonly framework: Framework; readonly control: Control } | undefined {
    for (const framework of this.frameworks.values()) {
      const control = framework.control(key);
      if (control) return { framework, control };
    }
    return undefined;
  }

  /** The framework that comes first; there is always one. */
  get first(): Framework {
    const [framework] = this.frameworks.values();
    if (!framework) throw new Error('No framework was loaded');
    return framework;
  }

  /** As a reader is told an edition: the label of that of an id, `ATT&CK` without one. */
  editionLabel(id: CanonicalId, edition: EditionId | undefined): string {
    return edition === undefined ? 'ATT&CK' : (this.frameworkOf(id)?.label(edition) ?? edition);
  }

  /** The same with these frameworks alone; with all of them if none is known. */
  only(keys: readonly string[]): KnowledgeBase {
    const kept = [...this.frameworks].filter(([key]) => keys.includes(key));
    if (kept.length === 0 || kept.length === this.frameworks.size) return this;
    const name = kept.map(([key]) => key).join(' ');
    const part =
      this.parts.get(name) ?? new KnowledgeBase(this.attack, new Map(kept), this.summaries, this.sentences);
    this.parts.set(name, part);
    return part;
  }
}
