import { s3BucketVersioningEnabled } from "../../../../policies/rules/s3/s3-bucket-versioning-enabled";
import { describeResourceRule } from "../../rule-harness";

const STATUS = "versioningConfiguration.status";

describeResourceRule(s3BucketVersioningEnabled, {
  fails: [
    { title: "versioning suspended", set: { [STATUS]: "Suspended" }, message: 'is "Suspended"; set it to "Enabled"' },
    { title: "versioning disabled", set: { [STATUS]: "Disabled" }, message: 'is "Disabled"; set it to "Enabled"' },
    { title: "no status", remove: [STATUS], message: 'is not set; set it to "Enabled"' },
    { title: "no configuration", remove: ["versioningConfiguration"], message: 'is not set; set it to "Enabled"' },
  ],
  unknown: [STATUS, { path: "versioningConfiguration", property: STATUS }],
});
