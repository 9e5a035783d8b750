import type { Severity } from '../rules/rule';
import type { ResolutionStatus } from '../resolution/subject';
import type { ControlRole } from '../coverage/controls';
import type { TechniqueState } from '../coverage/techniques';
import type { NodeIcon } from './node';

const GREEN = 'charts.green';
const YELLOW = 'charts.yellow';
const BLUE = 'charts.blue';
const GRAY = 'disabledForeground';
const RED = 'list.errorForeground';

export const ICONS = {
  framework: { name: 'book' },
  domain: { name: 'library' },
  control: { name: 'shield' },
  unmappedControl: { name: 'shield', color: GRAY },
  tactic: { name: 'milestone' },
  technique: { name: 'zap' },
  unmappedTechnique: { name: 'zap', color: GRAY },
  mitigation: { name: 'tools' },
  other: { name: 'symbol-misc' },
  folder: { name: 'folder' },
  document: { name: 'file' },
  place: { name: 'location' },
  suggestion: { name: 'lightbulb', color: YELLOW },
  cited: { name: 'pass', color: GREEN },
  notCited: { name: 'circle-large-outline', color: YELLOW },
  named: { name: 'zap', color: GREEN },
  notNamed: { name: 'zap', color: GRAY },
} as const satisfies Readonly<Record<string, NodeIcon>>;

export const STATE_ICONS: Readonly<Record<TechniqueState, NodeIcon>> = {
  addressed: ICONS.cited,
  gap: ICONS.notCited,
  'no-mapped-control': { name: 'circle-slash', color: GRAY },
};

export const ROLE_ICONS: Readonly<Record<ControlRole, NodeIcon>> = {
  addressing: ICONS.cited,
  unneeded: { name: 'pass', color: BLUE },
  'without-mapping': { name: 'circle-slash', color: GRAY },
  'not-cited': ICONS.notCited,
};

export const SEVERITY_ICONS: Readonly<Record<Severity, NodeIcon>> = {
  error: { name: 'error', color: RED },
  warning: { name: 'warning', color: 'list.warningForeground' },
  information: { name: 'info', color: BLUE },
  hint: { name: 'lightbulb', color: GRAY },
};

export const STATUS_ICONS: Readonly<Record<ResolutionStatus, NodeIcon>> = {
  mapped: { name: 'pass', color: GREEN },
  'non-mappable': { name: 'circle-slash', color: GRAY },
  'not-assessed': { name: 'circle-slash', color: GRAY },
  stale: { name: 'history', color: YELLOW },
  newer: { name: 'rocket', color: BLUE },
  foreign: { name: 'references', color: BLUE },
  context: { name: 'milestone' },
  unknown: { name: 'question', color: RED },
};
