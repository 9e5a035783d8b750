/** Stands for the suite files of one run; `build.mjs` puts them there. */
declare module 'suites' {}
