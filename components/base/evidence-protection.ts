/** How a component's evidence is kept from deletion, as options: their form and what they rule out. */
import { type Check, matching, OptionError } from "./options";

/** Whether what a component holds can be deleted with the component. */
export interface EvidenceProtection {
  /** Whether Pulumi refuses to delete what holds evidence. @default true */
  readonly protect?: boolean;
  /**
   * Whether deleting the component deletes the evidence in it as well: buckets are emptied, and log groups have no deletion
   * protection. Needs `protect: false`, and no Object Lock in mode COMPLIANCE.
   *
   * @default false
   */
  readonly forceDestroy?: boolean;
}

/** Who can take away the key that a component makes. */
export interface KeyProtection {
  /**
   * ARNs of the IAM users and roles who alone may schedule the deletion of the component's own key, disable it or change its
   * policy. Nobody else can then lift this, the account's administrators and root user included: if every one of these
   * principals is deleted, only AWS Support can change the key. Whoever runs Pulumi needs to be one of them only to change the
   * key's policy or to delete the key.
   *
   * @default - whomever IAM allows
   */
  readonly breakGlassPrincipals?: readonly string[];
}

/** A check of one of breakGlassPrincipals. A wildcard would let in whoever can create a role of a matching name. */
const principalForm: Check<string> = matching(
  /^arn:[a-z-]+:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/,
  "the ARN of an IAM role or user, without wildcards",
  "Name the role itself, such as arn:aws:iam::111122223333:role/break-glass.",
);

/**
 * Checks that evidence is not to be destroyed and kept at the same time, and that break-glass principals are named exactly.
 *
 * @param lockMode the mode of the Object Lock of what is destroyed. @default "none"
 * @param option builds the whole path of an option, as `optionOf` does
 * @throws {OptionError} naming the option that is wrong
 */
export function checkProtection(
  { protect, forceDestroy, breakGlassPrincipals }: EvidenceProtection & KeyProtection,
  option: (name: string) => string,
  lockMode: "GOVERNANCE" | "COMPLIANCE" | "none" = "none",
): void {
  if (forceDestroy === true && protect !== false) {
    throw new OptionError({
      path: option("forceDestroy"),
      got: true,
      allowed: "false, unless protect is false",
      fix: "Set protect to false as well, or remove forceDestroy.",
    });
  }
  if (forceDestroy === true && lockMode === "COMPLIANCE") {
    throw new OptionError({
      path: option("forceDestroy"),
      got: true,
      allowed: "false with objectLock.mode COMPLIANCE, which nobody can lift",
      fix: "Remove forceDestroy, or choose another mode.",
    });
  }
  if (breakGlassPrincipals?.length === 0) {
    throw new OptionError({
      path: option("breakGlassPrincipals"),
      got: [],
      allowed: "one or more ARNs of IAM roles or users",
      fix: "Name who may delete the key in an emergency, or leave the option out.",
    });
  }
  breakGlassPrincipals?.forEach((arn, index) => {
    principalForm(arn, option(`breakGlassPrincipals[${index}]`));
  });
}
