/** A log group that keeps its events for a bounded time, encrypted with a customer key and hard to delete. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountIdentity } from "./account-identity";
import {
  DATA_IDENTIFIERS,
  dataProtectionDocument,
  isDataIdentifier,
  type DataIdentifier,
} from "./documents/data-protection";
import { logGroupArn } from "./documents/log-group-documents";
import { checkRetention, RETENTION_CLASSES, type RetentionClass, type RetentionDays } from "./retention";
import { matching, optionOf, OptionError, validated } from "./validated-input";

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

/** Options of a {@link RetainedLogGroup}. */
export interface RetainedLogGroupArgs {
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
  /** Whether CloudWatch Logs refuses to delete the group. It does not stop anyone from shortening its retention. @default true */
  readonly deletionProtection?: boolean;
  /** A log stream to create in it. @default - none; most services create their own */
  readonly stream?: string;
  /** @default - events are sent nowhere */
  readonly subscription?: LogSubscription;
  /** Works on events that arrive after it, so whatever writes sensitive data must wait for it. @default - nothing is masked */
  readonly dataProtection?: LogDataProtection;
  /** Whether Pulumi refuses to delete the group. @default true */
  readonly protect?: boolean;
}

/**
 * A log group whose events are kept neither for ever nor too short, with a customer key and deletion protection, and
 * optionally a stream, a subscription and a data-protection policy.
 *
 * CloudWatch Logs deletes expired events lazily, normally within 72 hours.
 *
 * @throws {OptionError} when retentionDays is no legal period or not within its class's bounds, when logGroupName is no valid
 *   name, or when dataProtection names no identifier or one that CloudWatch Logs does not know
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
    super("ai-governance-baseline:index:RetainedLogGroup", name, args, opts);
    const own: Own = { name, args, parent: this };

    this.logGroup = createLogGroup(own);
    this.dataProtectionPolicy = maskSensitiveData(own, this.logGroup);
    createStream(own, this.logGroup);
    subscribe(own, this.logGroup);

    this.logGroupName = this.logGroup.name;
    this.logGroupArn = pulumi
      .all([accountIdentity(this, args.region).place, args.logGroupName])
      .apply(([place, logGroupName]) => logGroupArn(place, logGroupName));
    this.registerOutputs({ logGroupName: this.logGroupName, logGroupArn: this.logGroupArn });
  }
}

/** What every step of the constructor needs. */
interface Own {
  readonly name: string;
  readonly args: RetainedLogGroupArgs;
  readonly parent: RetainedLogGroup;
}

const validLogGroupName = matching(
  /^[.\-_/#A-Za-z0-9]{1,512}$/,
  "1 to 512 letters, digits and . - _ / #",
  "Choose a name of those characters.",
);

function createLogGroup({ name, args, parent }: Own): aws.cloudwatch.LogGroup {
  const option = optionOf("RetainedLogGroup", name);
  const { retentionClass } = args;
  const retentionDays = args.retentionDays ?? RETENTION_CLASSES[retentionClass].default;
  return new aws.cloudwatch.LogGroup(
    name,
    {
      name: validated(args.logGroupName, option("logGroupName"), validLogGroupName),
      retentionInDays: validated(retentionDays, option("retentionDays"), checkRetention(retentionClass)),
      kmsKeyId: args.keyArn,
      deletionProtectionEnabled: args.deletionProtection ?? true,
      region: args.region,
    },
    { parent, protect: args.protect ?? true },
  );
}

function maskSensitiveData(
  { name, args, parent }: Own,
  logGroup: aws.cloudwatch.LogGroup,
): aws.cloudwatch.LogDataProtectionPolicy | undefined {
  if (args.dataProtection === undefined) {
    return undefined;
  }
  const { identifiers } = args.dataProtection;
  checkIdentifiers(identifiers, optionOf("RetainedLogGroup", name)("dataProtection.identifiers"));
  return new aws.cloudwatch.LogDataProtectionPolicy(
    `${name}-data-protection`,
    {
      logGroupName: logGroup.name,
      policyDocument: accountIdentity(parent, args.region).place.apply((place) =>
        JSON.stringify(dataProtectionDocument(place, `${name}-data-protection`, identifiers)),
      ),
      region: args.region,
    },
    { parent },
  );
}

function checkIdentifiers(identifiers: readonly string[], path: string): void {
  const unknown = identifiers.filter((identifier) => !isDataIdentifier(identifier));
  if (identifiers.length > 0 && unknown.length === 0) {
    return;
  }
  throw new OptionError({
    path,
    got: unknown.length > 0 ? unknown : identifiers,
    allowed: `one or more of ${DATA_IDENTIFIERS.join(", ")}`,
    fix: "Name the kinds of data to mask, or leave dataProtection out to mask nothing.",
  });
}

function createStream({ name, args, parent }: Own, logGroup: aws.cloudwatch.LogGroup): void {
  if (args.stream === undefined) {
    return;
  }
  new aws.cloudwatch.LogStream(
    `${name}-stream`,
    { name: args.stream, logGroupName: logGroup.name, region: args.region },
    { parent },
  );
}

function subscribe({ name, args, parent }: Own, logGroup: aws.cloudwatch.LogGroup): void {
  if (args.subscription === undefined) {
    return;
  }
  const { destinationArn, roleArn, filterPattern } = args.subscription;
  new aws.cloudwatch.LogSubscriptionFilter(
    `${name}-subscription`,
    {
      name: `${name}-subscription`,
      logGroup: logGroup.name,
      destinationArn,
      roleArn,
      filterPattern: filterPattern ?? "",
      region: args.region,
    },
    { parent },
  );
}
