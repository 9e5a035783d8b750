// Node's `node:assert/strict` for the web worker.
module.exports = require('assert').strict;
