//@ Pulumi.yaml: { runtime: { name: nodejs, options: { typescript: false } } }
//@ Pulumi.dev.yaml: null
const logs = { retentionInDays: 365;
