//@ Pulumi.dev.yaml: { config: { aws:region: eu-central-1, aws:allowedAccountIds: ["111122223333"] } }
// Two things are wrong with this log group: how long it keeps its events, and that it has no key of the customer's.
"use strict";
const { LogGroup } = require("@pulumi/aws/cloudwatch");

new LogGroup("logs", { name: "/acme/logs", retentionInDays: 3 });
