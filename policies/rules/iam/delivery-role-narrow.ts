import { type Judgement, fail, pass } from "../../judgement";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { ROLE, ROLE_POLICY } from "../deliveries";
import { judgeStatements } from "../statements";
import { broadActions } from "../named-grants";
import { eachOf } from "../subjects";
import { isOnEverything } from "./permissions";

/** Type -> property that names the role by which a service delivers evidence. */
const DELIVERY_ROLES: Readonly<Record<string, string>> = {
  "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration":
    "loggingConfig.cloudwatchConfig.roleArn",
  "aws:cfg/recorder:Recorder": "roleArn",
  "aws:cloudtrail/trail:Trail": "cloudWatchLogsRoleArn",
};

export const deliveryRoleNarrow = stackRule({
  id: "delivery-role-narrow",
  title: "A role that delivers evidence may do what is named, to what is named",
  severity: "high",
  type: ROLE_POLICY,
  property: "policy",
  rationale:
    "What carries the evidence has to write it; a role that may do more, or elsewhere, can remove or forge it.",
  fix: "Name the actions that the delivery needs, and the log group's streams, the bucket or the key as resources.",
  links: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"],
  covers: { securityHub: ["IAM.21"] },
  judge: (stack) => {
    const roles = deliveryRoles(stack);
    return eachOf(stack, ROLE_POLICY, (policy) =>
      roles.some((role) => isOf(stack, policy, role))
        ? judgeStatements(policy.properties, "policy", (statement, label): Judgement => {
            const broad = [
              ...broadActions(statement),
              ...(isOnEverything(statement) ? ["anything on every resource"] : []),
            ];
            return statement.effect === "Allow" && broad.length > 0
              ? fail("policy", `allows ${broad.join(", ")} by ${label}; it must name actions and resources`)
              : pass;
          })
        : pass,
    );
  },
});

function deliveryRoles(stack: Stack): readonly StackResource[] {
  return Object.entries(DELIVERY_ROLES).flatMap(([type, property]) =>
    stack.ofType(type).flatMap((resource) => {
      const reference = stack.behind(resource, property, ROLE);
      return reference.found === "resources" ? reference.resources : [];
    }),
  );
}

function isOf(stack: Stack, policy: StackResource, role: StackResource): boolean {
  const reference = stack.behind(policy, "role", ROLE);
  return reference.found === "resources" && reference.resources.includes(role);
}
