import { SOURCE_KEYS } from "../../iam/conditions";
import { bindsServices } from "../../iam/grants";
import { eachResourcePolicy } from "../../iam/resource-policies";
import { notApplicable } from "../../result";
import { stackRule } from "../../rule";
import { WHOLE_STACK } from "../../stack/whole-stack";

/** What binds a service's call in the policies of one service alone. */
const KEYS_OF_SERVICES = ["aws:sourceowner", "kms:calleraccount", "kms:encryptioncontext:*", "kms:viaservice"];

export const iamResourcePolicyServiceGrantsBound = stackRule(WHOLE_STACK, {
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
      bindsServices({
        keys: [...SOURCE_KEYS, ...KEYS_OF_SERVICES],
        kind: token.startsWith("aws:kms/") ? "key-policy" : undefined,
      }),
    ) ?? notApplicable("the stack declares no such policy"),
});
