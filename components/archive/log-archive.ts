/** The archive account's side of evidence that other accounts deliver: locked log files, and configuration history. */
import * as pulumi from "@pulumi/pulumi";

import { KNOWN_REGIONS } from "../../facts/regions";
import { LARGEST_BUCKET_POLICY } from "../../facts/s3/limits";
import { componentType, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { matching, optionOf, OptionError } from "../base/options";
import { accountIdForm, organizationIdForm, trailArnForm } from "../cloudtrail/trail-identifiers";
import { policyJson } from "../documents/iam";
import { ARCHIVE_BUCKETS, archiveBucketName, type ArchiveUse, type Held } from "../documents/log-archive";
import type { CustomerManagedKey } from "../kms/customer-managed-key";
import type { EvidenceBucket } from "../s3/evidence-bucket";
import { checkLockedRetention, DEFAULT_OBJECT_LOCK, lockMode, type ObjectLock } from "../s3/object-lock";
import {
  createAccessLogBucket,
  createConfigBucket,
  createConfigKey,
  createTrailBucket,
  createTrailKey,
  type LogArchiveOptions,
} from "./log-archive-resources";

/** An account that delivers to an archive by a trail and by AWS Config. */
export interface SourceAccount {
  /** Twelve digits. */
  readonly accountId: string;
  /** The ARN of its trail, which need not exist yet. An `AccountBaseline` named `baseline` has the trail `baseline-trail`. */
  readonly trailArn: string;
  /**
   * The ARN of its trail of data events, where it has one: `baseline-trail-data` with the setting cloudWatchCopy "management-only".
   *
   * @default - the one trail logs all
   */
  readonly dataTrailArn?: string;
}

/** An organization that delivers to an archive by one trail, and by AWS Config in each of its accounts. */
export interface SourceOrganization {
  /** `o-` and 10 to 32 lower-case letters and digits. */
  readonly id: string;
  /** The ARN of the organization's trail, which belongs to the management account. */
  readonly trailArn: string;
  /** The ARN of the organization's trail of data events, where it has one. @default - the one trail logs all */
  readonly dataTrailArn?: string;
  /**
   * The accounts whose AWS Config delivers, one by one: AWS Config's own page says that a condition on the organization does
   * not work for the principal by which it delivers.
   */
  readonly accountIds: readonly string[];
}

/** Options of a {@link LogArchive}. */
export interface LogArchiveArgs extends EvidenceProtection, KeyProtection {
  /** The accounts that deliver, each with its own trail. Either this or `organization`. @default - none */
  readonly accounts?: readonly SourceAccount[];
  /** The organization that delivers by one trail. Either this or `accounts`. @default - none */
  readonly organization?: SourceOrganization;
  /** Where buckets and keys are. The trails may have other home regions. @default the provider's region */
  readonly region?: string;
  /** Days that log files and configuration history are kept. Not shorter than the object lock. @default 2557 (seven years) */
  readonly retentionDays?: number;
  /** Whether and how long the archive refuses to delete log files. @default { mode: "GOVERNANCE", days: 365 } */
  readonly objectLock?: ObjectLock | "none";
  /** The ARNs of the IAM roles and users, of any account, who may list, read and decrypt both buckets. @default - none */
  readonly readers?: readonly string[];
}

/**
 * What an archive account provides for the trails and the AWS Config of other accounts: a locked bucket for log and digest
 * files, a bucket without Object Lock for configuration history and snapshots, since the delivery channel supports none, a key
 * for each, and a bucket for their access logs. Whoever administers a source account can neither delete nor read what is here.
 *
 * It is set up first: CloudTrail and AWS Config try bucket and key when a trail or a delivery channel is created. A source
 * then names trail bucket and key, and configuration bucket and key, as existing ones: in the settings of a stack, `trail: { mode:
 * create, bucket, key }` and `recorder: { mode: create, bucket, key }`. Model invocation logs cannot be among
 * the evidence: Bedrock delivers to buckets and log groups of its own account and region only.
 *
 * @throws {OptionError} when the sources are none, both, empty or repeated, when an account, a trail, an organization or a
 *   reader is of the wrong form or a trail is of another account, when retentionDays is out of range or shorter than the object
 *   lock, when forceDestroy contradicts protect or the lock, and when the sources are more than a bucket policy can name
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-set-bucket-policy-for-multiple-accounts.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */
export class LogArchive extends pulumi.ComponentResource {
  /** Takes CloudTrail's log and digest files. */
  readonly trailBucket: EvidenceBucket;
  readonly trailKey: CustomerManagedKey;
  /** Takes AWS Config's history and snapshots. */
  readonly configBucket: EvidenceBucket;
  readonly configKey: CustomerManagedKey;
  /** Takes the access logs of the other two. */
  readonly accessLogBucket: EvidenceBucket;

  constructor(name: string, args: LogArchiveArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveLogArchive(name, args);
    super(componentType("LogArchive"), name, args, opts);
    const scope = scopeOf(this, name, args);

    this.accessLogBucket = createAccessLogBucket(scope);
    this.trailKey = createTrailKey(scope, options);
    this.trailBucket = createTrailBucket(scope, options, this.trailKey, this.accessLogBucket);
    this.configKey = createConfigKey(scope, options);
    this.configBucket = createConfigBucket(scope, options, this.configKey, this.accessLogBucket);

    this.registerOutputs({
      trailBucketName: this.trailBucket.bucketName,
      trailKeyArn: this.trailKey.keyArn,
      configBucketName: this.configBucket.bucketName,
      configKeyArn: this.configKey.keyArn,
    });
  }
}

type OptionPath = (option: string) => string;

const SEVEN_YEARS_IN_DAYS = 2557;
const LONGEST_REGION = KNOWN_REGIONS.reduce<string>((a, b) => (b.length > a.length ? b : a), "");
const sourceAccountForm = accountIdForm("Take the id of the account that delivers.");
const readerForm = matching(
  /^arn:aws[a-z-]*:iam::\d{12}:(?:role|user)\/\S{1,576}$/,
  "the ARN of an IAM role or user",
  "Name the principals who read one by one; a whole account cannot be a reader.",
);

/** @throws {OptionError} as {@link LogArchive} does */
export function resolveLogArchive(name: string, args: LogArchiveArgs): LogArchiveOptions {
  const option = optionOf("LogArchive", name);
  const { retentionDays = SEVEN_YEARS_IN_DAYS, objectLock = DEFAULT_OBJECT_LOCK, readers = [] } = args;
  const { accounts, organization } = oneSource(args, option);
  checkProtection(args, option, lockMode(objectLock));
  checkLockedRetention({ retentionDays, lock: objectLock, option, retentionOption: "retentionDays" });
  readers.forEach((reader, index) => readerForm(reader, option(`readers[${index}]`)));
  refuseTwins(readers, option("readers"));
  const sources = organization === undefined ? ofAccounts(accounts, option) : ofOrganization(organization, option);
  const use = { ...sources, readers };
  checkPolicySizes(name, use, args.region, option);
  return {
    use,
    retentionDays,
    objectLock,
  };
}

/** Bytes left for what every evidence bucket refuses by itself. */
const OWN_STATEMENTS = 1024;
const LARGEST_POLICY = LARGEST_BUCKET_POLICY - OWN_STATEMENTS;

/** The policies as they are going to be: where the region is not given, in the region with the longest name. */
function checkPolicySizes(name: string, use: ArchiveUse, region: string | undefined, option: OptionPath): void {
  const [, partition = ""] = use.trails[0]?.trailArn.split(":") ?? [];
  const place = { partition, accountId: "999999999999", region: region ?? LONGEST_REGION };
  // The keys of an object are not typed as such.
  for (const holds of Object.keys(ARCHIVE_BUCKETS) as Held[]) {
    const statements = ARCHIVE_BUCKETS[holds](place, archiveBucketName(name, place, holds), use);
    const bytes = Buffer.byteLength(policyJson(statements));
    if (bytes > LARGEST_POLICY) {
      throw new OptionError({
        path: option(`size of the policy of ${name}-${holds}`),
        got: bytes,
        allowed: `${LARGEST_POLICY} bytes or less`,
        fix: "Name fewer accounts and readers: divide the accounts among several archives, or use one trail of the organization.",
      });
    }
  }
}

type Sources =
  | { readonly accounts: readonly SourceAccount[]; readonly organization?: undefined }
  | { readonly accounts?: undefined; readonly organization: SourceOrganization };

function oneSource({ accounts, organization }: LogArchiveArgs, option: OptionPath): Sources {
  if (accounts !== undefined && organization === undefined) {
    return { accounts };
  }
  if (organization !== undefined && accounts === undefined) {
    return { organization };
  }
  throw new OptionError({
    path: option("accounts"),
    got: accounts ?? "not set",
    allowed: "exactly one of accounts and organization",
    fix: "Name the accounts with their trails, or the organization with its one trail.",
  });
}

function ofAccounts(accounts: readonly SourceAccount[], option: OptionPath): Omit<ArchiveUse, "readers"> {
  const trails = accounts.flatMap((account, index) => {
    const { accountId } = account;
    const path = (name: string): string => option(`accounts[${index}].${name}`);
    sourceAccountForm(accountId, path("accountId"));
    const fix = "Correct one of the two; a trail of an organization belongs in organization.";
    const trailArns = trailsOf(account, { accountId, ruledBy: "accountId", fix }, path);
    return trailArns.map((trailArn) => ({ trailArn, accountId }));
  });
  const configAccountIds = accounts.map(({ accountId }) => accountId);
  refuseNoneAndTwins(configAccountIds, option("accounts"));
  return { trails, configAccountIds };
}

function ofOrganization(organization: SourceOrganization, option: OptionPath): Omit<ArchiveUse, "readers"> {
  const { id, trailArn, accountIds } = organization;
  organizationIdForm(id, option("organization.id"));
  const accountId = accountOf(trailArn);
  const fix = "Name two trails of the management account.";
  const trailArns = trailsOf(organization, { accountId, ruledBy: "trailArn", fix }, (name) =>
    option(`organization.${name}`),
  );
  accountIds.forEach((accountId, index) => sourceAccountForm(accountId, option(`organization.accountIds[${index}]`)));
  refuseNoneAndTwins(accountIds, option("organization.accountIds"));
  const trails = trailArns.map((arn) => ({ trailArn: arn, accountId, organizationId: id }));
  return { trails, configAccountIds: accountIds };
}

/** The ARNs of the trails of a source, each of the form and of the account that it must be. */
function trailsOf(
  { trailArn, dataTrailArn }: Pick<SourceAccount, "trailArn" | "dataTrailArn">,
  { accountId, ruledBy, fix }: { readonly accountId: string; readonly ruledBy: string; readonly fix: string },
  option: OptionPath,
): readonly string[] {
  const given = Object.entries({ trailArn, ...(dataTrailArn === undefined ? {} : { dataTrailArn }) });
  for (const [name, arn] of given) {
    trailArnForm(arn, option(name));
    if (accountOf(arn) !== accountId) {
      throw new OptionError({
        path: option(name),
        got: arn,
        allowed: `a trail of the account ${accountId} (${ruledBy})`,
        fix,
      });
    }
  }
  const trailArns = given.map(([, arn]) => arn);
  refuseTwins(trailArns, option("dataTrailArn"));
  return trailArns;
}

function refuseNoneAndTwins(values: readonly string[], path: string): void {
  if (values.length === 0) {
    throw new OptionError({
      path,
      got: values,
      allowed: "one or more accounts",
      fix: "Name the accounts that deliver to this archive.",
    });
  }
  refuseTwins(values, path);
}

function refuseTwins(values: readonly string[], path: string): void {
  const twin = values.find((value, index) => values.indexOf(value) !== index);
  if (twin !== undefined) {
    throw new OptionError({ path, got: twin, allowed: "each once", fix: "Remove the repetition." });
  }
}

function accountOf(arn: string): string {
  const [, , , , account = ""] = arn.split(":");
  return account;
}
