/** Keeps the whole records of a share of model invocations for a short time, and the metadata of all of them. */
import * as pulumi from "@pulumi/pulumi";

import { SAMPLE_PERCENT } from "../../facts/bedrock/invocation-sampling";
import { RETENTION_CLASSES } from "../../facts/logs/retention-classes";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import { componentType, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection } from "../base/evidence-protection";
import { optionOf, wholeNumber } from "../base/options";
import { checkRetention } from "../logs/check-retention";
import {
  alarmOnFailures,
  createFailureQueue,
  createFunction,
  createFunctionLog,
  createFunctionRole,
  createMetadataStream,
  createSamplesLog,
  createSourceLog,
  type InvocationSamplerOptions,
  retryOnFailure,
  subscribe,
} from "./invocation-sampler-resources";

/** Options of an {@link InvocationSampler}. */
export interface InvocationSamplerArgs extends EvidenceProtection {
  /** The log group that takes the metadata of every record. */
  readonly metadataLogGroupName: pulumi.Input<string>;
  /**
   * The ARN of the key that encrypts its log groups and its queue. Its policy lets CloudWatch Logs use it for
   * `/ai-governance/NAME/unsampled-invocations`, `/ai-governance/NAME/sampled-invocations` and `/ai-governance/NAME/function`, and leaves
   * it to IAM to let the function use it.
   */
  readonly keyArn: pulumi.Input<string>;
  /** The ARN of the topic that is told when records are not sorted; its policy and its key let CloudWatch's alarms publish. */
  readonly topicArn: pulumi.Input<string>;
  /** The share of sessions, and of calls without one, of which whole records are kept: 1 to 99 percent. @default 10 */
  readonly percent?: number;
  /** Days that these are kept: 1, 3, 5, 7, 14 or 30. What could not be sorted is kept as long, and for 14 days at most. @default 7 */
  readonly retentionDays?: RetentionDays;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * A log group for Bedrock to deliver whole records to, which keeps them for a day, and a Lambda function to which a subscription sends
 * every one: it writes the metadata of each to one log group, without bodies, and the whole record beside it to another, if its session is
 * of the share. A session is what an application names in `requestMetadata.conversation_id`; a call without it is decided by its own id. A
 * hash decides, so that a session is kept whole or not at all, and a repeated call of the function decides as the first.
 *
 * What the function cannot write, Lambda hands it twice again, and then to a queue; alarms tell of each step. Records are therefore written
 * at least once, and can be written twice. A line that is no record is kept whole.
 *
 * A subscription's filter pattern could pick a share of ids as well, but neither it nor a transformer of CloudWatch Logs takes the bodies out
 * of what the others leave in the log group; a function does both.
 *
 * @throws {OptionError} when percent or retentionDays is out of range, or forceDestroy contradicts protect
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export class InvocationSampler extends pulumi.ComponentResource {
  /** The log group that Bedrock delivers to. */
  readonly sourceLogGroupName: pulumi.Output<string>;
  /** The log group with the whole records that are kept. */
  readonly samplesLogGroupName: pulumi.Output<string>;
  readonly functionArn: pulumi.Output<string>;
  /** The queue with what could not be sorted. */
  readonly failureQueueUrl: pulumi.Output<string>;

  constructor(name: string, args: InvocationSamplerArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveInvocationSampler(name, args);
    super(componentType("InvocationSampler"), name, { percent: options.percent }, opts);
    const scope = scopeOf(this, name, args);

    const source = createSourceLog(scope, options);
    const samples = createSamplesLog(scope, options);
    const metadata = createMetadataStream(scope, options);
    const functionLog = createFunctionLog(scope, options);
    const queue = createFailureQueue(scope, options);
    const role = createFunctionRole(scope, options);
    const sampler = createFunction(scope, options, { samples, functionLog, role });
    const retries = retryOnFailure(scope, sampler, queue);
    const subscription = subscribe(scope, source, sampler, [samples, metadata, retries]);
    alarmOnFailures(scope, options, { sampler, source, subscription });

    this.sourceLogGroupName = source.logGroupName;
    this.samplesLogGroupName = samples.logGroupName;
    this.functionArn = sampler.arn;
    this.failureQueueUrl = queue.url;
    this.registerOutputs({
      sourceLogGroupName: this.sourceLogGroupName,
      samplesLogGroupName: this.samplesLogGroupName,
      functionArn: this.functionArn,
      failureQueueUrl: this.failureQueueUrl,
    });
  }
}

const share = wholeNumber({ ...SAMPLE_PERCENT, unit: "percent" });

/** @throws {OptionError} as {@link InvocationSampler} does */
export function resolveInvocationSampler(name: string, args: InvocationSamplerArgs): InvocationSamplerOptions {
  const option = optionOf("InvocationSampler", name);
  const { metadataLogGroupName, keyArn, topicArn } = args;
  const { percent = SAMPLE_PERCENT.default, retentionDays = RETENTION_CLASSES["sampled-prompts"].default } = args;
  checkProtection(args, option);
  share(percent, option("percent"));
  checkRetention("sampled-prompts")(retentionDays, option("retentionDays"));
  return { metadataLogGroupName, keyArn: pulumi.output(keyArn), topicArn, percent, retentionDays };
}
