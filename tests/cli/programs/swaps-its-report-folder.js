"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { LogGroup } = require("@pulumi/aws/cloudwatch");

new LogGroup("logs", { retentionInDays: 3 });
const reports = path.join(__dirname, "baseline-report");
fs.rmSync(reports, { recursive: true });
fs.symlinkSync(fs.readFileSync(path.join(__dirname, "target.txt"), "utf8"), reports);
