import type { PolicyKind } from "../../../facts/service-contracts";
import { bindsServices } from "../../iam/grants";
import { HAS_RESOURCE_POLICY, eachResourcePolicy } from "../../iam/resource-policies";
import { stackRule } from "../../rule";

/** Beginning of the type's token -> what the policy is attached to, where services have grants that no page binds. */
const KINDS: readonly (readonly [string, PolicyKind])[] = [
  ["aws:kms/", "key-policy"],
  ["aws:sns/", "topic-policy"],
  ["aws:sqs/", "queue-policy"],
  ["aws:cloudwatch/logResourcePolicy:", "log-resource-policy"],
];

export const iamResourcePolicyServiceGrantsBound = stackRule(HAS_RESOURCE_POLICY, {
  id: "iam-resource-policy-service-grants-bound",
  title: "Policies of keys, access points, queues, secrets and destinations bind the services that they allow",
  severity: "high",
  property: "permissions",
  rationale:
    "A service acts for every AWS customer. Without a condition on the source another customer can make it use the key, write to the " +
    "queue or read through the access point.",
  remediation: "Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID to the statement.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
  check: (stack) =>
    eachResourcePolicy(stack, (token) =>
      bindsServices({ kind: KINDS.find(([beginning]) => token.startsWith(beginning))?.[1] }),
    ),
});
