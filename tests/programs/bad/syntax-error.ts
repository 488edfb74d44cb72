//@ Pulumi.dev.yaml: null
const logs = { retentionInDays: 365;
