import { type Statement, isEveryone } from "../../documents";
import { fail, pass } from "../../judgement";
import { resourceRule } from "../../rule";
import { isBoundBy } from "./bindings";
import { judgeStatements } from "./statements";

/** Condition keys that tie a call to an account, an organization, a network or a resource. */
const CALLER_KEYS = [
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "kms:calleraccount",
];

export const keyPolicyNotPublic = resourceRule({
  id: "key-policy-not-public",
  title: "A key's policy lets in nobody from everywhere",
  severity: "critical",
  type: "aws:kms/key:Key",
  property: "policy",
  rationale: "Whoever may use the key can read what it encrypts, and an Allow to everyone means every AWS account.",
  fix: "Name the principals, or bind the statement by a condition such as kms:CallerAccount or aws:PrincipalOrgID.",
  links: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html"],
  covers: {
    prowler: ["kms_key_not_publicly_accessible"],
    checkov: ["CKV_AWS_33"],
    securityHub: ["KMS.5"],
    config: ["KMS_KEY_POLICY_NO_PUBLIC_ACCESS"],
  },
  judge: ({ properties }) =>
    judgeStatements(properties, "policy", (statement, label) =>
      letsInEveryone(statement) && !isBoundBy(statement, CALLER_KEYS)
        ? fail("policy", `lets in everyone by ${label}; it must name principals or bind them by a condition`)
        : pass,
    ),
});

/** An Allow with NotPrincipal lets in everyone but those it names. */
function letsInEveryone({ effect, principals, notPrincipals }: Statement): boolean {
  return effect === "Allow" && (principals.some(isEveryone) || notPrincipals.length > 0);
}
