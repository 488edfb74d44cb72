import { decide, fail, notApplicable, pass } from "../../judgement";
import { show } from "../../properties";
import { resourceRule } from "../../rule";
import { CLOUDWATCH_CONFIG, INVOCATION_LOGGING_CONFIGURATION, INVOCATION_LOGGING_PAGE } from "./invocation-logging";

const ROLE = `${CLOUDWATCH_CONFIG}.roleArn`;
const ROLE_ARN = /^arn:[a-z-]+:iam::\d{12}:role\/.+$/;

export const invocationLoggingRoleSet = resourceRule({
  id: "invocation-logging-role-set",
  title: "Model invocation logging has a role that writes to its log group",
  severity: "medium",
  type: INVOCATION_LOGGING_CONFIGURATION,
  property: ROLE,
  rationale: "Bedrock writes to the log group with this role only; without it every record is lost.",
  fix: "Set loggingConfig.cloudwatchConfig.roleArn to a role that bedrock.amazonaws.com may assume.",
  links: [INVOCATION_LOGGING_PAGE],
  covers: {},
  judge: ({ properties }) =>
    decide(properties, CLOUDWATCH_CONFIG, (cloudwatchConfig) =>
      cloudwatchConfig === undefined
        ? notApplicable("nothing is delivered to a log group")
        : decide(properties, ROLE, (role) =>
            typeof role === "string" && ROLE_ARN.test(role)
              ? pass
              : fail(ROLE, `is ${show(role)}; it must be the ARN of a role`),
          ),
    ),
});
