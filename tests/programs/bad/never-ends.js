//@ Pulumi.dev.yaml: null
const { LogGroup } = require("@pulumi/aws/cloudwatch");
new LogGroup("logs", { retentionInDays: 365 });
setInterval(() => undefined, 1000);
