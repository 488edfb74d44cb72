import { decide, found } from "../../requirements";
import { ACCOUNT_BASELINE, INVOCATION_LOGGING_CONFIGURATION } from "../../resources";
import { type Results, fail, notApplicable } from "../../result";
import { stackRule } from "../../rule";
import { flag } from "../../settings";
import { everyGovernedRegion } from "../../stack/governed-regions";
import { INVOCATION_LOGGING_PAGE } from "./invocation-logging";

const CONTENT = ACCOUNT_BASELINE.path("invocationContent");

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
  settings: {
    mayBeOff: flag({
      default: false,
      description: "Whether an account may set invocationContent to off, and so keep no log of invocations.",
    }),
  },
  checkEach: (baseline, { stack, settings: { mayBeOff } }) =>
    decide(baseline.properties, CONTENT, (content): Results => {
      if (content !== "off") {
        const what = "model invocation logging configuration";
        return everyGovernedRegion(stack, baseline, INVOCATION_LOGGING_CONFIGURATION, what);
      }
      return mayBeOff
        ? notApplicable("the account declares that invocations are not logged")
        : fail(CONTENT, `${found(content)}; set it to "metadata-only", "redacted" or "full"`);
    }),
});
