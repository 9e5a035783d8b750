import { isFramework } from '../frameworks/registry';
import { canonicalId } from '../identifiers/grammar';
import { compareIds } from '../knowledge/compareIds';
import type { MappingText } from '../knowledge/publisherTexts';
import { controlTarget } from '../links/pageTarget';
import type { SourcedMappings } from '../publisher/store/readTexts';
import { heading, joined, line, link, quote, strong, type Block, type Run } from '../text/blocks';
import { groupedBy } from '../text/groupedBy';
import { counted } from '../text/message';
import { attackRun, pageRun, type PageScene } from './pageScene';
import { ownerBlock, quotedRuns } from './publisherTexts';

/** Of one mapping file; a technique may have a hundred rows in some. */
const MAX_ENTRIES = 25;
const MAX_REFERENCES = 20;

/** What mapping files of the frameworks on the page say on each of its mappings. */
export function mappingTextBlocks(scene: PageScene): Block[] {
  const own = sourcesOf(scene).filter(({ source: { framework = '' } }) => isShown(scene, framework));
  return own.length === 0
    ? []
    : [heading(2, 'Comments on the mappings'), ...own.flatMap((each) => sourceBlocks(scene, each))];
}

/** What mapping files of other frameworks say on a technique. */
export function otherMappingBlocks(scene: PageScene): Block[] {
  const others = sourcesOf(scene).filter(({ source: { framework = '' } }) => !isKnown(scene, framework));
  return others.length === 0
    ? []
    : [heading(2, 'Other mappings'), ...others.flatMap((each) => sourceBlocks(scene, each))];
}

function sourcesOf({ texts }: PageScene): readonly SourcedMappings[] {
  return (texts?.mappings ?? []).filter((each) => each.texts.length > 0);
}

function isShown({ knowledge }: PageScene, framework: string): boolean {
  return knowledge.frameworks.has(framework);
}

/** A framework that the program knows may be left out by the settings; then it is no other one either. */
function isKnown(scene: PageScene, framework: string): boolean {
  return isShown(scene, framework) || isFramework(framework);
}

function sourceBlocks(scene: PageScene, { source, texts }: SourcedMappings): Block[] {
  const sorted = texts.toSorted(
    (a, b) => compareIds(a.capability, b.capability) || compareIds(a.technique, b.technique),
  );
  const groups = [...groupedBy(sorted, sameWords).values()];
  const rest = groups.slice(MAX_ENTRIES).reduce((sum, group) => sum + group.length, 0);
  return [
    heading(3, source.title),
    ...groups.slice(0, MAX_ENTRIES).flatMap((group) => entryBlocks(scene, source.framework ?? '', group)),
    ...(rest > 0 ? [line(`and ${counted(rest, 'more mapping')}`)] : []),
    ownerBlock(source),
  ];
}

/** Rows of a control that say the same of several techniques are shown together. */
function sameWords({ capability, type, score, comment, references }: MappingText): string {
  return JSON.stringify([capability, type, score, comment, references]);
}

function entryBlocks(scene: PageScene, framework: string, group: readonly MappingText[]): Block[] {
  const [first] = group;
  if (!first) return [];
  const { type, score, comment, references } = first;
  const techniques = group.map(({ technique }) => techniqueRun(scene, technique));
  const what = score === undefined ? ` ${type} ` : ` ${type} (${score}) `;
  return [
    line(...capabilityRuns(scene, framework, first), what, ...joined(techniques, ', ')),
    ...(comment === undefined ? [] : [quote(quotedRuns(scene, comment))]),
    line('References: ', ...referenceRuns(references)),
  ];
}

function techniqueRun(scene: PageScene, technique: string): Run {
  return attackRun(scene, canonicalId(technique));
}

/** A control, numbered as the page numbers its framework; a capability of another framework as its file has it. */
function capabilityRuns(scene: PageScene, key: string, { capability, title }: MappingText): Run[] {
  const framework = scene.knowledge.frameworks.get(key);
  const control = framework?.control(capability);
  if (!framework || !control)
    return [strong(title === undefined || title === capability ? capability : `${capability} ${title}`)];
  const edition = framework.editionWith(control, scene.editionOf(framework));
  const id = framework.id(control, edition);
  return [
    { ...pageRun(scene, controlTarget(framework, id, edition), id), style: 'strong' },
    { text: ' ' },
    strong(framework.title(control, edition)),
  ];
}

/** Addresses as links, texts as they are. */
function referenceRuns(references: readonly string[] = []): Run[] {
  if (references.length === 0) return [{ text: 'none' }];
  const shown = references.slice(0, MAX_REFERENCES);
  const runs = shown.map((each) => (/^https:\/\/\S+$/.test(each) ? link(each, each) : { text: each }));
  const rest = references.length - shown.length;
  return [...joined(runs, ' · '), ...(rest > 0 ? [{ text: ` and ${rest} more` }] : [])];
}
