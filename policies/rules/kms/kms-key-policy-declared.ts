import { parseDocument } from "../../iam/policy-document";
import { unreadable } from "../../iam/statements";
import { found } from "../../requirements";
import { KEY } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

export const kmsKeyPolicyDeclared = resourceRule(KEY, {
  id: "kms-key-policy-declared",
  title: "KMS keys declare their key policy",
  severity: "high",
  elsewhere: "evidence",
  property: "policy",
  rationale:
    "The default key policy leaves every use of the key to IAM policies, where any administrator of the account can grant it.",
  remediation: "Set policy on the key itself to a JSON policy document, so that the key never has the default policy.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html"],
  check: ({ properties: { policy } }, { property }) => {
    const document = parseDocument(policy);
    switch (document.kind) {
      case "document":
        return pass;
      case "unknown":
        return undecided(property);
      case "absent":
        return fail(property, `${found(policy)}; set it to a JSON policy document`);
      case "unparseable":
        return unreadable(property, document.problem);
    }
  },
});
