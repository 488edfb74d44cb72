import type { ReportViolation, StackValidationArgs, StackValidationPolicy } from "@pulumi/policy";
import { WORDING } from "./crossguard";
import type { ExemptionBook } from "./exemptions";

/** Id of the one policy that checks the exemptions file and not the stack. */
export const EXEMPTIONS_FILE_VALID = "exemptions-file-valid";

/**
 * Reports every exemption that does not apply, or that nothing needs. It has no rule form, because its subject is the
 * pack's own state and because it cannot itself be exempted.
 */
export function exemptionsFileValid(exemptions: ExemptionBook): StackValidationPolicy {
  return {
    name: EXEMPTIONS_FILE_VALID,
    displayName: "The exemptions file is valid",
    description: "Every exemption is well formed, names a rule of this pack, has not expired and is still needed.",
    enforcementLevel: "advisory",
    severity: "medium",
    remediationSteps: "Correct, renew or remove the entry in the exemptions file.",
    tags: [WORDING, "type:pulumi:pulumi:Stack", "property:exemptions"],
    validateStack: ({ resources }: StackValidationArgs, report: ReportViolation) => {
      const [, stack = ""] = /^urn:pulumi:([^:]+)::/.exec(resources[0]?.urn ?? "") ?? [];
      for (const { entry, kind, problem } of exemptions.defects) {
        report(`exemptions has ${entry} (${kind.replace("-", " ")}), which does not apply: it ${problem}`);
      }
      for (const { rule, urn } of exemptions.unused(stack)) {
        report(`exemptions has an exemption from ${rule} for ${urn}, which no finding of this stack needs; remove it`);
      }
    },
  };
}
