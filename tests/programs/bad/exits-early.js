//@ Pulumi.dev.yaml: null
const { LogGroup } = require("@pulumi/aws/cloudwatch");
new LogGroup("logs", { retentionInDays: 365 });
setTimeout(() => process.exit(0), 500);
setTimeout(() => new LogGroup("never", { retentionInDays: 1 }), 5000);
