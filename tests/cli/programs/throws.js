//@ Pulumi.dev.yaml: { config: { aws:region: eu-central-1, aws:allowedAccountIds: ["111122223333"] } }
"use strict";
const { LogGroup } = require("@pulumi/aws/cloudwatch");

new LogGroup("logs", { retentionInDays: 365 });
throw new Error("the table of regions is empty");
