/** Parts of patterns: quotes and emphasis around an id, and the address of a link whose text it is. */
export const EMPHASIS = /["'`*_]{0,3}/;
export const ADDRESS = /(?:\]\([^()\s]{0,200}\))?/;
