import { isConfigServiceLinkedRole } from "../../iam/service-linked-roles";
import { found } from "../../requirements";
import { RECORDER } from "../../resources";
import { resourceRule } from "../../rule";
import { must } from "../../truth";

export const configRecorderServiceLinkedRole = resourceRule(RECORDER, {
  id: "config-recorder-service-linked-role",
  title: "AWS Config recorders use the service-linked role",
  severity: "high",
  property: "roleArn",
  rationale:
    "Nobody can take permissions from the service-linked role, and AWS extends it with each new resource type. A role of one's " +
    "own can be emptied, after which the recorder runs on and records nothing.",
  remediation:
    "Set roleArn to arn:PARTITION:iam::ACCOUNT:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig.",
  references: [
    "https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html",
  ],
  related: { prowler: ["config_recorder_using_aws_service_role"], securityHub: ["Config.1"] },
  check: ({ properties }, { property }) =>
    must(
      isConfigServiceLinkedRole(properties.roleArn),
      property,
      `${found(properties.roleArn)}; set it to the ARN of the service-linked role AWSServiceRoleForConfig`,
    ),
});
