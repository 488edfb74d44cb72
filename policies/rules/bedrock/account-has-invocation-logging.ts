import { type Judgements, decide, fail, notApplicable } from "../../judgement";
import { show } from "../../properties";
import { ACCOUNT_BASELINE, stackRule } from "../../rule";
import { eachOf } from "../subjects";
import { everyGovernedRegion } from "../governed-regions";
import { INVOCATION_LOGGING_CONFIGURATION, INVOCATION_LOGGING_PAGE } from "./invocation-logging";

export const accountHasInvocationLogging = stackRule({
  id: "account-has-invocation-logging",
  title: "An account logs model invocations in every region that it governs",
  severity: "high",
  type: ACCOUNT_BASELINE,
  property: "governedRegions",
  rationale:
    "Invocation logging is off by default and regional: in a region without it nobody can say what a model did.",
  fix: "Declare model invocation logging in the region, or do not govern the region and deny Bedrock there.",
  links: [INVOCATION_LOGGING_PAGE],
  covers: { prowler: ["bedrock_model_invocation_logging_enabled"] },
  config: {
    mayBeOff: {
      type: "boolean",
      default: false,
      description: "Whether an account may declare invocationContent off, and so keep no log of invocations.",
    },
  },
  judge: (stack, { mayBeOff }) =>
    eachOf(stack, ACCOUNT_BASELINE, (baseline) =>
      decide(baseline.properties, "invocationContent", (content): Judgements => {
        if (content !== "off") {
          return everyGovernedRegion(stack, baseline, INVOCATION_LOGGING_CONFIGURATION, "model invocation logging");
        }
        return mayBeOff === true
          ? notApplicable("the account declares that invocations are not logged")
          : fail("invocationContent", `is ${show(content)}; it must be "metadata-only", "redacted" or "full"`);
      }),
    ),
});
