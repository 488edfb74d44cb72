import { SUBSCRIPTION_ACTIONS } from "../../../facts/firehose/log-export";
import { arnParts, mustBeAssumable, mustBePermitted } from "../../iam/deliveries";
import { DELIVERY_STREAM, FUNCTION, ROLE, SUBSCRIPTION_FILTER } from "../../resources";
import { type Results, all, notApplicable, undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResource } from "../../stack/stack";

const ROLE_ARN = SUBSCRIPTION_FILTER.path("roleArn");
const DESTINATION = SUBSCRIPTION_FILTER.path("destinationArn");

export const logsSubscriptionRoleAllowsDelivery = stackRule(SUBSCRIPTION_FILTER, {
  id: "logs-subscription-role-allows-delivery",
  title: "The roles of subscriptions allow CloudWatch Logs to send to their Firehose streams",
  severity: "high",
  property: ROLE_ARN,
  rationale:
    "CloudWatch Logs tries again for a day where a stream is slow, but not where it is refused: what it may not send is not sent later.",
  remediation:
    "Let logs.amazonaws.com assume the role, and allow the role firehose:PutRecord and firehose:PutRecordBatch on the stream.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#FirehoseExample"],
  checkEach: (filter, { stack }) =>
    stack.references(filter, DESTINATION, FUNCTION).found === "resources"
      ? notApplicable("a function is called by a permission of its own, and by no role")
      : checkStream(stack, filter),
});

function checkStream(stack: Stack, filter: StackResource): Results {
  return followed(stack, filter, DESTINATION, DELIVERY_STREAM, ({ properties: { arn } }) => {
    const parts = arnParts(arn);
    if (typeof arn !== "string" || parts === undefined) {
      return undecided(ROLE_ARN);
    }
    const source = `arn:${parts.partition}:logs:${parts.region}:${parts.account}:*`;
    return followed(stack, filter, ROLE_ARN, ROLE, (role) =>
      all(
        mustBeAssumable(ROLE_ARN, role, { service: "logs.amazonaws.com", context: { "aws:sourcearn": source } }),
        mustBePermitted(
          stack,
          ROLE_ARN,
          role,
          SUBSCRIPTION_ACTIONS.map((action) => ({ action, resource: arn })),
        ),
      ),
    );
  });
}
