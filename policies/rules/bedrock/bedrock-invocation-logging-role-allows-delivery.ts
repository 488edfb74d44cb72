import { arnParts, mustBeAssumable, mustBePermitted } from "../../iam/deliveries";
import { at } from "../../properties";
import { INVOCATION_LOGGING_CONFIGURATION, LOG_GROUP, ROLE } from "../../resources";
import { type Results, all, undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResource, StackResourceOf } from "../../stack/stack";
import { INVOCATION_LOGGING_PAGE, LOG_GROUP_NAME, ROLE_ARN } from "./invocation-logging";

export const bedrockInvocationLoggingRoleAllowsDelivery = stackRule(INVOCATION_LOGGING_CONFIGURATION, {
  id: "bedrock-invocation-logging-role-allows-delivery",
  title: "The roles of Bedrock model invocation logging allow delivery to CloudWatch Logs",
  severity: "high",
  property: ROLE_ARN,
  rationale:
    "Models answer whether or not Bedrock may write the record. Once the role may no longer write, the log is lost.",
  remediation:
    "Let bedrock.amazonaws.com assume the role, and allow the role logs:CreateLogStream and logs:PutLogEvents on the " +
    "stream aws/bedrock/modelinvocations.",
  references: [INVOCATION_LOGGING_PAGE],
  checkEach: (configuration, { stack }) =>
    followed(stack, configuration, ROLE_ARN, ROLE, (role) => checkRole(stack, configuration, role)),
});

function checkRole(stack: Stack, configuration: StackResource, role: StackResourceOf<typeof ROLE>): Results {
  const account = arnParts(role.properties.arn ?? at(configuration.properties, ROLE_ARN))?.account;
  if (account === undefined) {
    return undecided(ROLE_ARN);
  }
  return all(
    mustBeAssumable(ROLE_ARN, role, { service: "bedrock.amazonaws.com", context: { "aws:sourceaccount": account } }),
    followed(stack, configuration, LOG_GROUP_NAME, LOG_GROUP, ({ properties: { arn } }) => {
      if (typeof arn !== "string") {
        return undecided(ROLE_ARN);
      }
      const resource = `${arn}:log-stream:aws/bedrock/modelinvocations`;
      return mustBePermitted(stack, ROLE_ARN, role, [
        { action: "logs:CreateLogStream", resource },
        { action: "logs:PutLogEvents", resource },
      ]);
    }),
  );
}
