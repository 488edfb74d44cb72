/** Quotas of the account that the stack would exceed. */
import { CLEAR, type Decided, collide, leaveOpen } from "./collision";
import { type Declared, GLOBAL, ofType } from "./declared";
import type { ObservedAccount } from "./observed";

export function quotaCollisions(declared: readonly Declared[], { roleQuota }: ObservedAccount): Decided {
  const roles = ofType(declared, "aws:iam/role:Role");
  const [first] = roles;
  if (first === undefined) {
    return CLEAR;
  }
  if ("unreadable" in roleQuota) {
    return leaveOpen({ what: "quota of IAM roles", where: GLOBAL, ...roleQuota.unreadable });
  }
  const { used, allowed } = roleQuota.seen;
  return used + roles.length <= allowed
    ? CLEAR
    : collide({
        what: "IAM roles",
        where: GLOBAL,
        declared: first.urn,
        observed: `${used} roles`,
        consequence: "limit",
        explanation: `The account has ${used} of ${allowed} roles, and the stack creates ${roles.length}.`,
        settings: [],
        otherwise: "Ask AWS for a higher quota of roles, or delete roles that nobody uses.",
        page: "docs/existing-accounts/names.md",
      });
}
