/** The names that package.json and the code share; a test compares both ways. */
export const COMMANDS = {
  showMapping: 'controlLens.showMapping',
  openPage: 'controlLens.openPage',
  openNodePage: 'controlLens.openNodePage',
  checkWorkspace: 'controlLens.checkWorkspace',
  fixAllInWorkspace: 'controlLens.fixAllInWorkspace',
  migrateEdition: 'controlLens.migrateEdition',
  migrateAttack: 'controlLens.migrateAttack',
  migrateAttackInWorkspace: 'controlLens.migrateAttackInWorkspace',
  showAttackChanges: 'controlLens.showAttackChanges',
  readWorkspace: 'controlLens.readWorkspace',
  groupWorkspace: 'controlLens.groupWorkspace',
  filterWorkspace: 'controlLens.filterWorkspace',
  clearWorkspaceFilter: 'controlLens.clearWorkspaceFilter',
  filterKnowledge: 'controlLens.filterKnowledge',
  clearKnowledgeFilter: 'controlLens.clearKnowledgeFilter',
  followCursor: 'controlLens.followCursor',
  stopFollowingCursor: 'controlLens.stopFollowingCursor',
  openNode: 'controlLens.openNode',
  insertNode: 'controlLens.insertNode',
  copyNodeId: 'controlLens.copyNodeId',
  copyNodeLink: 'controlLens.copyNodeLink',
  openNodeAtAttack: 'controlLens.openNodeAtAttack',
  openNodeAtExplorer: 'controlLens.openNodeAtExplorer',
  findNodeReferences: 'controlLens.findNodeReferences',
  showLog: 'controlLens.showLog',
  openSettings: 'controlLens.openSettings',
  insertControls: 'controlLens.insertControls',
  insertAllControls: 'controlLens.insertAllControls',
  insertTechniques: 'controlLens.insertTechniques',
  lookUp: 'controlLens.lookUp',
  findReferencesOf: 'controlLens.findReferencesOf',
  nextUnmapped: 'controlLens.nextUnmapped',
  previousUnmapped: 'controlLens.previousUnmapped',
  createReport: 'controlLens.createReport',
  openReport: 'controlLens.openReport',
  openDocumentReport: 'controlLens.openDocumentReport',
  openWorkspaceReport: 'controlLens.openWorkspaceReport',
  openSample: 'controlLens.openSample',
  importTexts: 'controlLens.importTexts',
  downloadTexts: 'controlLens.downloadTexts',
  rollBackTexts: 'controlLens.rollBackTexts',
  showTexts: 'controlLens.showTexts',
} as const;

/** Type of the tasks that check a folder, and what reads their output. */
export const TASK_TYPE = 'control-lens';
export const PROBLEM_MATCHER = 'control-lens';

/** Type of the webview with the report. */
export const REPORT_VIEW = 'controlLens.report';

/** Below `source.fixAll.`, as `editor.codeActionsOnSave` names it. */
export const FIX_ALL_KIND = 'controlLens';

/** Of the pages of the rules. */
export const RULE_SCHEME = 'control-lens-rule';

/** Of the reading pages. */
export const PAGE_SCHEME = 'control-lens';

/** Of the note in a refactor preview. */
export const PREVIEW_SCHEME = 'control-lens-preview';

/** The views of the side bar. */
export const VIEWS = {
  document: 'controlLens.document',
  workspace: 'controlLens.workspace',
  knowledge: 'controlLens.knowledge',
} as const;

/** What `when` clauses of package.json ask. */
export const CONTEXT_KEYS = {
  documentState: 'controlLens.documentState',
  workspaceState: 'controlLens.workspaceState',
  knowledgeState: 'controlLens.knowledgeState',
  workspaceFiltered: 'controlLens.workspaceFiltered',
  knowledgeFiltered: 'controlLens.knowledgeFiltered',
  /** Whether the active document names anything. */
  hasReferences: 'controlLens.hasReferences',
} as const;

export const EXTENSION_ID = 'control-lens.control-lens';
export const DIAGNOSTIC_SOURCE = 'Control Lens';
export const DIAGNOSTIC_COLLECTION = 'controlLens';
export const STATUS_BAR_ITEM = 'controlLens.status';
