import { s3BucketPartsDeclaredOnce } from "../../../../policies/rules/s3/s3-bucket-parts-declared-once";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { beside } from "../iam/forbidden-permissions";
import { declared } from "../stack-resources";

const NAME = "baseline-trail-bucket";
const BUCKET = `${NAME}-111122223333-eu-central-1`;

describeStackRule(s3BucketPartsDeclaredOnce, {
  fails: [
    {
      title: "a second lifecycle",
      change: beside([
        declared("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "second", { bucket: BUCKET }),
      ]),
      findings: [
        {
          name: NAME,
          message: `has 2 of BucketLifecycleConfiguration (${NAME}-lifecycle, second); declare one`,
        },
      ],
    },
    {
      title: "a second policy",
      change: beside([declared("aws:s3/bucketPolicy:BucketPolicy", "second", { bucket: BUCKET, policy: "{}" })]),
      findings: [{ name: NAME, message: `has 2 of BucketPolicy (${NAME}-policy, second); declare one` }],
    },
  ],
  unknown: [
    {
      title: "a second policy, for a bucket that is not known",
      change: beside([declared("aws:s3/bucketPolicy:BucketPolicy", "second", { bucket: UNKNOWN_VALUE, policy: "{}" })]),
      property: "bucket",
    },
  ],
  passes: [
    {
      title: "the policy of another bucket, named after this one",
      change: beside([declared("aws:s3/bucketPolicy:BucketPolicy", "p", { bucket: `${BUCKET}-copy`, policy: "{}" })]),
    },
  ],
});
