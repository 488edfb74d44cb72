/** The options of an `AuditTrail`, and what types cannot say about them. */
import type * as pulumi from "@pulumi/pulumi";

import { isAiResourceType, type AiResourceType } from "./ai-resource-types";
import { checkLockedRetention, DEFAULT_OBJECT_LOCK, type ObjectLock } from "./object-lock";
import type { RetentionDays } from "./retention";
import { matching, optionOf, OptionError } from "./validated-input";

/** An anomaly that CloudTrail looks for in management events. */
export type InsightType = "ApiCallRateInsight" | "ApiErrorRateInsight";

/** Options of an `AuditTrail`. */
export interface AuditTrailArgs {
  /** The trail's physical name: 3 to 128 letters, digits and single `. _ -` between them. @default the component's name */
  readonly trailName?: string;
  /** The trail's home region, where its bucket, key, log group and topic are too. @default the provider's region */
  readonly region?: string;
  /** Days that the log group keeps events, 365 to 3653. @default 400 */
  readonly auditRetention?: pulumi.Input<RetentionDays>;
  /** Days that the bucket keeps log files. Not shorter than the object lock. @default 2557 (seven years) */
  readonly bucketRetentionDays?: number;
  /** Whether and how long log files cannot be deleted. @default { mode: "GOVERNANCE", days: 365 } */
  readonly objectLock?: ObjectLock | "none";
  /**
   * The AI resource types whose data events are logged; data events are charged for. "none-i-accept-the-gap" logs no data
   * event at all, of buckets and functions neither: agents, knowledge bases and guardrails then leave no trace of their use.
   *
   * @default "all-ai"
   */
  readonly dataEvents?: "all-ai" | readonly AiResourceType[] | "none-i-accept-the-gap";
  /** The ARNs of the buckets that hold training data; reads and writes of their objects are logged. @default - no object is */
  readonly trainingBucketArns?: readonly pulumi.Input<string>[];
  /** The ARNs of the functions whose invocations are logged. @default - those of every function */
  readonly lambdaFunctionArns?: readonly pulumi.Input<string>[];
  /** The anomalies looked for. @default both: ApiCallRateInsight and ApiErrorRateInsight */
  readonly insights?: readonly InsightType[];
  /** Logs every account of the organization. @default - this account only */
  readonly organization?: {
    /** `o-` and 10 to 32 lower-case letters and digits. */
    readonly id: string;
    /** The account that owns the trail, twelve digits. */
    readonly managementAccountId: string;
  };
  /** The ARNs of IAM principals who may decrypt log files, besides those whom IAM in the account lets. @default - none */
  readonly readers?: readonly pulumi.Input<string>[];
  /** Whether an encrypted topic is told of each delivery. @default true */
  readonly notifications?: boolean;
  /** Whether Pulumi refuses to delete trail, key, buckets and log group. @default true */
  readonly protect?: boolean;
}

/** How long the trail's bucket keeps log files when nothing is said: seven years. */
export const DEFAULT_BUCKET_RETENTION_DAYS = 2557;

const NONE = "none-i-accept-the-gap";

const trailNameForm = matching(
  /^(?=.{3,128}$)[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/,
  "3 to 128 letters, digits and single . _ - between them",
  "Choose a name of that form.",
);
const organizationIdForm = matching(
  /^o-[a-z0-9]{10,32}$/,
  "o- and 10 to 32 lower-case letters and digits",
  "Take the id that AWS Organizations shows.",
);
const accountIdForm = matching(/^\d{12}$/, "twelve digits", "Take the id of the organization's management account.");
/** A check, for `validated`, of one of trainingBucketArns. */
export const checkBucketArn = matching(
  /^arn:[a-z-]+:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  "the ARN of a bucket without a path or wildcard, such as arn:aws:s3:::training-data",
  "Name the whole bucket: every object in it is logged.",
);
/** A check, for `validated`, of one of lambdaFunctionArns. */
export const checkFunctionArn = matching(
  /^arn:[a-z-]+:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]+$/,
  "the ARN of a function without a version, alias or wildcard",
  "Name the function itself, or leave lambdaFunctionArns out to log every function.",
);

/**
 * Checks everything about the options that is known at once.
 *
 * @throws {OptionError} for the first option that is wrong, or that another option would have ignored
 */
export function checkAuditTrailArgs(name: string, args: AuditTrailArgs): void {
  const option = optionOf("AuditTrail", name);
  trailNameForm(args.trailName ?? name, option("trailName"));
  checkLockedRetention({
    retentionDays: args.bucketRetentionDays ?? DEFAULT_BUCKET_RETENTION_DAYS,
    lock: args.objectLock ?? DEFAULT_OBJECT_LOCK,
    option,
    retentionOption: "bucketRetentionDays",
  });
  if (args.organization !== undefined) {
    organizationIdForm(args.organization.id, option("organization.id"));
    accountIdForm(args.organization.managementAccountId, option("organization.managementAccountId"));
  }
  checkDataEvents(args, option);
}

function checkDataEvents(args: AuditTrailArgs, option: (name: string) => string): void {
  const { dataEvents = "all-ai" } = args;
  if (dataEvents === NONE) {
    refuseIgnored("trainingBucketArns", args.trainingBucketArns, option);
    refuseIgnored("lambdaFunctionArns", args.lambdaFunctionArns, option);
    return;
  }
  if (dataEvents !== "all-ai") {
    checkResourceTypes(dataEvents, option("dataEvents"));
  }
  if (args.lambdaFunctionArns?.length === 0) {
    throw new OptionError({
      path: option("lambdaFunctionArns"),
      got: [],
      allowed: "one or more function ARNs",
      fix: "Name the functions to log, or leave lambdaFunctionArns out to log every function.",
    });
  }
}

function checkResourceTypes(resourceTypes: readonly string[], path: string): void {
  const unknown = resourceTypes.filter((type) => !isAiResourceType(type));
  const repeated = resourceTypes.filter((type, index) => resourceTypes.indexOf(type) !== index);
  if (resourceTypes.length > 0 && unknown.length === 0 && repeated.length === 0) {
    return;
  }
  throw new OptionError({
    path,
    got: unknown.length > 0 ? unknown : resourceTypes,
    allowed: `"all-ai", "${NONE}", or one or more different types of AI_RESOURCE_TYPES`,
    fix: "Correct the list, or leave dataEvents out to log every AI resource type.",
  });
}

function refuseIgnored(name: string, value: readonly unknown[] | undefined, option: (name: string) => string): void {
  if (value === undefined) {
    return;
  }
  throw new OptionError({
    path: option(name),
    got: `${value.length} ARNs`,
    allowed: `nothing while dataEvents is "${NONE}", which would ignore it`,
    fix: `Leave ${name} out, or choose other dataEvents.`,
  });
}
