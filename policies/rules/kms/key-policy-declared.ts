import { parseDocument } from "../../documents";
import { fail, pass, undecided } from "../../judgement";
import { show } from "../../properties";
import { resourceRule } from "../../rule";

export const keyPolicyDeclared = resourceRule({
  id: "key-policy-declared",
  title: "A key has a policy of its own",
  severity: "high",
  type: "aws:kms/key:Key",
  property: "policy",
  rationale:
    "The default policy leaves every use of the key to IAM, where any administrator of the account can grant it.",
  fix: "Set policy on the key itself, so that it is never without; it must be a JSON policy document.",
  links: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html"],
  covers: {},
  judge: ({ properties }) => {
    const document = parseDocument(properties.policy);
    switch (document.kind) {
      case "document":
        return pass;
      case "unknown":
        return undecided("policy");
      case "absent":
        return fail("policy", `is ${show(properties.policy)}; it must be a JSON policy document`);
      case "unparseable":
        return fail("policy", `cannot be read: ${document.problem}; it must be a JSON policy document`);
    }
  },
});
