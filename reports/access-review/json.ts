/** The access review for scripts: a single JSON document. */
import type { AccessReview } from "../../account/access/access";
import { jsonText } from "../json-text";
import { type AccessReviewReport, type Concern, LIMITS, concernsOf, isAccepted } from "./report";

/** Scripts rely on this format: fields can be added, but existing ones never change their meaning. */
export interface AccessReviewDocument extends Pick<AccessReview, "stores" | "holders" | "access" | "notReviewed"> {
  readonly summary: {
    readonly project: string;
    readonly stack: string;
    readonly account: string;
    readonly caller: string;
    readonly at: string;
    readonly unusedDays: number;
    readonly stores: number;
    /** Roles and users of the account. */
    readonly identities: number;
    readonly holders: number;
    readonly concerns: Readonly<Record<Concern, number>>;
    readonly failOn: readonly Concern[];
    readonly accepted: boolean;
  };
  readonly limits: readonly string[];
}

export function accessReviewDocument(report: AccessReviewReport): AccessReviewDocument {
  const { project, stack, account, caller, at, unusedDays, failOn } = report;
  const { stores, holders, access, notReviewed, identities } = report.review;
  return {
    summary: {
      ...{ project, stack, account, caller, at, unusedDays },
      stores: stores.length,
      identities,
      holders: holders.length,
      concerns: concernsOf(report),
      failOn,
      accepted: isAccepted(report),
    },
    stores,
    holders,
    access,
    notReviewed,
    limits: LIMITS,
  };
}

export function accessReviewJson(report: AccessReviewReport): string {
  return jsonText(accessReviewDocument(report));
}
