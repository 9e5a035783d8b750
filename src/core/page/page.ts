import { leftOutText } from '../explain/explain';
import type { EditionId, Framework } from '../knowledge/framework';
import type { EditionOf } from '../knowledge/knowledgeBase';
import type { PageTarget } from '../links/pageAddress';
import type { AttackFound } from '../resolution/resolve';
import { unresolvedText, type Unresolved } from '../resolution/unresolved';
import { heading, joined, line, type Block } from '../text/blocks';
import { attackBlocks } from './attackPage';
import { controlBlocks } from './controlPage';
import { controlRun, footerBlocks, type PageScene } from './pageScene';
import { placeBlocks } from './placeBlocks';
import { resolvePage } from './resolvePage';

/** The reading page of an ID: everything that is known of it. */
export function pageBlocks(given: PageScene, target: PageTarget): Block[] {
  const scene = numberedAs(given, target.edition);
  const resolution = resolvePage(scene.knowledge, target);
  if (!resolution) return [heading(1, target.id), line(leftOutText(target.id))];
  const places = placeBlocks(scene, resolution);
  switch (resolution.kind) {
    case 'attack':
      return framed(attackBlocks(scene, resolution), mappingsOf(scene, resolution));
    case 'control':
      return framed(controlBlocks(scene, resolution), [resolution.framework]);
    default:
      return framed(unknownBlocks(scene, resolution), []);
  }

  function framed(blocks: readonly Block[], frameworks: readonly Framework[]): Block[] {
    return [...blocks, ...places, ...footerBlocks(scene, frameworks)];
  }
}

/** The frameworks whose mappings are on the page. */
function mappingsOf({ knowledge }: PageScene, { facts: { kind } }: AttackFound): readonly Framework[] {
  return kind === 'technique' || kind === 'sub-technique' ? [...knowledge.frameworks.values()] : [];
}

/** Frameworks that don't have the edition are numbered as before. */
function numberedAs(scene: PageScene, edition: EditionId | undefined): PageScene {
  if (edition === undefined) return scene;
  const editionOf: EditionOf = (framework) =>
    framework.hasEdition(edition) ? edition : scene.editionOf(framework);
  return { ...scene, editionOf, edition };
}

/** What the ID may be, and links to what it means in the editions that have it. */
function unknownBlocks(scene: PageScene, resolution: Unresolved): Block[] {
  const framework = scene.knowledge.frameworkOf(resolution.id);
  const readings = framework?.readings(resolution.id) ?? [];
  const runs = readings.flatMap(({ control, edition }) =>
    framework ? [controlRun(scene, framework, control, edition)] : [],
  );
  return [
    heading(1, resolution.id),
    line(unresolvedText(scene.knowledge, resolution)),
    ...(runs.length === 0 ? [] : [line(...joined(runs, ' · '))]),
  ];
}
