// Stands in for a module that ends the extension host with its parent; its compiled part npm does not carry.
exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);
