import type { ReportViolation, StackValidationArgs, StackValidationPolicy } from "@pulumi/policy";
import { WORDING } from "./crossguard";
import type { ExemptionBook } from "./exemptions";
import { EXEMPTIONS_FILE_VALID } from "./exemptions-file-text";

/**
 * Reports every exemption that does not apply, or that nothing needs. It has no rule form, because its subject is the
 * pack's own state and because it cannot itself be exempted.
 */
export function exemptionsFileValid(exemptions: ExemptionBook): StackValidationPolicy {
  const { id, title, rationale, remediation } = EXEMPTIONS_FILE_VALID;
  return {
    name: id,
    displayName: title,
    description: rationale,
    enforcementLevel: "advisory",
    severity: "medium",
    remediationSteps: remediation,
    tags: [WORDING, "type:pulumi:pulumi:Stack", "property:exemptions"],
    validateStack: ({ resources }: StackValidationArgs, report: ReportViolation) => {
      const [, stack = ""] = /^urn:pulumi:([^:]+)::/.exec(resources[0]?.urn ?? "") ?? [];
      for (const { entry, kind, problem } of exemptions.defects) {
        report(`exemptions has ${entry} (${kind.replace("-", " ")}), which does not apply: it ${problem}`);
      }
      for (const { rule, urn, file } of exemptions.unused(stack)) {
        const place = file === undefined ? "" : ` in ${file}`;
        report(
          `exemptions has an exemption from ${rule} for ${urn}${place}, which no finding of this stack needs; remove it`,
        );
      }
    },
  };
}
