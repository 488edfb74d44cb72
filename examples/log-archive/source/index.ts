/** An account that delivers its trail and its configuration history to the archive account. */
import * as pulumi from "@pulumi/pulumi";
import { AuditTrail, ConfigRecorder } from "../../../components";

const archive = new pulumi.Config();

// The archive names the trail by this name, before it exists. Its key is for its bucket: the trail's log group stays in this
// account, with a key of this account.
new AuditTrail("evidence", {
  bucket: { existing: { name: archive.require("trailBucket") } },
  logFileKey: { existing: { arn: archive.require("trailKey") } },
  breakGlassPrincipals: archive.requireObject<string[]>("breakGlassPrincipals"),
});

new ConfigRecorder("history", {
  recordGlobalResourceTypes: true,
  bucket: { existing: { name: archive.require("configBucket") } },
  key: { existing: { arn: archive.require("configKey") } },
});
