import { isOnEverything } from "../../iam/evaluation";
import { broadActions } from "../../iam/permissions";
import type { Statement } from "../../iam/policy-document";
import { eachStatement } from "../../iam/statements";
import {
  DELIVERY_STREAM,
  INVOCATION_LOGGING_CONFIGURATION,
  RECORDER,
  ROLE,
  ROLE_POLICY,
  SUBSCRIPTION_FILTER,
  TRAIL,
} from "../../resources";
import { fail, pass } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResourceOf } from "../../stack/stack";

export const iamDeliveryRoleLeastPrivilege = stackRule(ROLE_POLICY, {
  id: "iam-delivery-role-least-privilege",
  title: "IAM roles that deliver evidence have named permissions on named resources",
  severity: "high",
  property: "policy",
  rationale:
    "The role has to write the evidence; one that may do more, or write elsewhere, can be used to remove or forge it.",
  remediation:
    "Name the actions that the delivery needs, and the log group's streams, the bucket or the key as resources.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"],
  related: { securityHub: ["IAM.21"] },
  checkEach: (policy, { stack, property }) => {
    const reference = stack.references(policy, ROLE_POLICY.path("role"), ROLE);
    const roles = reference.found === "resources" ? reference.resources : [];
    return roles.some((role) => deliversEvidence(stack, role))
      ? eachStatement(policy.properties, property, (statement, label) => {
          const broad = broadGrant(statement);
          return statement.effect === "Allow" && broad !== undefined
            ? fail(property, `allows ${broad} in ${label}; name the actions and the resources`)
            : pass;
        })
      : pass;
  },
});

function deliversEvidence(stack: Stack, role: StackResourceOf<typeof ROLE>): boolean {
  return [
    stack.referencing(role, INVOCATION_LOGGING_CONFIGURATION, "loggingConfig.cloudwatchConfig.roleArn"),
    stack.referencing(role, RECORDER, "roleArn"),
    stack.referencing(role, TRAIL, "cloudWatchLogsRoleArn"),
    stack.referencing(role, SUBSCRIPTION_FILTER, "roleArn"),
    stack.referencing(role, DELIVERY_STREAM, "extendedS3Configuration.roleArn"),
  ].some((sources) => sources.length > 0);
}

/** What a statement leaves unnamed, in words; `undefined` when it names its actions and its resources. */
function broadGrant(statement: Statement): string | undefined {
  const actions = broadActions(statement);
  const everywhere = isOnEverything(statement);
  return actions.length > 0 || everywhere
    ? `${actions.length > 0 ? actions.join(", ") : "actions"}${everywhere ? " on every resource" : ""}`
    : undefined;
}
