import { message } from '../text/message';
import { GROUPS, type DocumentTreeInput } from './treeInput';
import { SEVERITY_ICONS } from './icons';
import type { TreeNode } from './node';

/** The findings of a document, in order of place: those of the Problems panel. */
export function findingNodes({ analysis, uri }: DocumentTreeInput): TreeNode[] {
  const seen = new Map<string, number>();
  return analysis.findings.map(({ rule, span, severity, message: label, reference }) => {
    const range = analysis.document.lines.rangeOf(span);
    const key = `${rule} ${reference.id}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return {
      id: `${GROUPS.findings}/${key} ${nth}`,
      label,
      description: message('{0} · line {1}', rule, String(range.start.line + 1)),
      icon: SEVERITY_ICONS[severity],
      accessibilityLabel: message(severity),
      place: { uri, range },
    };
  });
}
