import { s3BucketPartsSeparate } from "../../../../policies/rules/s3/s3-bucket-parts-separate";
import type { WireValue } from "../../../../pulumi/stack-state";
import { type FailingCase, describeResourceRule } from "../../rule-harness";

const WHY = "because a part of its own would undo it";

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
  ],
  passes: [{ title: "empty lists", set: { grants: [], lifecycleRules: [] } }],
  unknown: ["policy", { path: "versioning", property: "versioning" }],
});
