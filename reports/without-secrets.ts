/** Findings and reports without the secrets of the stack that they are about. */
import type { Finding, RuleInfo } from "../gate/finding";
import type { Secrets } from "../pulumi/secrets";
import { ruleById } from "./summary";

/** Findings of others than the pack, such as of what an account has. Those of the pack are without secrets already. */
export function findingsWithoutSecrets(
  findings: readonly Finding[],
  rules: readonly RuleInfo[],
  secrets: Secrets,
): readonly Finding[] {
  if (secrets.isEmpty) {
    return findings;
  }
  const known = ruleById(rules);
  return findings.map((finding) => {
    const { result, rule, urn } = finding;
    const instead = `is told without its values, because a secret is among them: ${known.get(rule)?.title ?? rule}`;
    // What passes has the title of its rule for a message.
    return result === "pass" ? finding : secrets.maskFinding(urn, finding, instead);
  });
}

/** What identifies a resource and has to stay as it is. */
const NAMES: readonly string[] = ["declared", "resources", "urn"];

/** A report, or a part of one, of which each text is masked. */
export function maskTexts<T>(value: T, secrets: Secrets): T;
export function maskTexts(value: unknown, secrets: Secrets): unknown {
  if (typeof value === "string") {
    return secrets.mask(value);
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => maskTexts(item, secrets));
  }
  if (typeof value !== "object" || value === null || secrets.isEmpty) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      name,
      NAMES.includes(name) ? inner : maskTexts(inner, secrets),
    ]),
  );
}
