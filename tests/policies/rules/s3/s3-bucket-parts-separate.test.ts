import { s3BucketPartsSeparate } from "../../../../policies/rules/s3/s3-bucket-parts-separate";
import type { WireValue } from "../../../../pulumi/stack-state";
import { type FailingCase, describeResourceRule } from "../../rule-harness";

const WHY = "because no rule checks it there, and a part of its own would undo it";

const inline = (property: string, value: WireValue, shown: string): FailingCase => ({
  title: `a bucket with ${property} on itself`,
  set: { [property]: value },
  property,
  message: `is ${shown}; remove it, ${WHY}`,
});

describeResourceRule(s3BucketPartsSeparate, {
  fails: [
    inline("policy", "{}", '"{}"'),
    inline("grants", [{ type: "Group" }], '[{"type":"Group"}]'),
    inline("lifecycleRules", [{ enabled: true }], '[{"enabled":true}]'),
    inline("serverSideEncryptionConfiguration", { rule: {} }, '{"rule":{}}'),
    inline("versioning", { enabled: false }, '{"enabled":false}'),
    inline("logging", { targetBucket: "b" }, '{"targetBucket":"b"}'),
    inline("objectLockConfiguration", { rule: {} }, '{"rule":{}}'),
    {
      title: "a bucket that everyone may read",
      set: { acl: "public-read" },
      property: "acl",
      message: 'is "public-read"; leave it out, or set it to "private"',
    },
  ],
  passes: [
    { title: "the ACL that is the default", set: { acl: "private" } },
    { title: "empty lists", set: { grants: [], lifecycleRules: [] } },
  ],
  unknown: ["policy", "acl", { path: "versioning", property: "versioning" }],
});
