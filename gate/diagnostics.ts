/** Parses a pack's diagnostics into result, property and message. Pure. */
import type { EnforcementLevel, Result, RuleInfo } from "./finding";

export interface Reading {
  readonly result: Exclude<Result, "pass" | "not-applicable">;
  readonly property?: string;
  readonly message: string;
  /** The rule's related checks that report the same finding. @default all of them */
  readonly relatedChecks?: readonly string[];
}

/** The tag of policies whose diagnostics use the baseline's format. */
export const WORDING_TAG = "wording:ai-governance-baseline";

/** Begins the reason why a rule of that format is not applicable, where nothing of its types holds evidence. */
export const UNASKED_MARK = "[no evidence] ";

/** `[undecided] PROPERTY MESSAGE`. Only the policy's tag distinguishes this format from a plain sentence. */
const WORDING = /^(?:\[(?<mark>undecided|exempt)\] )?(?<property>\S+) (?<message>[\s\S]*)$/;

/** Related checks at the end: `MESSAGE [checkov:CKV_AWS_53]`, or `MESSAGE []` for none. */
const RELATED = /^(?<message>[\s\S]*) \[(?<ids>[\w:. -]*)\]$/;

/** The SDK's message, in any pack, for a policy that read a value that is not known yet. */
const SDK_UNKNOWN = /^can't run policy '(?<policy>[^']*)' from policy pack '[^']*' during preview: (?<why>[\s\S]*)$/;
const SDK_UNKNOWN_PATH = / value at \.(?<path>\S+) can't be known/;

/**
 * Only an advisory diagnostic can say that it is no failure: whoever words a mandatory one, such as a program whose names
 * a policy quotes, has no say in that.
 *
 * @param message the diagnostic's message, to which the SDK prepends the policy's description.
 * @param level the diagnostic's own level, which can be lower than the rule's.
 */
export function readDiagnostic(
  message: string,
  level: EnforcementLevel,
  rule: Pick<RuleInfo, "id" | "description" | "ownWording" | "relatedChecks">,
): Reading {
  const advisory = level === "advisory";
  const { policy, why } = SDK_UNKNOWN.exec(message)?.groups ?? {};
  if (advisory && why !== undefined && policy === rule.id) {
    const property = SDK_UNKNOWN_PATH.exec(why)?.groups?.["path"];
    return property === undefined
      ? { result: "undecided", message: why }
      : { result: "undecided", property, message: `is not known yet: ${why}` };
  }
  const text = withoutDescription(message, rule.description);
  const { mark, property, message: wording } = (rule.ownWording ? WORDING.exec(text)?.groups : undefined) ?? {};
  if (property === undefined || wording === undefined || (mark !== undefined && !advisory)) {
    return { result: "fail", message: text };
  }
  return { result: mark === "undecided" || mark === "exempt" ? mark : "fail", property, ...narrowed(wording, rule) };
}

/** A finding can list a subset of its rule's related checks, never others. */
function narrowed(
  message: string,
  { relatedChecks }: Pick<RuleInfo, "relatedChecks">,
): Pick<Reading, "message" | "relatedChecks"> {
  const groups = RELATED.exec(message)?.groups;
  const ids = (groups?.["ids"] ?? "").split(" ").filter((id) => id !== "");
  return groups?.["message"] !== undefined && ids.every((id) => relatedChecks.includes(id))
    ? { message: groups["message"], relatedChecks: ids }
    : { message };
}

function withoutDescription(message: string, description: string): string {
  return message.startsWith(`${description}\n`) ? message.slice(description.length + 1) : message;
}
