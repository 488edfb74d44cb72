/** A log group that keeps its events for a bounded time, encrypted with a customer managed key and hard to delete. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { DataIdentifier } from "../../facts/logs/data-identifiers";
import { RETENTION_CLASSES, type RetentionClass } from "../../facts/logs/retention-classes";
import { type RetentionDays } from "../../facts/logs/retention-periods";
import { componentType, type Scope, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection } from "../base/evidence-protection";
import { given, matching, optionOf, validated } from "../base/options";
import { logGroupArn } from "../documents/logs";
import { dataProtectionDocument } from "../documents/logs-data-protection";
import { checkRetention } from "./check-retention";
import { checkIdentifiers } from "./data-identifiers";

/** Options of a {@link RetainedLogGroup}. */
export interface RetainedLogGroupArgs extends EvidenceProtection {
  /** The log group's physical name: 1 to 512 letters, digits and `. - _ / #`. */
  readonly logGroupName: pulumi.Input<string>;
  /** What the group holds; it bounds retentionDays. */
  readonly retentionClass: RetentionClass;
  /** Days that events are kept: a legal period within the class's bounds. @default the class's own default */
  readonly retentionDays?: pulumi.Input<RetentionDays>;
  /** The ARN of the key, whose policy must let `logs.REGION.amazonaws.com` use it for exactly this group. */
  readonly keyArn: pulumi.Input<string>;
  /** @default the provider's region */
  readonly region?: string;
  /** A log stream to create in it. @default - none; most services create their own */
  readonly stream?: string;
  /** @default - events are sent nowhere */
  readonly subscription?: LogSubscription;
  /** Works on events that arrive after it, so whatever writes sensitive data must wait for it. @default - nothing is masked */
  readonly dataProtection?: LogDataProtection;
}

/** Where a log group's events are sent as they arrive. */
export interface LogSubscription {
  /** The ARN of a Firehose stream, a Kinesis stream, a Lambda function or a logical destination. */
  readonly destinationArn: pulumi.Input<string>;
  /** The role that CloudWatch Logs assumes to write there. @default - none, as for a Lambda function */
  readonly roleArn?: pulumi.Input<string>;
  /** Which events are sent, as a CloudWatch Logs filter pattern. @default "" (every event) */
  readonly filterPattern?: pulumi.Input<string>;
}

/** What is masked when the log is read. */
export interface LogDataProtection {
  /** At least one. */
  readonly identifiers: readonly DataIdentifier[];
}

/**
 * A log group whose events are kept for a bounded time, with a customer managed key and deletion protection, and
 * optionally a stream, a subscription and a data-protection policy.
 *
 * Deletion protection stops nobody from shortening the retention. CloudWatch Logs deletes expired events lazily, normally
 * within 72 hours.
 *
 * @throws {OptionError} when retentionDays is no legal period or not within its class's bounds, when logGroupName is no valid
 *   name, when dataProtection names no identifier or one that CloudWatch Logs does not know, or when forceDestroy contradicts
 *   protect
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html
 */
export class RetainedLogGroup extends pulumi.ComponentResource {
  readonly logGroupName: pulumi.Output<string>;
  /** The group's ARN without a trailing `:*`, built from its name and so known at preview. */
  readonly logGroupArn: pulumi.Output<string>;
  readonly logGroup: aws.cloudwatch.LogGroup;
  /** For `dependsOn`: whatever writes sensitive data to the group must wait for it. Absent when nothing is masked. */
  readonly dataProtectionPolicy: aws.cloudwatch.LogDataProtectionPolicy | undefined;

  constructor(name: string, args: RetainedLogGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveRetainedLogGroup(name, args);
    super(componentType("RetainedLogGroup"), name, args, opts);
    const scope = scopeOf(this, name, args);

    this.logGroup = createLogGroup(scope, options);
    this.dataProtectionPolicy = maskSensitiveData(scope, options, this.logGroup);
    createStream(scope, options, this.logGroup);
    subscribe(scope, options, this.logGroup);

    this.logGroupName = this.logGroup.name;
    this.logGroupArn = arnOf(scope, options);
    this.registerOutputs({ logGroupName: this.logGroupName, logGroupArn: this.logGroupArn });
  }
}

/** The options of a {@link RetainedLogGroup}, resolved. */
export interface RetainedLogGroupOptions {
  readonly logGroupName: pulumi.Input<string>;
  readonly retentionDays: pulumi.Input<RetentionDays>;
  readonly keyArn: pulumi.Input<string>;
  readonly deletionProtection: boolean;
  readonly stream: string | undefined;
  readonly subscription: LogSubscription | undefined;
  readonly dataProtection: LogDataProtection | undefined;
}

const validLogGroupName = matching(
  /^[.\-_/#A-Za-z0-9]{1,512}$/,
  "1 to 512 letters, digits and . - _ / #",
  "Choose a name of those characters.",
);

/** @throws {OptionError} as {@link RetainedLogGroup} does */
export function resolveRetainedLogGroup(name: string, args: RetainedLogGroupArgs): RetainedLogGroupOptions {
  const option = optionOf("RetainedLogGroup", name);
  const { logGroupName, retentionClass, keyArn, forceDestroy = false, stream, subscription, dataProtection } = args;
  const { retentionDays = RETENTION_CLASSES[retentionClass].default } = args;
  checkProtection(args, option);
  if (dataProtection !== undefined) {
    checkIdentifiers(
      dataProtection.identifiers,
      option("dataProtection.identifiers"),
      "Name the kinds of data to mask, or leave dataProtection out to mask nothing.",
    );
  }
  return {
    logGroupName: validated(logGroupName, option("logGroupName"), validLogGroupName),
    retentionDays: validated(retentionDays, option("retentionDays"), checkRetention(retentionClass)),
    keyArn,
    deletionProtection: !forceDestroy,
    stream,
    subscription,
    dataProtection,
  };
}

function createLogGroup(
  scope: Scope,
  { logGroupName, retentionDays, keyArn, deletionProtection }: RetainedLogGroupOptions,
): aws.cloudwatch.LogGroup {
  return new aws.cloudwatch.LogGroup(
    scope.child(),
    {
      name: logGroupName,
      retentionInDays: retentionDays,
      kmsKeyId: keyArn,
      deletionProtectionEnabled: deletionProtection,
      ...scope.region,
    },
    scope.evidence,
  );
}

function maskSensitiveData(
  scope: Scope,
  { dataProtection }: RetainedLogGroupOptions,
  logGroup: aws.cloudwatch.LogGroup,
): aws.cloudwatch.LogDataProtectionPolicy | undefined {
  if (dataProtection === undefined) {
    return undefined;
  }
  const policyName = scope.child("data-protection");
  return new aws.cloudwatch.LogDataProtectionPolicy(
    policyName,
    {
      logGroupName: logGroup.name,
      policyDocument: scope.account.place.apply((place) =>
        JSON.stringify(dataProtectionDocument(place, policyName, dataProtection.identifiers)),
      ),
      ...scope.region,
    },
    scope.options,
  );
}

function createStream(scope: Scope, { stream }: RetainedLogGroupOptions, logGroup: aws.cloudwatch.LogGroup): void {
  if (stream === undefined) {
    return;
  }
  new aws.cloudwatch.LogStream(
    scope.child("stream"),
    { name: stream, logGroupName: logGroup.name, ...scope.region },
    scope.options,
  );
}

function subscribe(scope: Scope, { subscription }: RetainedLogGroupOptions, logGroup: aws.cloudwatch.LogGroup): void {
  if (subscription === undefined) {
    return;
  }
  const { destinationArn, roleArn, filterPattern = "" } = subscription;
  const name = scope.child("subscription");
  new aws.cloudwatch.LogSubscriptionFilter(
    name,
    { name, logGroup: logGroup.name, destinationArn, ...given({ roleArn }), filterPattern, ...scope.region },
    scope.options,
  );
}

function arnOf(scope: Scope, { logGroupName }: RetainedLogGroupOptions): pulumi.Output<string> {
  return pulumi.all([scope.account.place, logGroupName]).apply(([place, name]) => logGroupArn(place, name));
}
