//@ Pulumi.dev.yaml: null
const { LogGroup } = require("@pulumi/aws/cloudwatch");
new LogGroup("logs", { retentionInDays: new Promise(() => undefined) });
