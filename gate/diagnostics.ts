/** Reads what a pack's diagnostics say: the verdict, the property, the message. Pure. */
import type { Verdict } from "./finding";

export interface Reading {
  readonly verdict: Exclude<Verdict, "pass" | "not-applicable">;
  readonly property?: string;
  readonly message: string;
}

/** The wording of a pack that follows the baseline's form: `[undecided] PROPERTY: MESSAGE`. */
const OWN_FORM = /^(?:\[(?<mark>undecided|exempt)\] )?(?:(?<property>[\w.[\]*"-]+): )?(?<message>[\s\S]*)$/;

/** What the SDK says, in whatever pack, when a policy read a value that is not known yet. */
const SDK_UNKNOWN = /^can't run policy '[^']*' from policy pack '[^']*' during preview: (?<why>[\s\S]*)$/;
const SDK_UNKNOWN_PATH = / value at \.(?<path>\S+) can't be known/;

/**
 * @param message the diagnostic's message. @param description the policy's; the SDK puts it before a text message.
 */
export function readDiagnostic(message: string, description: string): Reading {
  const unknown = SDK_UNKNOWN.exec(message)?.groups?.["why"];
  if (unknown !== undefined) {
    const property = SDK_UNKNOWN_PATH.exec(unknown)?.groups?.["path"];
    return { verdict: "undecided", message: unknown, ...(property === undefined ? {} : { property }) };
  }
  const groups = OWN_FORM.exec(withoutDescription(message, description))?.groups ?? {};
  const { mark, property } = groups;
  return {
    verdict: mark === "undecided" || mark === "exempt" ? mark : "fail",
    message: groups["message"] ?? message,
    ...(property === undefined ? {} : { property }),
  };
}

function withoutDescription(message: string, description: string): string {
  return message.startsWith(`${description}\n`) ? message.slice(description.length + 1) : message;
}
