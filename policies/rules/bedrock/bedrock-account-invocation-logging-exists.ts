import { ACCOUNT_BASELINE, INVOCATION_LOGGING_CONFIGURATION } from "../../resources";
import { stackRule } from "../../rule";
import { everyGovernedRegion } from "../../stack/governed-regions";
import { INVOCATION_LOGGING_PAGE } from "./invocation-logging";

export const bedrockAccountInvocationLoggingExists = stackRule(ACCOUNT_BASELINE, {
  id: "bedrock-account-invocation-logging-exists",
  title: "AWS accounts have Bedrock model invocation logging in every governed region",
  severity: "high",
  property: "governedRegions",
  rationale:
    "Model invocation logging is off by default and regional. In a region without it nobody can show what a model did.",
  remediation: "Declare model invocation logging in the region, or do not govern the region and deny Bedrock there.",
  references: [INVOCATION_LOGGING_PAGE],
  related: { prowler: ["bedrock_model_invocation_logging_enabled"] },
  checkEach: (baseline, { stack }) =>
    everyGovernedRegion(stack, baseline, "invocationLogging", INVOCATION_LOGGING_CONFIGURATION, {
      what: "model invocation logging configuration",
    }),
});
