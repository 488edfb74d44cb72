import { equals } from "../../requirements";
import { CONFIG_REMEDIATION } from "../../resources";
import { resourceRule } from "../../rule";

export const configRemediationNotAutomatic = resourceRule(CONFIG_REMEDIATION, {
  id: "config-remediation-not-automatic",
  title: "Remediations of AWS Config are started by a person",
  severity: "low",
  enforcementLevel: "advisory",
  property: "automatic",
  rationale:
    "A remediation that starts by itself changes what it finds before anybody has looked: a rule that errs breaks what works, and the " +
    "state that an investigator needs is gone.",
  remediation: "Leave automatic out, or exempt a remediation that was seen to do the right thing by hand.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/setup-autoremediation.html"],
  requires: equals(false, { byDefault: false }),
});
