/** What an access review comes to, as plain data: who may read what is logged. */
import type { AccessKind, StoreKind } from "../../facts/iam/evidence-reading";

export type { AccessKind, StoreKind } from "../../facts/iam/evidence-reading";

/** A policy document, and by what a reader finds it. */
export interface NamedPolicy {
  readonly name: string;
  /** JSON text; `undefined` where it could not be read. */
  readonly document: string | undefined;
}

/** A role or a user of the account, with all that IAM says of it. */
export interface Identity {
  readonly kind: "role" | "user";
  readonly arn: string;
  readonly name: string;
  /** `/` or `/evidence/`. */
  readonly path: string;
  /** AWS's own id of it, by which a policy names it that was written before it was deleted and made again. */
  readonly uniqueId: string;
  /** Inline and managed policies, a user's groups' among them. */
  readonly policies: readonly NamedPolicy[];
  readonly boundary?: NamedPolicy;
  /** Who may take on a role, as its trust policy names them: ARNs, services, providers. Empty for a user. */
  readonly trusts: readonly string[];
  /** ISO 8601; `undefined` where AWS knows of no use. */
  readonly lastUsed: string | undefined;
}

/** A grant of a KMS key. */
export interface KeyGrant {
  readonly id: string;
  readonly grantee: string;
  /** IAM actions by which it reads. */
  readonly actions: readonly string[];
  readonly conditional: boolean;
}

/** Something of the account that holds evidence, or opens it. */
export interface EvidenceStore {
  readonly kind: StoreKind;
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  /** What the resource itself allows and refuses. */
  readonly policies: readonly NamedPolicy[];
  readonly grants: readonly KeyGrant[];
  /** ARN of the customer managed key without which the content cannot be read. @default - none is needed */
  readonly keyArn?: string;
}

export type HolderKind = Identity["kind"] | "service" | "account" | "everyone" | "other";

/** Who may read. */
export interface AccessHolder {
  readonly kind: HolderKind;
  /** ARN of a role or user; a service; else the principal as the policy names it, with the conditions that narrow it. */
  readonly id: string;
  /** Whether it is none of the account's own. A service that a policy names is nobody's. */
  readonly outside: boolean;
  readonly trusts: readonly string[];
  /** ISO 8601; `null` where AWS knows of no use, absent where it cannot know. */
  readonly lastUsed?: string | null;
}

/** What one holder may do with one store. */
export interface Access {
  /** Id of the holder. */
  readonly holder: string;
  /** ARN of the store. */
  readonly store: string;
  readonly kinds: readonly AccessKind[];
  readonly actions: readonly string[];
  /** The policies and grants that allow it. */
  readonly by: readonly string[];
  /** Whether only statements with conditions allow it, of which not all is known. */
  readonly conditional: boolean;
  /** False where a policy that could not be read may decide otherwise. */
  readonly certain: boolean;
  /** Whether the holder may use the key of an encrypted bucket; absent where there is no customer managed key. */
  readonly withKey?: boolean;
}

/** What could not be reviewed. */
export interface NotReviewed {
  /** `bucket invocations`. */
  readonly what: string;
  readonly region: string;
  readonly why: string;
}

export interface AccessReview {
  readonly stores: readonly Pick<EvidenceStore, "kind" | "name" | "arn" | "region">[];
  /** Those who may do something, in the order of their ids. */
  readonly holders: readonly AccessHolder[];
  readonly access: readonly Access[];
  readonly notReviewed: readonly NotReviewed[];
  /** Roles and users of the account, with those who may do nothing. */
  readonly identities: number;
}
