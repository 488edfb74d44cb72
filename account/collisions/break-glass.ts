/**
 * Who alone may take a key away, and whether there is anybody of that name. KMS requires the principals of a policy to exist;
 * what a condition names is only compared with whoever calls.
 *
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 */
import { principalsLeftRemoval } from "../../policies/iam/key-removal";
import { parseDocument } from "../../policies/iam/policy-document";
import { CLEAR, type Decided, collide, leaveOpen, together } from "./collision";
import { type Declared, GLOBAL, ofType } from "./declared";
import type { ObservedAccount } from "./observed";

const WHAT = "Break-glass principal";

/** A principal whom alone a key's policy leaves its removal to. */
export interface BreakGlass {
  readonly arn: string;
  /** The first of the keys. */
  readonly key: Declared;
}

/** The break-glass principals of the keys, but for those that the stack creates itself. */
export function breakGlassOf(declared: readonly Declared[]): readonly BreakGlass[] {
  const created = ofType(declared, "aws:iam/role:Role", "aws:iam/user:User").map(({ arn }) => arn);
  const all = new Map<string, BreakGlass>();
  for (const key of ofType(declared, "aws:kms/key:Key")) {
    const { policy } = key.inputs;
    const document = parseDocument(typeof policy === "string" ? policy : undefined);
    const principals = document.kind === "document" ? principalsLeftRemoval(document.statements) : [];
    for (const arn of principals) {
      if (!all.has(arn) && !created.includes(arn)) {
        all.set(arn, { arn, key });
      }
    }
  }
  return [...all.values()];
}

export function breakGlassCollisions(declared: readonly Declared[], { account, principals }: ObservedAccount): Decided {
  return together(
    breakGlassOf(declared).map(({ arn, key }) => {
      const there = principals.get(arn);
      if (there === undefined) {
        const why = `It is not of account ${account}, which alone is read.`;
        return leaveOpen({ what: `${WHAT} ${arn}`, where: GLOBAL, why });
      }
      if ("unreadable" in there) {
        return leaveOpen({ what: `${WHAT} ${arn}`, where: GLOBAL, ...there.unreadable });
      }
      return there.seen
        ? CLEAR
        : collide({
            what: WHAT,
            where: GLOBAL,
            declared: key.urn,
            observed: `no ${arn}`,
            consequence: "missing",
            explanation:
              "Nobody can change the policies of the keys or delete them while there is no such principal, and whoever may " +
              "create one of this name then can.",
            settings: [],
            otherwise: "Create it first, or name in breakGlassPrincipals one that exists.",
            page: "docs/existing-accounts/break-glass.md",
          });
    }),
  );
}
