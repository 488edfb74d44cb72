/** What readers are told of the one policy that checks the exemptions file and not the stack; free of the SDK. */
import type { RuleText } from "./rule";

export const EXEMPTIONS_FILE_VALID = {
  id: "exemptions-file-valid",
  title: "The exemptions file is valid",
  rationale: "Every exemption is well formed, names a rule of this pack, has not expired and is still needed.",
  remediation: "Correct, renew or remove the entry in the exemptions file.",
} as const satisfies Pick<RuleText, "id" | "title" | "rationale" | "remediation">;
