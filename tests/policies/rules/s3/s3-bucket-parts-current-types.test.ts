import { s3BucketPartsCurrentTypes } from "../../../../policies/rules/s3/s3-bucket-parts-current-types";
import { type FailingStackCase, describeStackRule } from "../../rule-harness";
import { declared } from "../stack-resources";
import { beside } from "../iam/forbidden-permissions";

const older = (type: string, name: string): FailingStackCase => ({
  title: `a ${name}V2`,
  change: beside([declared(type, "old", { bucket: "b" })]),
  findings: [{ name: "old", message: `are of the type ${name}V2, which no rule checks; declare an aws.s3.${name}` }],
});

describeStackRule(s3BucketPartsCurrentTypes, {
  fails: [
    older("aws:s3/bucketV2:BucketV2", "Bucket"),
    older("aws:s3/bucketAclV2:BucketAclV2", "BucketAcl"),
    older("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", "BucketLifecycleConfiguration"),
    older("aws:s3/bucketVersioningV2:BucketVersioningV2", "BucketVersioning"),
  ],
  notApplicable: [
    {
      title: "a stack without buckets",
      change: (stack) => stack.filter(({ type }) => !type.startsWith("aws:s3/")),
    },
  ],
});
