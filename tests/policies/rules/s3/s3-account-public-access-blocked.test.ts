import { s3AccountPublicAccessBlocked } from "../../../../policies/rules/s3/s3-account-public-access-blocked";
import { type FailingCase, describeResourceRule } from "../../rule-harness";

const off = (property: string): FailingCase => ({
  title: `${property} off`,
  set: { [property]: false },
  property,
  message: "is false; set it to true",
});
const absent = (property: string): FailingCase => ({
  title: `${property} left to the provider`,
  remove: [property],
  property,
  message: "is not set and defaults to false; set it to true",
});

describeResourceRule(s3AccountPublicAccessBlocked, {
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
