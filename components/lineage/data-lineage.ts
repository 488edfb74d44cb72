/** The events and access logs of the buckets that a model's lineage runs through, in one region. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { KINDS_WITH_DELETION_ALERTS, type LineageBucketKind, OBJECT_DELETIONS } from "../../facts/s3/lineage-buckets";
import { RUNBOOK_OF } from "../../runbooks/alerts";
import { componentType, type Scope, scopeOf } from "../base/component";
import { optionOf, OptionError, refuseIgnored } from "../base/options";
import { objectPattern, patternJson, serviceNotification } from "../documents/event-patterns";
import { accessLogPrefix } from "../documents/s3";
import { createAlertingRule, type ForwardingTarget } from "../events/alerting-rule";

/** A bucket, by what it holds. */
export interface TracedBucket {
  /** Decides whether people are told of deletions: of training data and models, and not of artifacts. */
  readonly kind: LineageBucketKind;
  /** The name of a general purpose bucket of the component's account and region. */
  readonly name: string;
}

/** Options of {@link DataLineage}. */
export interface DataLineageArgs {
  /** The buckets, at least one, each once. */
  readonly buckets: readonly TracedBucket[];
  /**
   * The name of the bucket that receives their access logs: of the same account and region, without Object Lock and without a customer
   * managed key. Its policy lets `logging.s3.amazonaws.com` deliver for each of the buckets, below the bucket's name.
   */
  readonly accessLogBucket: pulumi.Input<string>;
  /** The ARN of the topic that is told of deletions; its policy and its key let EventBridge publish. @default - nobody is told */
  readonly topicArn?: pulumi.Input<string>;
  /** The ARN of the queue that keeps what could not be delivered. @default - it is dropped after a day of retries */
  readonly undeliveredQueueArn?: pulumi.Input<string>;
  /** What is sent each deletion whole besides: four at most. @default - nothing */
  readonly forwardTo?: readonly ForwardingTarget[];
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * Buckets with training data, models and artifacts that send every event to EventBridge and have their access logged, and a rule that
 * tells of objects that a call deletes from those with training data or models.
 *
 * S3 has one notification configuration and one logging configuration for each bucket. Both are replaced: what the bucket's owner has
 * set to notify queues, topics or functions, or to log elsewhere, is gone, and what is set beside this component later is undone.
 *
 * @throws {OptionError} when no bucket is named, one twice or a directory bucket, or when undeliveredQueueArn or forwardTo is given
 *   without a topic
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class DataLineage extends pulumi.ComponentResource {
  constructor(name: string, args: DataLineageArgs, opts?: pulumi.ComponentResourceOptions) {
    const { buckets } = resolveDataLineage(name, args);
    super(componentType("DataLineage"), name, { buckets }, opts);
    const scope = scopeOf(this, name, { region: args.region });

    for (const { name: bucket } of buckets) {
      sendEvents(scope, bucket);
      logAccess(scope, bucket, args.accessLogBucket);
    }
    tellOfDeletions(scope, args);
    this.registerOutputs();
  }
}

/** The options of {@link DataLineage}, resolved. */
export type DataLineageOptions = Pick<DataLineageArgs, "buckets">;

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const GENERAL_PURPOSE_NAME = /^(?!.*--x-s3$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** @throws {OptionError} as {@link DataLineage} does */
export function resolveDataLineage(name: string, args: DataLineageArgs): DataLineageOptions {
  const option = optionOf("DataLineage", name);
  const { buckets } = args;
  const names = buckets.map((bucket) => bucket.name);
  if (
    names.length === 0 ||
    new Set(names).size < names.length ||
    !names.every((one) => GENERAL_PURPOSE_NAME.test(one))
  ) {
    throw new OptionError({
      path: option("buckets"),
      got: names,
      allowed: "the names of one or more general purpose buckets, each once",
      fix: "Name each bucket once; directory buckets send no events and have no access logs.",
    });
  }
  if (args.topicArn === undefined) {
    const ignored = ["undeliveredQueueArn", "forwardTo"] as const;
    refuseIgnored(args, { ignored, by: "no topicArn", otherwise: "give topicArn" }, option);
  }
  return { buckets };
}

function sendEvents(scope: Scope, bucket: string): void {
  new aws.s3.BucketNotification(
    scope.child(`${bucket}-events`),
    { bucket, eventbridge: true, ...scope.region },
    scope.options,
  );
}

function logAccess(scope: Scope, bucket: string, targetBucket: pulumi.Input<string>): void {
  new aws.s3.BucketLogging(
    scope.child(`${bucket}-access-logging`),
    {
      bucket,
      targetBucket,
      targetPrefix: accessLogPrefix(bucket),
      // The form that the tables over access logs read, as of every bucket with evidence.
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "DeliveryTime" } },
      ...scope.region,
    },
    scope.options,
  );
}

function tellOfDeletions(scope: Scope, { buckets, topicArn, ...topic }: DataLineageArgs): void {
  if (topicArn === undefined) {
    return;
  }
  const told = buckets.filter(({ kind }) => KINDS_WITH_DELETION_ALERTS.includes(kind)).map(({ name }) => name);
  for (const [index, names] of inPatterns(told).entries()) {
    createAlertingRule(
      scope,
      { ...topic, topicArn },
      {
        id: index === 0 ? "deletions" : `deletions-${index + 1}`,
        description: OBJECT_DELETIONS.what,
        runbook: RUNBOOK_OF.lineageDeletions,
        eventPattern: patternJson(objectPattern(OBJECT_DELETIONS, names)),
        notification: serviceNotification({ ...OBJECT_DELETIONS, runbook: RUNBOOK_OF.lineageDeletions }),
        state: "ENABLED",
      },
    );
  }
}

/** So many of the longest names leave a pattern within the 2,048 characters that EventBridge takes. */
const NAMES_IN_A_PATTERN = 25;

function inPatterns(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(names.length / NAMES_IN_A_PATTERN) }, (_, index) =>
    names.slice(index * NAMES_IN_A_PATTERN, (index + 1) * NAMES_IN_A_PATTERN),
  );
}
