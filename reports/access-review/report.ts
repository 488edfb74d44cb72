/** What an access review came to, with the words that every form of its report shares. */
import type { Access, AccessHolder, AccessKind, AccessReview, StoreKind } from "../../account/access/access";

export interface AccessReviewReport {
  readonly project: string;
  readonly stack: string;
  /** 12 digits. */
  readonly account: string;
  /** ARN of who read it. */
  readonly caller: string;
  /** ISO 8601. */
  readonly at: string;
  /** Days without use after which a reader counts as unused. */
  readonly unusedDays: number;
  readonly review: AccessReview;
  /** What of the review ends the command with a failure. */
  readonly failOn: readonly Concern[];
}

/** What a reviewer looks at first. */
export type Concern = "outside" | "unmask" | "unused" | "not-reviewed";

export const CONCERNS: readonly Concern[] = ["outside", "unmask", "unused", "not-reviewed"];

/** What each concern is called after its number. */
export const CONCERN_TEXTS: Readonly<Record<Concern, string>> = {
  outside: "from outside of the account",
  unmask: "may unmask",
  unused: "unused",
  "not-reviewed": "not reviewed",
};

/** How many of each there are: holders, and what could not be reviewed. */
export function concernsOf({ review, at, unusedDays }: AccessReviewReport): Readonly<Record<Concern, number>> {
  const unmasking = new Set(review.access.filter(({ kinds }) => kinds.includes("unmask")).map(({ holder }) => holder));
  return {
    outside: review.holders.filter(({ outside }) => outside).length,
    unmask: unmasking.size,
    unused: review.holders.filter((holder) => isUnused(holder, at, unusedDays)).length,
    "not-reviewed": review.notReviewed.length,
  };
}

export function isAccepted(report: AccessReviewReport): boolean {
  const found = concernsOf(report);
  return report.failOn.every((concern) => found[concern] === 0);
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** Whether a role or user was not there for so many days; of others AWS does not know. */
export function isUnused({ lastUsed }: AccessHolder, at: string, days: number): boolean {
  return (
    lastUsed === null || (lastUsed !== undefined && Date.parse(at) - Date.parse(lastUsed) > days * MILLISECONDS_PER_DAY)
  );
}

/** `2026-11-26`, `never known`, or nothing where AWS cannot know. */
export function lastUsedText({ lastUsed }: AccessHolder): string {
  return lastUsed === undefined ? "-" : lastUsed === null ? "never known" : lastUsed.slice(0, 10);
}

/** What a holder may do alike with several stores of a kind. */
export interface AccessGroup {
  readonly holder: AccessHolder;
  readonly store: StoreKind;
  /** `read, unmask`, with what narrows it. */
  readonly may: string;
  /** Names of the stores. */
  readonly names: readonly string[];
  /** Whether these are all the stores of the kind. */
  readonly areAll: boolean;
  readonly by: readonly string[];
}

/** By holder, kind of store and what may be done. */
export function groupsOf({ stores, holders, access }: AccessReview): readonly AccessGroup[] {
  const byArn = new Map(stores.map((store) => [store.arn, store]));
  return holders.flatMap((holder) => {
    const groups = new Map<string, { store: StoreKind; may: string; of: Access[] }>();
    for (const one of access.filter(({ holder: id }) => id === holder.id)) {
      const store = byArn.get(one.store)?.kind;
      if (store !== undefined) {
        const may = mayText(one);
        const group = groups.get(`${store} ${may}`) ?? { store, may, of: [] };
        groups.set(`${store} ${may}`, { ...group, of: [...group.of, one] });
      }
    }
    return [...groups.values()].map(({ store, may, of }): AccessGroup => {
      const ofKind = stores.filter(({ kind }) => kind === store).length;
      return {
        holder,
        store,
        may,
        names: of.flatMap(({ store: arn }) => byArn.get(arn)?.name ?? []),
        areAll: of.length === ofKind,
        by: [...new Set(of.flatMap(({ by }) => by))],
      };
    });
  });
}

const KINDS: readonly AccessKind[] = ["read", "unmask", "copy"];

/** `read, unmask (conditions)`. */
export function mayText({ kinds, conditional, certain, withKey }: Access): string {
  const notes = [
    ...(withKey === false ? ["but not decrypt"] : []),
    ...(conditional ? ["under conditions"] : []),
    ...(certain ? [] : ["perhaps"]),
  ];
  const may = KINDS.filter((kind) => kinds.includes(kind)).join(", ");
  return notes.length === 0 ? may : `${may} (${notes.join(", ")})`;
}

/** How many names are written out. */
const MOST_NAMES = 3;

/** `all 14 log groups`, or their names. */
export function storesText({ store, names, areAll }: AccessGroup): string {
  const [only] = names;
  if (names.length === 1 && only !== undefined) {
    return `${store} ${only}`;
  }
  if (areAll) {
    return `all ${names.length} ${store}s`;
  }
  const more = names.length - MOST_NAMES;
  return `${names.length} ${store}s: ${names.slice(0, MOST_NAMES).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** What no policy of the account shows; in every form of the report. */
export const LIMITS: readonly string[] = [
  "The account's root user may do everything, and is not listed.",
  "Considered: identity policies and those of groups, permissions boundaries, policies of buckets, keys and log groups, and grants of keys. Not considered: service control and resource control policies, session policies, and policies of VPC endpoints, which can only take something away; nor access points and access grants of S3, and monitoring accounts that read log groups across accounts, which can give more.",
  "A condition of which nothing is known is taken for met where it allows, and for not met where it refuses. Who may change policies, grants or roles may give itself what is not listed.",
  "The last use is that of the role or user, by whatever call, in the 400 days that AWS keeps; it is not that of the log.",
];
