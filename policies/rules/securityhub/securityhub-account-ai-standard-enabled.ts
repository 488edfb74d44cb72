import { partitionOf } from "../../../facts/regions";
import { standardPath } from "../../../facts/securityhub/standards";
import { show } from "../../properties";
import { ACCOUNT_BASELINE, SECURITY_HUB, SECURITY_STANDARD } from "../../resources";
import { stackRule } from "../../rule";
import { adoptedOrDeclined } from "../../stack/account-modes";
import { inGovernedRegions } from "../../stack/governed-regions";
import { is, must, some } from "../../truth";

export const securityhubAccountAiStandardEnabled = stackRule(ACCOUNT_BASELINE, {
  id: "securityhub-account-ai-standard-enabled",
  title: "Security Hub checks AWS's standard on AI in every governed region",
  severity: "medium",
  // Not every region offers every standard.
  enforcementLevel: "advisory",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "Security Hub checks what its standards ask, and by default none of them is about AI: agents, endpoints and notebooks that are open " +
    "to the internet or not encrypted are found by the standard AI Security Best Practices.",
  remediation:
    "Leave standards out of SecurityStandards and of the setting detection, or name ai-security-best-practices there.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html"],
  checkEach: (baseline, { stack }) =>
    inGovernedRegions(baseline, (region, { path }) => {
      const standard = `arn:${partitionOf(region).id}:securityhub:${region}::${standardPath("ai-security-best-practices")}`;
      return (
        adoptedOrDeclined(baseline, { name: "securityHub", type: SECURITY_HUB, region }, path) ??
        must(
          some(stack.ofType(SECURITY_STANDARD).map(({ properties }) => is(properties.standardsArn, standard))),
          path,
          `is ${show(region)}, where Security Hub does not check ${standard}; enable it`,
        )
      );
    }),
});
