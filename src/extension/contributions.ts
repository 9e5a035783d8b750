/** The names that package.json and the code share; a test compares both ways. */
export const COMMANDS = {
  showMapping: 'controlLens.showMapping',
  showLog: 'controlLens.showLog',
  openSettings: 'controlLens.openSettings',
  findReferencesOf: 'controlLens.findReferencesOf',
  nextUnmapped: 'controlLens.nextUnmapped',
  previousUnmapped: 'controlLens.previousUnmapped',
} as const;

export const DIAGNOSTIC_SOURCE = 'Control Lens';
export const DIAGNOSTIC_COLLECTION = 'controlLens';
export const STATUS_BAR_ITEM = 'controlLens.status';
