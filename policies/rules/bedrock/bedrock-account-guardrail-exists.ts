import { ACCOUNT_BASELINE, GUARDRAIL } from "../../resources";
import { stackRule } from "../../rule";
import { everyGovernedRegion } from "../../stack/governed-regions";

export const bedrockAccountGuardrailExists = stackRule(ACCOUNT_BASELINE, {
  id: "bedrock-account-guardrail-exists",
  title: "AWS accounts have a Bedrock guardrail in every governed region",
  severity: "medium",
  property: "governedRegions",
  rationale:
    "A guardrail serves the models of its own region only. Where there is none, teams call models unfiltered or each build filters of " +
    "their own.",
  remediation: "Declare a BaselineGuardrail in the region.",
  references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails.html"],
  related: { prowler: ["bedrock_guardrails_configured"] },
  checkEach: (baseline, { stack }) =>
    everyGovernedRegion(stack, baseline, "guardrails", GUARDRAIL, { what: "guardrail" }),
});
