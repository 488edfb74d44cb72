//@ Pulumi.dev.yaml: { config: { aws:region: eu-central-1, aws:allowedAccountIds: ["111122223333"] } }
"use strict";
const pulumi = require("@pulumi/pulumi");
const { Parameter } = require("@pulumi/aws/ssm");
const { LogGroup } = require("@pulumi/aws/cloudwatch");

new Parameter("password", { type: "SecureString", value: pulumi.secret("hunter2-hunter2") });
new LogGroup("logs", { retentionInDays: 3, tags: { note: pulumi.secret("swordfish") } });
exports.password = pulumi.secret("correct-horse");
