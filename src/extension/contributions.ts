/** The names that package.json and the code share; a test compares both ways. */
export const COMMANDS = {
  showMapping: 'controlLens.showMapping',
  showLog: 'controlLens.showLog',
  openSettings: 'controlLens.openSettings',
  lookUp: 'controlLens.lookUp',
  findReferencesOf: 'controlLens.findReferencesOf',
  nextUnmapped: 'controlLens.nextUnmapped',
  previousUnmapped: 'controlLens.previousUnmapped',
} as const;

/** Another feature's, called where it is there. */
export const FIND_REFERENCES_OF = 'controlLens.findReferencesOf';

export const DIAGNOSTIC_SOURCE = 'Control Lens';
export const DIAGNOSTIC_COLLECTION = 'controlLens';
export const STATUS_BAR_ITEM = 'controlLens.status';
