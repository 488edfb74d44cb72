/** An account that delivers its trail and its configuration history to the archive account. */
import * as pulumi from "@pulumi/pulumi";
import { AuditTrail, ConfigRecorder } from "../../../components";

const archive = new pulumi.Config();

// Its name is in the archive's settings. The log group stays in this account, encrypted with a key of this account.
new AuditTrail("evidence", {
  bucket: { existing: { name: archive.require("trailBucket") } },
  logFileKey: { existing: { arn: archive.require("trailKey") } },
});

new ConfigRecorder("history", {
  recordGlobalResourceTypes: true,
  bucket: { existing: { name: archive.require("configBucket") } },
  key: { existing: { arn: archive.require("configKey") } },
});
