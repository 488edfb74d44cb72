import { firehoseStreamObjectsEncrypted } from "../../../../policies/rules/firehose/firehose-stream-objects-encrypted";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const KEY = "extendedS3Configuration.kmsKeyArn";
const WANTED = "set it to the ARN of a customer managed key";

describeResourceRule(firehoseStreamObjectsEncrypted, {
  fails: [
    { title: "a stream that names no key", remove: [KEY], message: `is not set; ${WANTED}` },
    {
      title: "the AWS managed key for S3",
      set: { [KEY]: "alias/aws/s3" },
      message: `is "alias/aws/s3", an AWS managed key; ${WANTED}`,
    },
  ],
  passes: [{ title: "a key that is yet to be created", set: { [KEY]: UNKNOWN_VALUE } }],
  notApplicable: [{ title: "a stream that delivers elsewhere", remove: ["extendedS3Configuration"] }],
  unknown: [{ path: "extendedS3Configuration", property: KEY }],
});
