import { namedPrincipalsChangePolicy } from "../../iam/key-removal";
import { parseDocument } from "../../iam/policy-document";
import { equals } from "../../requirements";
import { KEY } from "../../resources";
import { pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

export const kmsKeyLockoutSafetyCheck = resourceRule(KEY, {
  id: "kms-key-lockout-safety-check",
  title: "KMS keys bypass the policy lockout safety check only where break-glass principals can change the policy",
  severity: "high",
  property: "bypassPolicyLockoutSafetyCheck",
  rationale:
    "A key whose policy lets nobody manage it can be neither repaired nor deleted, and the data it encrypts may be lost.",
  remediation:
    "Leave bypassPolicyLockoutSafetyCheck out, or set it to false. A policy that refuses kms:PutKeyPolicy to all but named principals " +
    "needs it: let the account administer the key, and name the principals.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"],
  check: ({ properties }, { property }) => {
    const document = parseDocument(properties.policy);
    if (properties.bypassPolicyLockoutSafetyCheck === true && document.kind === "unknown") {
      return undecided("policy");
    }
    return document.kind === "document" && namedPrincipalsChangePolicy(document.statements)
      ? pass
      : equals(false, { byDefault: false })(properties, property);
  },
});
