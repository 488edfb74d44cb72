/** What the condition keys say of a caller, which calls carry them, and in which form. */
import type { Source } from "../source";

const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide";
const S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";
const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide";

export const SOURCES: readonly Source[] = [
  { page: `${IAM}/reference_policies_condition-keys.html`, readOn: "2026-11-26" },
  { page: `${S3}/access-control-block-public-access.html`, readOn: "2026-11-26" },
  { page: `${S3}/example-bucket-policies.html`, readOn: "2026-11-26" },
  { page: `${KMS}/conditions-kms.html`, readOn: "2026-11-26" },
];

/** In which form a value says whose a call is. */
export type KeyForm =
  | "account"
  | "organization"
  /** `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/` */
  | "organization-path"
  | "arn"
  | "vpc"
  | "vpc-endpoint"
  /** CIDR blocks of addresses of the internet. */
  | "network"
  /** The unique id of a user or role, with the session's name behind a colon. */
  | "unique-id"
  /** An ARN, or a text of the service's own, that a service sets to what it acts for. */
  | "service-context"
  | "boolean";

/** Which calls carry a key. */
export type Presence = "always" | "sometimes" | "never";

export interface ConditionKey {
  readonly form: KeyForm;
  /** In calls of a principal with credentials of an account. */
  readonly signed: Presence;
  /** In calls without credentials. */
  readonly anonymous: Presence;
  /** In calls that an AWS service makes by its own principal. */
  readonly service: Presence;
  /** The value in the calls of a kind, where it is always the same. */
  readonly value?: Readonly<Partial<Record<"signed" | "anonymous" | "service", string>>>;
}

const OF_PRINCIPAL = { signed: "always", anonymous: "never", service: "never" } as const;
/** Every call carries it, those without credentials too. */
const OF_ANYBODY = {
  signed: "always",
  anonymous: "always",
  service: "never",
  value: { anonymous: "anonymous" },
} as const;
/** A member of no organization has none. */
const OF_MEMBER = { signed: "sometimes", anonymous: "never", service: "never" } as const;
const OF_SOURCE = { signed: "never", anonymous: "never", service: "sometimes" } as const;
const OF_NETWORK = { signed: "sometimes", anonymous: "sometimes", service: "never" } as const;
/** An access point takes anonymous calls too. */
const OF_ACCESS_POINT = { signed: "sometimes", anonymous: "sometimes", service: "sometimes" } as const;

/**
 * The keys whose values a caller cannot choose, in lower case. A final `*` stands for any ending.
 *
 * Every other key tells what a caller says or chooses, such as `sts:ExternalId`, `aws:PrincipalTag/…` or `aws:UserAgent`, or what
 * is true of anybody's call, such as `aws:ResourceAccount`, so that a condition on it binds nobody.
 */
export const CONDITION_KEYS: Readonly<Record<string, ConditionKey>> = {
  "aws:principalaccount": { form: "account", ...OF_ANYBODY },
  "aws:principalarn": { form: "arn", ...OF_PRINCIPAL },
  "aws:principalorgid": { form: "organization", ...OF_MEMBER },
  "aws:principalorgpaths": { form: "organization-path", ...OF_MEMBER },
  "aws:userid": { form: "unique-id", ...OF_ANYBODY },
  "aws:principalisawsservice": {
    form: "boolean",
    signed: "always",
    anonymous: "never",
    service: "always",
    value: { signed: "false", service: "true" },
  },
  "kms:calleraccount": { form: "account", signed: "always", anonymous: "never", service: "sometimes" },

  "aws:sourcearn": { form: "arn", ...OF_SOURCE },
  "aws:sourceaccount": { form: "account", ...OF_SOURCE },
  "aws:sourceorgid": { form: "organization", ...OF_SOURCE },
  "aws:sourceorgpaths": { form: "organization-path", ...OF_SOURCE },
  // SNS's own, older key: the account that the call comes from, of a service or a principal.
  "aws:sourceowner": { form: "account", signed: "sometimes", anonymous: "never", service: "sometimes" },
  "kms:encryptioncontext:*": { form: "service-context", ...OF_SOURCE },

  "aws:sourceip": { form: "network", ...OF_NETWORK },
  "aws:sourcevpc": { form: "vpc", ...OF_NETWORK },
  "aws:sourcevpcarn": { form: "arn", ...OF_NETWORK },
  "aws:sourcevpce": { form: "vpc-endpoint", ...OF_NETWORK },
  "aws:vpceaccount": { form: "account", ...OF_NETWORK },
  "aws:vpceorgid": { form: "organization", ...OF_NETWORK },
  "aws:vpceorgpaths": { form: "organization-path", ...OF_NETWORK },

  "s3:dataaccesspointaccount": { form: "account", ...OF_ACCESS_POINT },
  "s3:dataaccesspointarn": { form: "arn", ...OF_ACCESS_POINT },
};

/**
 * Policy variables that stand for the account or organization of the resource or of the caller, in lower case: key -> the
 * variable by which the two are required to be the same.
 */
export const SAME_OWNER: readonly (readonly [key: string, variable: string])[] = [
  ["aws:principalaccount", "aws:resourceaccount"],
  ["aws:resourceaccount", "aws:principalaccount"],
  ["s3:resourceaccount", "aws:principalaccount"],
  ["kms:calleraccount", "aws:resourceaccount"],
  ["aws:sourceaccount", "aws:resourceaccount"],
  ["aws:principalorgid", "aws:resourceorgid"],
  ["aws:resourceorgid", "aws:principalorgid"],
  ["aws:sourceorgid", "aws:resourceorgid"],
];

/** The widest source networks, in bits of the prefix, that S3 does not call public. */
export const NARROWEST_PUBLIC_PREFIX = { ipv4: 8, ipv6: 32 } as const;
