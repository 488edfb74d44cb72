import { firehoseStreamEncryptedWithCmk } from "../../../../policies/rules/firehose/firehose-stream-encrypted-with-cmk";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const ENABLED = "serverSideEncryption.enabled";
const KEY_TYPE = "serverSideEncryption.keyType";
const KEY = "serverSideEncryption.keyArn";

describeResourceRule(firehoseStreamEncryptedWithCmk, {
  fails: [
    {
      title: "a stream without encryption",
      remove: ["serverSideEncryption"],
      property: ENABLED,
      message: "is not set and defaults to false; set it to true",
    },
    {
      title: "encryption switched off",
      set: { [ENABLED]: false },
      property: ENABLED,
      message: "is false; set it to true",
    },
    {
      title: "a key of AWS's own",
      remove: [KEY_TYPE],
      property: KEY_TYPE,
      message: 'is not set and defaults to "AWS_OWNED_CMK"; set it to "CUSTOMER_MANAGED_CMK"',
    },
    {
      title: "a customer's key that is not named",
      remove: [KEY],
      message: "is not set; set it to the ARN of a customer managed key",
    },
  ],
  passes: [{ title: "a key that is yet to be created", set: { [KEY]: UNKNOWN_VALUE } }],
  notApplicable: [
    { title: "a stream that reads a Kinesis stream", set: { "kinesisSourceConfiguration.roleArn": "arn" } },
    { title: "a stream that reads an MSK cluster", set: { "mskSourceConfiguration.topicName": "topic" } },
  ],
  unknown: [
    ENABLED,
    KEY_TYPE,
    { path: "serverSideEncryption", property: ENABLED },
    "kinesisSourceConfiguration",
    "mskSourceConfiguration",
  ],
});
