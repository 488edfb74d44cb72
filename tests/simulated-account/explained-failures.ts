/** The checks of a scanner that may fail, each with its reason: none fails without one, and no reason outlives its failure. */
import assert from "node:assert/strict";

/** A check that may fail, on the resources that match, and why. */
export interface Explained {
  readonly check: string;
  /** Of the whole identifier of a resource. */
  readonly on: RegExp;
  /** Completes "it fails because ...". */
  readonly why: string;
}

/** A check that failed. */
export interface FailedCheck {
  readonly check: string;
  /** As the scanner identifies it. */
  readonly resource: string;
  /** What the scanner says. */
  readonly text: string;
}

/** What completes "it fails because ..." for more than one check. */
export const REASONS = {
  rootDevice: "only the root user can switch it on, with a device",
  guardDutyOfOrganization: "the account that administers GuardDuty is the organization's own",
  evidenceStaysInRegion: "whether evidence may leave its region is no decision of a default",
  nothingWaitsForObjects: "the trail announces its files by a topic, and nothing waits for other objects",
  accessLogsWithoutKey: "S3 delivers access logs to no bucket with such a key",
  operationalLog:
    "what a function says of its own runs is no evidence of calls to models, and is kept as application logs are",
} as const;

/** @param failed is asked when the tests run, after the scanner has. */
export function itExplainsEveryFailure(explained: readonly Explained[], failed: () => readonly FailedCheck[]): void {
  it("fails no check without a reason", () => {
    const unexplained = failed().filter((failure) => !explained.some((entry) => explains(entry, failure)));
    assert.deepEqual(
      unexplained.map(({ check, resource, text }) => `${check} on ${resource}: ${text}`),
      [],
    );
  });

  it("fails each check for which there is a reason", () => {
    const unused = explained.filter((entry) => !failed().some((failure) => explains(entry, failure)));
    assert.deepEqual(
      unused.map(({ check, on, why }) => `${check} on ${on.source}: ${why}`),
      [],
    );
  });
}

function explains({ check, on }: Explained, failure: FailedCheck): boolean {
  return failure.check === check && on.test(failure.resource);
}
