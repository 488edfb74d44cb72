/** Every rule of the pack, in the order in which the engine is told of them: that of their ids. */
import type { Rule } from "./rule";
import * as accessanalyzer from "./rules/accessanalyzer";
import * as account from "./rules/account";
import * as athena from "./rules/athena";
import * as backup from "./rules/backup";
import * as bedrock from "./rules/bedrock";
import * as chatbot from "./rules/chatbot";
import * as cloudtrail from "./rules/cloudtrail";
import * as cloudwatch from "./rules/cloudwatch";
import * as config from "./rules/config";
import * as ec2 from "./rules/ec2";
import * as eks from "./rules/eks";
import * as firehose from "./rules/firehose";
import * as guardduty from "./rules/guardduty";
import * as iam from "./rules/iam";
import * as inspector from "./rules/inspector";
import * as kms from "./rules/kms";
import * as kubernetes from "./rules/kubernetes";
import * as logs from "./rules/logs";
import * as macie from "./rules/macie";
import * as organizations from "./rules/organizations";
import * as providers from "./rules/providers";
import * as s3 from "./rules/s3";
import * as sagemaker from "./rules/sagemaker";
import * as securityhub from "./rules/securityhub";
import * as sns from "./rules/sns";
import * as sqs from "./rules/sqs";

const BY_NAME = {
  ...accessanalyzer,
  ...account,
  ...athena,
  ...backup,
  ...bedrock,
  ...chatbot,
  ...cloudtrail,
  ...cloudwatch,
  ...config,
  ...ec2,
  ...eks,
  ...firehose,
  ...guardduty,
  ...iam,
  ...inspector,
  ...kms,
  ...kubernetes,
  ...logs,
  ...macie,
  ...organizations,
  ...providers,
  ...s3,
  ...sagemaker,
  ...securityhub,
  ...sns,
  ...sqs,
};

export type RuleId = (typeof BY_NAME)[keyof typeof BY_NAME]["id"];

export const RULES: readonly Rule<RuleId>[] = Object.values(BY_NAME).sort((one, other) => (one.id < other.id ? -1 : 1));
