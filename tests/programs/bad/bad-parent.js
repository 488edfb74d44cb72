//@ Pulumi.dev.yaml: null
const { LogGroup } = require("@pulumi/aws/cloudwatch");
new LogGroup("logs", {}, { parent: { not: "a resource" } });
