import { domainOf, parentOf, type CanonicalId } from '../identifiers/grammar';
import type { EditionId, Framework } from '../knowledge/framework';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { titleWords } from '../knowledge/titles';
import type { Reference } from '../recognition/reference';
import type { ControlFound } from '../resolution/resolve';
import { listed, message } from '../text/message';
import { otherNameBeside, pairedTitle } from './namesBeside';
import type { Resolved, Rule, RuleContext, Verdict } from './rule';
import { contentOf, isTitleLike } from './titleContent';
import { otherControlBeside } from './titleMismatch';

export const inventedTitle: Rule = {
  id: 'invented-title',
  title: "Title that the publisher doesn't use",
  description:
    'An ID in a pair with a title that shares no word with any title of that control or technique, in any bundled edition or release.',
  defaultSeverity: 'information',
  judge: (context) => {
    return context.resolved.flatMap((resolved) => {
      const verdict = judge(resolved, context);
      return verdict ? [{ reference: resolved.reference, ...verdict }] : [];
    });
  },
};

function judge(
  { reference, resolution }: Resolved,
  context: RuleContext,
): Omit<Verdict, 'reference'> | undefined {
  const { document, knowledge } = context;
  const pair = pairedTitle(document, reference); // most IDs have none
  if (!pair || !isTitleLike(pair.text)) return undefined;
  const published = knowledge.once(publishedTitlesOf);
  const own = published.knowsWordsOf(pair.text) && ownTitles(reference, resolution, knowledge);
  if (!own) return undefined;
  const edition = reference.edition?.edition ?? '';
  const other = published.idOf(pair.text, resolution.id, edition);
  if (!isInvented(pair.text, own, other !== undefined)) return undefined;
  if (isTitleOfAnother({ reference, resolution }, context)) return undefined;
  return {
    ...(other === undefined ? {} : { replacements: [other] }),
    titles: own.current,
    message: message(
      "{1} calls {0} {2}, not '{3}'.",
      resolution.id,
      own.publisher,
      quoted(own.current),
      pair.text,
    ),
  };
}

/** The title is another's: title-mismatch or name-mismatch says so. */
function isTitleOfAnother(
  { reference, resolution }: Resolved,
  { document, knowledge: { attack }, attackDomain }: RuleContext,
): boolean {
  if (resolution.kind !== 'control')
    return otherNameBeside(document, reference, attack, attackDomain()) !== undefined;
  return otherControlBeside(document, reference, resolution.control, resolution.framework) !== undefined;
}

function quoted(titles: readonly string[]): string {
  return listed(
    titles.map((title) => `'${title}'`),
    'or',
  );
}

/** What a publisher calls an id. */
export interface OwnTitles {
  readonly publisher: string;
  /** In the edition that the reference follows; all of them if it follows none. */
  readonly current: readonly string[];
  /** In any edition, with the names of what is above it. */
  readonly ever: readonly string[];
  /** Words of its whole domain, which set no control of it apart. */
  readonly domain: ReadonlySet<string>;
  /** Words of its domain or of tactics: a text of these alone is no title. */
  readonly above: ReadonlySet<string>;
}

function ownTitles(
  { edition }: Reference,
  resolution: Resolved['resolution'],
  knowledge: KnowledgeBase,
): OwnTitles | undefined {
  if (resolution.kind === 'control') return controlTitles(resolution, edition?.source === 'default');
  if (resolution.kind !== 'attack') return undefined;
  const { kind } = resolution.facts;
  return kind === 'technique' || kind === 'sub-technique'
    ? techniqueTitles(resolution.id, knowledge)
    : undefined;
}

function controlTitles(
  { framework, id, edition, control, otherReadings }: ControlFound,
  isOpen: boolean,
): OwnTitles {
  const own = { edition, control };
  const readings = [own, ...otherReadings];
  const codes = [id, ...(Object.values(control.ids) as CanonicalId[])].map(domainOf); // IVS became I&S
  const domain = new Set(codes.flatMap((code) => contentOf(framework.domain(code)?.name ?? '')));
  const isNamed = !isOpen && framework.published.some((each) => each.id === edition);
  const current = isOpen ? readings : [own];
  return {
    publisher: isNamed ? framework.label(edition) : framework.name,
    current: [...new Set(current.map((each) => framework.title(each.control, each.edition)))],
    ever: readings.flatMap((each) => Object.values(each.control.titles)),
    domain,
    above: domain,
  };
}

function techniqueTitles(id: CanonicalId, knowledge: KnowledgeBase): OwnTitles {
  const { attack } = knowledge;
  const family = [id, parentOf(id), ...attack.subTechniques(id)];
  return {
    publisher: 'ATT&CK',
    current: [attack.name(id)],
    ever: family.flatMap((each) => attack.namesEver(each)),
    domain: new Set(),
    above: knowledge.once(wordsOfTactics),
  };
}

function wordsOfTactics({ attack }: KnowledgeBase): ReadonlySet<string> {
  const names = attack.ids('tactic').flatMap((each) => attack.namesEver(each));
  return new Set(names.flatMap((name) => contentOf(name)));
}

function publishedTitlesOf(knowledge: KnowledgeBase): PublishedTitles {
  return new PublishedTitles(knowledge);
}

/** Fewer words say too little beside one that the whole domain shares: `Integrity Checks` may well be SI-7. */
const MIN_WORDS = 2;

/** No word in common but those of the whole domain; a title that is made of these alone says nothing. */
function isInvented(text: string, { ever, domain, above }: OwnTitles, isOfAnother: boolean): boolean {
  const given = contentOf(text);
  const telling = given.filter((stem) => !domain.has(stem));
  if (telling.every((stem) => above.has(stem))) return false;
  const own = new Set(ever.flatMap((title) => contentOf(title)));
  if (telling.some((stem) => own.has(stem))) return false;
  return isOfAnother || telling.length >= MIN_WORDS || !given.some((stem) => own.has(stem));
}

/** Every title that the publishers gave, by its words. */
class PublishedTitles {
  private readonly words = new Set<string>();
  private readonly ids = new Map<string, CanonicalId>();

  constructor(private readonly knowledge: KnowledgeBase) {
    this.fill();
  }

  /** Whether half of the words at least are of published titles: then it is English, and about security. */
  knowsWordsOf(text: string): boolean {
    const stems = contentOf(text);
    return stems.filter((stem) => this.words.has(stem)).length * 2 >= stems.length;
  }

  /** The control of the same edition, or the technique, that has this title. */
  idOf(text: string, own: CanonicalId, edition: EditionId): CanonicalId | undefined {
    const family = this.knowledge.frameworkOf(own)?.key ?? '';
    return this.ids.get(`${family} ${edition} ${titleWords(text)}`);
  }

  private fill(): void {
    for (const framework of this.knowledge.frameworks.values()) this.addControls(framework);
    const { attack } = this.knowledge;
    for (const id of attack.ids('technique', 'sub-technique'))
      if (attack.at(id)?.status === 'current') this.add(' ', id, attack.name(id));
  }

  private addControls(framework: Framework): void {
    const editions = new Set([...framework.published.map(({ id }) => id), framework.mappingEdition]);
    for (const edition of editions)
      for (const id of framework.idsIn(edition)) {
        const control = framework.byId(edition, id);
        if (control) this.add(`${framework.key} ${edition}`, id, framework.title(control, edition));
      }
  }

  private add(scope: string, id: CanonicalId, title: string): void {
    for (const stem of contentOf(title)) this.words.add(stem);
    const key = `${scope} ${titleWords(title)}`;
    if (!this.ids.has(key)) this.ids.set(key, id);
  }
}
