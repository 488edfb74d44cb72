import { ALTERNATE_CONTACTS } from "../../../facts/account/alternate-contacts";
import { UNKNOWN } from "../../properties";
import { ACCOUNT_BASELINE, ALTERNATIVE_CONTACT } from "../../resources";
import { stackRule } from "../../rule";
import { must, some } from "../../truth";

export const accountSecurityContactExists = stackRule(ACCOUNT_BASELINE, {
  id: "account-security-contact-exists",
  title: "AWS accounts have a security contact",
  severity: "medium",
  // Only the organization knows an address; many set it for all of their accounts from one.
  enforcementLevel: "advisory",
  property: "alternateContacts",
  rationale:
    "AWS writes of abuse and of leaked credentials to the address of the root user alone, which often nobody reads who could act on it.",
  remediation:
    "Declare AlternateContacts with a security contact, best a list that the security team reads, or exempt the account whose organization sets it.",
  references: ["https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html"],
  related: {
    prowler: ["account_security_contact_information_is_registered"],
    securityHub: ["Account.1"],
    config: ["SECURITY_ACCOUNT_INFORMATION_PROVIDED"],
  },
  checkEach: (_, { stack, property }) => {
    const contacts = stack.ofType(ALTERNATIVE_CONTACT).map(({ properties }) => properties.alternateContactType);
    const isThere = some(contacts.map((type) => (type === UNKNOWN ? UNKNOWN : type === ALTERNATE_CONTACTS.security)));
    return must(isThere, property, "has no security contact; declare AlternateContacts with one");
  },
});
