import { resourceRule } from "../../rule";
import { CALLER_KEYS, mustNotBePublic } from "../grants";

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
  judge: ({ properties }) => mustNotBePublic(properties, "policy", [...CALLER_KEYS, "kms:calleraccount"]),
});
