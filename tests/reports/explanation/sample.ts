/** A rule of the pack with a failure, to be explained. */
import type { ExplainedRule, Explanation } from "../../../reports/explanation/explanation";
import { fingerprints } from "../../../reports/fingerprints";
import type { JsonFinding } from "../../../reports/json";
import { VALIDATES } from "../rules/sample";
import { finding } from "../sample";

const { title, rationale, remediation, references, controls } = VALIDATES;

export const RULE: ExplainedRule = { id: "trail-validates", title, rationale, remediation, references, controls };

export function fingerprinted(more: Parameters<typeof finding>[0] = {}): JsonFinding {
  const made = finding(more);
  return { ...made, fingerprint: fingerprints()(made) };
}

export const FAILURE = fingerprinted({
  property: "enableLogFileValidation",
  source: { file: "index.ts", line: 12, column: 7 },
});

export function explanation(more: Partial<Explanation> = {}): Explanation {
  return { rule: RULE, findings: [FAILURE], passed: 0, ...more };
}
