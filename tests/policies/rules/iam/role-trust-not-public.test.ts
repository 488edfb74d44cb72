import { roleTrustNotPublic } from "../../../../policies/rules/iam/role-trust-not-public";
import { describeResourceRule } from "../../rule-harness";
import { allow, documentCases, publicCases } from "../policy-documents";

const { fails, passes } = publicCases("assumeRolePolicy");

describeResourceRule(roleTrustNotPublic, {
  fails: [
    ...fails,
    documentCases("assumeRolePolicy").fails(
      "everyone who says a word that is no secret",
      "lets in everyone by statement 1; it must name principals or bind them by a condition",
      allow("*", { Condition: { StringEquals: { "sts:ExternalId": "word" } } }),
    ),
  ],
  passes,
});
