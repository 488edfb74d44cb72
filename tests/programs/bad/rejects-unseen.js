//@ Pulumi.dev.yaml: null
const { LogGroup } = require("@pulumi/aws/cloudwatch");
new LogGroup("logs", { retentionInDays: 365 });
Promise.reject(new Error("nobody catches this"));
