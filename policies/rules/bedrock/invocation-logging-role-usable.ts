import { type Judgements, all, undecided } from "../../judgement";
import { at } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { ROLE, arnParts, mustBeAssumable, mustBePermitted } from "../deliveries";
import { LOG_GROUP } from "../log-group";
import { followed } from "../references";
import { eachOf } from "../subjects";
import { CLOUDWATCH_CONFIG, INVOCATION_LOGGING_CONFIGURATION, INVOCATION_LOGGING_PAGE } from "./invocation-logging";

const PROPERTY = `${CLOUDWATCH_CONFIG}.roleArn`;
const GROUP = `${CLOUDWATCH_CONFIG}.logGroupName`;

export const invocationLoggingRoleUsable = stackRule({
  id: "invocation-logging-role-usable",
  title: "The role of model invocation logging can write to its log group",
  severity: "high",
  type: INVOCATION_LOGGING_CONFIGURATION,
  property: PROPERTY,
  rationale: "Models answer whether or not Bedrock may write the record: a role that was narrowed loses the log.",
  fix: "Let bedrock.amazonaws.com assume the role, and the role call logs:CreateLogStream and logs:PutLogEvents on the stream aws/bedrock/modelinvocations.",
  links: [INVOCATION_LOGGING_PAGE],
  covers: {},
  judge: (stack) =>
    eachOf(stack, INVOCATION_LOGGING_CONFIGURATION, (configuration) =>
      followed(stack, configuration, PROPERTY, ROLE, (role) => judgeRole(stack, configuration, role)),
    ),
});

function judgeRole(stack: Stack, configuration: StackResource, role: StackResource): Judgements {
  const account = arnParts(role.properties["arn"] ?? at(configuration.properties, PROPERTY))?.account;
  if (account === undefined) {
    return undecided(PROPERTY);
  }
  return all(
    mustBeAssumable(PROPERTY, role, { service: "bedrock.amazonaws.com", context: { "aws:sourceaccount": account } }),
    followed(stack, configuration, GROUP, LOG_GROUP, ({ properties: { arn } }) => {
      if (typeof arn !== "string") {
        return undecided(PROPERTY);
      }
      const resource = `${arn}:log-stream:aws/bedrock/modelinvocations`;
      return mustBePermitted(stack, PROPERTY, role, [
        { action: "logs:CreateLogStream", resource },
        { action: "logs:PutLogEvents", resource },
      ]);
    }),
  );
}
