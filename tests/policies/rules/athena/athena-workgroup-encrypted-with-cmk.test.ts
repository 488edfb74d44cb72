import { athenaWorkgroupEncryptedWithCmk } from "../../../../policies/rules/athena/athena-workgroup-encrypted-with-cmk";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const KEY = "configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn";
const OPTION = "configuration.resultConfiguration.encryptionConfiguration.encryptionOption";
const MANAGED = "configuration.managedQueryResultsConfiguration";
const KEY_OF_MANAGED = `${MANAGED}.encryptionConfiguration.kmsKey`;
const WANTED = "set it to the ARN of a customer managed key";
const A_KEY = "arn:aws:kms:eu-central-1:111122223333:key/1";

describeResourceRule(athenaWorkgroupEncryptedWithCmk, {
  fails: [
    { title: "a workgroup that encrypts with S3's own key", remove: [KEY], message: `is not set; ${WANTED}` },
    { title: "a workgroup without a configuration", remove: ["configuration"], message: `is not set; ${WANTED}` },
    {
      title: "a workgroup with the AWS managed key for S3",
      set: { [KEY]: "alias/aws/s3" },
      message: `is "alias/aws/s3", an AWS managed key; ${WANTED}`,
    },
    {
      title: "a key that S3's own encryption does not use",
      set: { [OPTION]: "SSE_S3" },
      property: OPTION,
      message: 'is "SSE_S3"; set it to "SSE_KMS" or "CSE_KMS"',
    },
    {
      title: "a key without the way to encrypt",
      remove: [OPTION],
      property: OPTION,
      message: 'is not set; set it to "SSE_KMS" or "CSE_KMS"',
    },
    {
      title: "results that Athena keeps with a key of its own",
      set: { [`${MANAGED}.enabled`]: true },
      property: KEY_OF_MANAGED,
      message: `is not set; ${WANTED}`,
    },
  ],
  passes: [
    { title: "a key that is yet to be created", set: { [KEY]: UNKNOWN_VALUE } },
    {
      title: "results that Athena keeps with a customer managed key",
      set: { [`${MANAGED}.enabled`]: true, [KEY_OF_MANAGED]: A_KEY },
      remove: ["configuration.resultConfiguration"],
    },
    { title: "results that Athena does not keep", set: { [`${MANAGED}.enabled`]: false } },
  ],
  unknown: [
    { path: `${MANAGED}.enabled`, property: `${MANAGED}.enabled` },
    OPTION,
    { path: "configuration", property: `${MANAGED}.enabled` },
    { path: "configuration.resultConfiguration.encryptionConfiguration", property: KEY },
  ],
});
