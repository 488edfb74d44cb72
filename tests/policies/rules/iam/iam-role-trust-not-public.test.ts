import { iamRoleTrustNotPublic } from "../../../../policies/rules/iam/iam-role-trust-not-public";
import { describeResourceRule } from "../../rule-harness";
import { allow, documentCases, publicCases } from "../policy-documents";

const { fails, passes } = publicCases("assumeRolePolicy");

describeResourceRule(iamRoleTrustNotPublic, {
  fails: [
    ...fails,
    documentCases("assumeRolePolicy").fails(
      "everyone with an external ID",
      "allows everyone in statement 1; name the principals or add a condition that binds them",
      allow("*", { Condition: { StringEquals: { "sts:ExternalId": "word" } } }),
    ),
  ],
  passes,
});
