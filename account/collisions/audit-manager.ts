/** Whether the account can have assessments of AWS Audit Manager at all, which AWS sets up for no new customer. */
import { CLOSED_TO_NEW_CUSTOMERS, SET_UP } from "../../facts/auditmanager/assessments";
import { CLEAR, type Decided, collide, leaveOpen, together } from "./collision";
import { type Declared, ofType } from "./declared";
import type { ObservedAccount } from "./observed";

const WHAT = "Audit Manager";

/** The assessments that the stack declares. */
export function assessmentsOf(declared: readonly Declared[]): readonly Declared[] {
  return ofType(declared, "aws:auditmanager/assessment:Assessment");
}

export function auditManagerCollisions(declared: readonly Declared[], { auditManager }: ObservedAccount): Decided {
  return together(
    assessmentsOf(declared).map(({ urn, region }) => {
      const status = auditManager.get(region);
      if (status === undefined) {
        return CLEAR;
      }
      if ("unreadable" in status) {
        return leaveOpen({ what: WHAT, where: region, ...status.unreadable });
      }
      return status.seen === SET_UP
        ? CLEAR
        : collide({
            what: WHAT,
            where: region,
            declared: urn,
            observed: status.seen,
            consequence: "refused",
            explanation: `It is not set up in the region, and AWS sets it up for nobody since ${CLOSED_TO_NEW_CUSTOMERS}.`,
            settings: [
              {
                path: ["auditManager"],
                value: { mode: "off", reason: "Audit Manager was not set up in this account before AWS closed it" },
              },
            ],
            otherwise: "The reports of baseline check and baseline verify are evidence of the same controls.",
            page: "docs/existing-accounts/audit-manager.md",
          });
    }),
  );
}
