// Modules that were written for Node, as `assert` was, expect a `process`.
import process from 'process/browser.js';
export { process };
