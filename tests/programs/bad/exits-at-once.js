//@ Pulumi.dev.yaml: null
process.exit(0);
