/** The names that package.json and the code share; a test compares both ways. */
export const COMMANDS = {
  showMapping: 'controlLens.showMapping',
  fixAllInWorkspace: 'controlLens.fixAllInWorkspace',
  migrateEdition: 'controlLens.migrateEdition',
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
} as const;

/** Below `source.fixAll.`, as `editor.codeActionsOnSave` names it. */
export const FIX_ALL_KIND = 'controlLens';

/** Of the note in a refactor preview. */
export const PREVIEW_SCHEME = 'control-lens-preview';

export const DIAGNOSTIC_SOURCE = 'Control Lens';
export const DIAGNOSTIC_COLLECTION = 'controlLens';
export const STATUS_BAR_ITEM = 'controlLens.status';
