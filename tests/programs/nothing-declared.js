//@ Pulumi.dev.yaml: null
// Settings are read, nothing is declared.
exports.answer = 42;
