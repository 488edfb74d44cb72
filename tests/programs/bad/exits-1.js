//@ Pulumi.dev.yaml: null
console.error("a reason, told on standard error");
process.exit(1);
