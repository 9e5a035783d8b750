import { parseIdentifier } from '../identifiers/grammar';
import type { Citation, ImportedSource } from '../knowledge/publisherTexts';
import { publisherParagraphs, type TextParagraph, type TextPart } from '../publisher/texts/markdown';
import { emphasis, heading, line, link, quote, type Block, type Run } from '../text/blocks';
import { attackRun, pageRun, type PageScene } from './pageScene';

/** The publisher's description of an ATT&CK object, with what it cites. */
export function descriptionBlocks(scene: PageScene): Block[] {
  const { object } = scene.texts ?? {};
  const { description, citations = [] } = object?.text ?? {};
  if (!object || description === undefined) return [];
  return [
    heading(2, 'Description'),
    quote(quotedRuns(scene, description, citations)),
    ...referenceBlocks(citations),
    ownerBlock(object.source),
  ];
}

/** How each of ATT&CK's mitigations is used against a technique. */
export function useBlocks(scene: PageScene): Block[] {
  const { object } = scene.texts ?? {};
  const uses = object?.text.mitigations ?? [];
  if (!object || uses.length === 0) return [];
  const blocks = uses.flatMap(({ id, text, citations = [] }): Block[] => {
    const mitigation = parseIdentifier(id);
    const name = mitigation ? attackRun(scene, mitigation) : { text: id };
    return [
      line({ ...name, style: 'strong' }),
      quote(quotedRuns(scene, text, citations)),
      ...referenceBlocks(citations),
    ];
  });
  return [heading(3, 'How they are used'), ...blocks, ownerBlock(object.source)];
}

/** A publisher's Markdown as paragraphs; each citation has the number of its reference. */
export function quotedRuns(
  scene: PageScene,
  markdown: string,
  citations: readonly Citation[] = [],
): (readonly Run[])[] {
  const numbers = new Map(citations.map(({ name }, index) => [name, index + 1]));
  return publisherParagraphs(markdown)
    .map((paragraph) => paragraphRuns(scene, paragraph, numbers))
    .filter((runs) => runs.length > 0);
}

function paragraphRuns(
  scene: PageScene,
  { isItem, parts }: TextParagraph,
  numbers: ReadonlyMap<string, number>,
): Run[] {
  const runs = parts.flatMap((part): Run[] => {
    if (part.citation === undefined) return [partRun(scene, part)];
    const number = numbers.get(part.citation);
    return number === undefined ? [] : [{ text: ` [${number}]` }];
  });
  const apart = runs.flatMap((run, index) =>
    run.style === 'code' && runs[index - 1]?.style === 'code' ? [{ text: ' ' }, run] : [run],
  );
  return isItem && apart.length > 0 ? [{ text: '• ' }, ...apart] : apart;
}

function partRun(scene: PageScene, { text, style, href }: TextPart): Run {
  if (href === undefined) return { text, ...(style === undefined ? {} : { style }) };
  const id = attackIdAt(href);
  const hasPage = id !== undefined && scene.knowledge.attack.has(id);
  const run =
    hasPage && scene.hasPageLinks ? pageRun(scene, { id, edition: scene.edition }, text) : link(text, href);
  return style === undefined ? run : { ...run, style };
}

const ATTACK_PAGE = /^https:\/\/attack\.mitre\.org\/[a-z]+\/([A-Z]{1,2}\d{4})(?:\/(\d{3}))?\/?$/;

/** Of an address of MITRE's site. */
function attackIdAt(href: string): ReturnType<typeof parseIdentifier> {
  const [, id, sub] = ATTACK_PAGE.exec(href) ?? [];
  return id === undefined ? undefined : parseIdentifier(sub === undefined ? id : `${id}.${sub}`);
}

function referenceBlocks(citations: readonly Citation[]): Block[] {
  if (citations.length === 0) return [];
  return [
    line({ text: 'References:' }),
    ...citations.map(({ text, url }, index) =>
      line(`[${index + 1}] `, url === undefined ? text : link(text, url)),
    ),
  ];
}

/** Whose text it is, and under which terms. */
export function ownerBlock({ title, publisher, date, licence, licenceUrl }: ImportedSource): Block {
  const dated = date === '' ? '' : `, ${date}`;
  return line(emphasis(`${title}${dated}. © ${publisher}. Terms:`), ' ', link(licence, licenceUrl));
}
