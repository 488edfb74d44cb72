import { bucketVersioningEnabled } from "../../../../policies/rules/s3/bucket-versioning-enabled";
import { describeResourceRule } from "../../rule-harness";

const STATUS = "versioningConfiguration.status";

describeResourceRule(bucketVersioningEnabled, {
  fails: [
    { title: "versioning suspended", set: { [STATUS]: "Suspended" }, message: 'is "Suspended"; it must be "Enabled"' },
    { title: "versioning disabled", set: { [STATUS]: "Disabled" }, message: 'is "Disabled"; it must be "Enabled"' },
    { title: "no status", remove: [STATUS], message: 'is absent; it must be "Enabled"' },
    { title: "no configuration", remove: ["versioningConfiguration"], message: 'is absent; it must be "Enabled"' },
  ],
  unknown: [STATUS, { path: "versioningConfiguration", property: STATUS }],
});
