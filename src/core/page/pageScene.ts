import type { CanonicalId } from '../identifiers/grammar';
import { MAPPING_EDITION, type Control, type EditionId, type Framework } from '../knowledge/framework';
import type { EditionOf, KnowledgeBase } from '../knowledge/knowledgeBase';
import { pageHref, type PageTarget } from '../links/pageAddress';
import { controlTarget } from '../links/pageTarget';
import type { PageTexts } from '../publisher/store/readTexts';
import type { Subject } from '../resolution/subject';
import { emphasis, line, link, type Block, type Run } from '../text/blocks';

/** A place of the workspace that names something. */
export interface PagePlace {
  /** As a reader knows the document: its path in the workspace. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Undefined where no link from the page leads there. */
  readonly href: string | undefined;
}

/** What a page is made from. */
export interface PageScene {
  readonly knowledge: KnowledgeBase;
  /** The edition that numbers the controls of a technique's page. */
  readonly editionOf: EditionOf;
  /** The edition that the address of the page names; links to other pages keep it. */
  readonly edition?: EditionId | undefined;
  /** False if there are no other pages to go to, as on a command line. */
  readonly hasPageLinks: boolean;
  /** What publishers say on the subject of the page, if their texts were imported. */
  readonly texts?: PageTexts | undefined;
  /** Where the workspace names it; undefined without a workspace. */
  readonly placesOf?: ((subject: Subject) => readonly PagePlace[]) | undefined;
}

/** A link to another page, if there are any. */
export function pageRun({ hasPageLinks }: PageScene, target: PageTarget, text: string): Run {
  return hasPageLinks ? link(text, pageHref(target)) : { text };
}

/** `T1021 Remote Services`, as a link to its page. */
export function attackRun(scene: PageScene, id: CanonicalId, version?: string): Run {
  const { edition, knowledge } = scene;
  return pageRun(scene, { id, edition }, `${id} ${knowledge.attack.name(id, version)}`);
}

/** A control's ID and title, with the edition, as a link to its page. */
export function controlRun(
  scene: PageScene,
  framework: Framework,
  control: Control,
  edition: EditionId,
): Run {
  const id = framework.id(control, edition);
  const text = `${id} ${framework.title(control, edition)} (${framework.label(edition)})`;
  return pageRun(scene, controlTarget(framework, id, edition), text);
}

/** The sentence on an ID or a control's key; nothing without one. */
export function summaryBlocks({ knowledge }: PageScene, key: string): Block[] {
  const summary = knowledge.summaries.of(key);
  return summary === undefined ? [] : [line(summary)];
}

export function summaryCell({ knowledge }: PageScene, key: string): Run[] {
  return [{ text: knowledge.summaries.of(key) ?? '' }];
}

/** The last lines of a page: whose facts and sentences these are. */
export function footerBlocks({ knowledge, texts }: PageScene, frameworks: readonly Framework[]): Block[] {
  const mappings = frameworks.map(
    ({ mappedVersion, mapping: { updated, attackVersion, publisher } }) =>
      `Mapping of ${mappedVersion} by the ${publisher}, updated ${updated}, based on ATT&CK ${attackVersion}.`,
  );
  const data = `ATT&CK data up to ${knowledge.attack.newest()}.`;
  const own = texts
    ? 'What isn’t quoted is ours, not the publishers’.'
    : 'The descriptions are ours, not the publishers’.';
  return [...mappings, `${data} ${own} A mapping is not proof of protection.`].map((text) =>
    line(emphasis(text)),
  );
}

/** How a framework is headed that is numbered in an edition. */
export function frameworkTitle(framework: Framework, edition: EditionId): string {
  return edition === MAPPING_EDITION ? framework.name : framework.label(edition);
}
