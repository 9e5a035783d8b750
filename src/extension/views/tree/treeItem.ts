import * as vscode from 'vscode';
import type { NodeIcon, TreeNode } from '../../../core/views/node';
import type { Pages } from '../../../core/views/entities';
import { COMMANDS } from '../../contributions';

/** The tooltip is left out: it is made when somebody asks for it. */
export function toTreeItem(node: TreeNode, pages: Pages | undefined): vscode.TreeItem {
  const {
    id,
    label,
    description,
    accessibleDescription = description,
    accessibilityLabel,
    icon,
    place,
  } = node;
  const item = new vscode.TreeItem(label.text, collapsibleStateOf(node));
  item.id = id;
  if (description) item.description = description.text;
  if (icon) item.iconPath = toThemeIcon(icon);
  item.contextValue = contextOf(node, pages);
  const told = [label, accessibleDescription, accessibilityLabel].map((each) => each?.text).filter(Boolean);
  item.accessibilityInformation = { label: told.join(', ') };
  if (place)
    item.command = {
      command: COMMANDS.openNode,
      title: 'Open',
      arguments: [node, 'keep focus'],
    };
  return item;
}

function collapsibleStateOf({ children, isExpanded }: TreeNode): vscode.TreeItemCollapsibleState {
  if (!children) return vscode.TreeItemCollapsibleState.None;
  return isExpanded === true
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

function toThemeIcon({ name, color }: NodeIcon): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
}

/** What can be done with a node, in words that `when` clauses look for: `place id attack explorer`. */
function contextOf({ place, entity }: TreeNode, pages: Pages | undefined): string {
  return [
    place && 'place',
    entity && 'id',
    pages?.attack !== undefined && 'attack',
    pages?.explorer !== undefined && 'explorer',
  ]
    .filter(Boolean)
    .join(' ');
}
