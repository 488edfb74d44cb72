import { bucketPublicAccessBlocked } from "../../../../policies/rules/s3/bucket-public-access-blocked";
import { type FailingCase, describeResourceRule } from "../../rule-harness";

const off = (property: string): FailingCase => ({
  title: `${property} off`,
  set: { [property]: false },
  property,
  message: "is false; it must be true",
});
const absent = (property: string): FailingCase => ({
  title: `${property} left to the provider`,
  remove: [property],
  property,
  message: "is absent, which the provider takes as false; it must be true",
});

describeResourceRule(bucketPublicAccessBlocked, {
  fails: [
    off("blockPublicAcls"),
    off("blockPublicPolicy"),
    off("ignorePublicAcls"),
    off("restrictPublicBuckets"),
    absent("blockPublicAcls"),
    absent("blockPublicPolicy"),
    absent("ignorePublicAcls"),
    absent("restrictPublicBuckets"),
  ],
  unknown: ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"],
});
