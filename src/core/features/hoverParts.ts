import type { Analysis } from '../analysis/analysis';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import { emphasis, line, notice, strong, type Block } from './blocks';
import { unresolvedText, type Unresolved } from './unresolved';

/** The last line of a hover: which mapping, of which date, against which version. */
export function footer({ attack, ccm }: KnowledgeBase): Block {
  const { frameworkVersion, attackVersion, updated } = ccm.mapping;
  return line(
    emphasis(
      `Mapping ${ccm.name} ${frameworkVersion} of ${updated}, made against ATT&CK ${attackVersion}; ATT&CK data up to ${attack.newest()}. A mapping is not proof of protection.`,
    ),
  );
}

/** Where a document declares the edition that it follows. */
export function whereToDeclare({ document }: Analysis): string {
  switch (document.kind) {
    case 'markdown':
      return 'in the front matter';
    case 'yaml':
      return 'with a key at the top';
    case 'plain':
      return 'with a line at the top';
  }
}

/** How it declares it. */
export function declaration({ document }: Analysis, edition: string): string {
  return document.kind === 'plain' ? `control-lens-edition CCM ${edition}` : `ccm_version: ${edition}`;
}

/** What is told of an id that names nothing here. */
export function unknownBlocks(knowledge: KnowledgeBase, resolution: Unresolved): Block[] {
  return [line(strong(resolution.id)), notice('info', unresolvedText(knowledge, resolution))];
}
