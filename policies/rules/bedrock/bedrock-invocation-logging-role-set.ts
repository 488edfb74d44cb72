import { decide, found } from "../../requirements";
import { INVOCATION_LOGGING_CONFIGURATION } from "../../resources";
import { fail, notApplicable, pass } from "../../result";
import { resourceRule } from "../../rule";
import { CLOUDWATCH_CONFIG, INVOCATION_LOGGING_PAGE, ROLE_ARN } from "./invocation-logging";

const ARN_OF_A_ROLE = /^arn:[a-z-]+:iam::\d{12}:role\/.+$/;

export const bedrockInvocationLoggingRoleSet = resourceRule(INVOCATION_LOGGING_CONFIGURATION, {
  id: "bedrock-invocation-logging-role-set",
  title: "Bedrock model invocation logging has a role for its log group",
  severity: "medium",
  property: ROLE_ARN,
  rationale: "Bedrock writes to the log group with this role only. Without it every record is lost.",
  remediation: "Set loggingConfig.cloudwatchConfig.roleArn to the ARN of a role that bedrock.amazonaws.com may assume.",
  references: [INVOCATION_LOGGING_PAGE],
  requires: (properties, property) =>
    decide(properties, CLOUDWATCH_CONFIG, (cloudwatchConfig) =>
      cloudwatchConfig === undefined
        ? notApplicable("nothing is delivered to a log group")
        : decide(properties, property, (role) =>
            typeof role === "string" && ARN_OF_A_ROLE.test(role)
              ? pass
              : fail(property, `${found(role)}; set it to the ARN of a role`),
          ),
    ),
});
