//@ Pulumi.yaml: { runtime: { name: nodejs, options: { typescript: false } } }
"use strict";
const { LogGroup } = require("@pulumi/aws/cloudwatch");

exports.logs = new LogGroup("logs", { retentionInDays: 3 }).id;
