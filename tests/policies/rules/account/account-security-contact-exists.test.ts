import { accountSecurityContactExists } from "../../../../policies/rules/account/account-security-contact-exists";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared } from "../stack-resources";

const BASELINE = { type: "ai-governance-baseline:index:AccountBaseline", name: "baseline" };
const CONTACT = { type: "aws:account/alternativeContact:AlternativeContact" };
const MISSING = { name: BASELINE.name, message: "has no security contact; declare AlternateContacts with one" };

describeStackRule(accountSecurityContactExists, {
  fails: [
    {
      title: "an account without any contact",
      change: (stack) => without(stack, CONTACT),
      findings: [MISSING],
    },
    {
      title: "an account that has another kind of contact only",
      change: (stack) => changeAll(stack, CONTACT, { set: { alternateContactType: "BILLING" } }),
      findings: [MISSING],
    },
  ],
  passes: [
    {
      title: "an account that declares the contact by itself",
      change: () => [
        ...emptyStack(),
        declared(BASELINE.type, "account", {}),
        declared(CONTACT.type, "billing", { alternateContactType: "BILLING" }),
        declared(CONTACT.type, "security", { alternateContactType: "SECURITY" }),
      ],
    },
  ],
  unknown: [
    {
      title: "a contact of an unknown kind",
      change: (stack) => changeAll(stack, CONTACT, { set: { alternateContactType: UNKNOWN_VALUE } }),
      property: "alternateContacts",
    },
  ],
});
