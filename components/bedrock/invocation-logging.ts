/** Bedrock's log of what models were asked and answered, in one region. */
import * as pulumi from "@pulumi/pulumi";

import { CONTENT_MODES, type ContentMode, deliversAudio } from "../../facts/bedrock/content-modes";
import { SAMPLE_PERCENT } from "../../facts/bedrock/invocation-sampling";
import { type DataIdentifier, MASKED_IDENTIFIERS } from "../../facts/logs/data-identifiers";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import { componentType, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { refuseShapingOfExisting, type ShapingOptions } from "../base/existing";
import { given, optionOf, OptionError, refuseIgnored, validated, wholeNumber } from "../base/options";
import { claimRegion } from "../base/region-claims";
import { requiredRegion } from "../base/required-region";
import type { DeliveredInvocations } from "../documents/bedrock";
import { type ExistingRole, validatedRole } from "../iam/required-role";
import { type ExistingKey, validatedKey } from "../kms/required-key";
import { checkRetention } from "../logs/check-retention";
import { type ExistingLogGroup, validatedLogGroup } from "../logs/required-log-group";
import { checkLockedRetention, DEFAULT_OBJECT_LOCK, lockMode, type ObjectLock } from "../s3/object-lock";
import { type ExistingBucket, validatedBucket } from "../s3/required-bucket";
import { type ExistingTopic, validatedTopic } from "../sns/required-topic";
import { setAudioDelivery } from "./audio-delivery";
import { CONTENT_MODE_PROVISIONS, ignoredOptions } from "./content-mode-provisions";
import {
  configureLogging,
  createAlarms,
  createBucket,
  createDeliveryRole,
  createKeyOnDemand,
  createLogGroup,
  createReadersPolicy,
  createSampler,
  createTopic,
  declaredDelivery,
  type InvocationLoggingOptions,
  needsKey,
  type ProvisionedOptions,
} from "./invocation-logging-resources";

/** Options of `InvocationLogging`. An option that changes nothing in the chosen mode is refused. */
export interface InvocationLoggingArgs extends EvidenceProtection, KeyProtection {
  /** @default the provider's region */
  readonly region?: string;
  /**
   * How much is kept.
   *
   * - `off`: nothing is created, and a configuration that exists outside Pulumi stays as it is. CloudTrail still shows who
   *   called which model and when.
   * - `metadata-only`: who, which model, when and how many tokens; no bodies, save audio's while its flag is left on (see audio).
   * - `sampled`: metadata of every call as in metadata-only, and for a few days the whole records of a share of sessions, in a log group of
   *   their own. Bedrock delivers whole records of every call to a third log group, which a Lambda function sorts; for a day, all prompts
   *   are in it, and whoever IAM lets read it and use the key can read them. A share is no evidence of any one prompt. Whoever chooses
   *   an application's session ids can choose some that are not kept. Records are sorted at least once, so that some are there twice;
   *   bodies above 100 KB and binary data are not kept.
   * - `redacted`: text bodies, masked on reading. The raw text is stored, and anyone with `logs:Unmask` sees it: deny that
   *   action account-wide by a service control policy, which a stack in the account cannot. Detection is by pattern and
   *   keyword and misses names in free text; bodies above 100 KB are dropped, since masking does not reach a bucket.
   * - `full`: everything, unmasked; bodies above 100 KB and binary data in a bucket.
   */
  readonly content: ContentMode;
  /**
   * What becomes of Bedrock's flag for audio, for which the AWS provider has no argument.
   *
   * - `leave`: Bedrock decides, also after each update of the configuration; `baseline verify` tells what it is.
   * - `set-by-api`: after the configuration the flag is set by Bedrock's API: on in modes full and sampled, off in the others. The program needs
   *   the package `@aws-sdk/client-bedrock`, and the environment the credentials of the account.
   *
   * @default "leave"
   */
  readonly audio?: "leave" | "set-by-api";
  /**
   * The key that encrypts its own log group, bucket and topic. Its policy needs the statements of `invocationKeyStatements`
   * and, for the topic, of `publishersUseKey`.
   *
   * @default - a key of its own
   */
  readonly key?: ExistingKey;
  /**
   * The log group that records are delivered to, in the same region. It keeps and encrypts them as its owner says; in mode
   * redacted it has to mask them, by a data-protection policy that is older than the first record. In mode sampled it takes metadata.
   *
   * @default - a log group of its own
   */
  readonly logGroup?: ExistingLogGroup;
  /**
   * Mode full: the bucket for large bodies, in the same region. Its policy needs the statements of
   * `invocationBucketStatements`, and its default encryption a key whose policy lets Bedrock use it.
   *
   * @default - a bucket of its own
   */
  readonly bucket?: ExistingBucket;
  /**
   * The role that Bedrock delivers with. It needs the trust of `invocationRoleTrust` and the statements of
   * `invocationRoleStatements`.
   *
   * @default - a role of its own
   */
  readonly role?: ExistingRole;
  /**
   * The topic to which delivery failures are reported. Its policy must let `cloudwatch.amazonaws.com` publish, and the policy
   * of its key needs the statements of `publishersUseKey`.
   *
   * @default - a topic of its own
   */
  readonly topic?: ExistingTopic;
  /** Days that records are kept: 30 to 400, of the periods that CloudWatch Logs accepts. @default 90 */
  readonly retentionDays?: pulumi.Input<RetentionDays>;
  /** Mode full: days that large bodies are kept. @default 400, or as long as objectLock requires */
  readonly bucketRetentionDays?: number;
  /** Mode full. @default { mode: "GOVERNANCE", days: 365 } */
  readonly objectLock?: ObjectLock | "none";
  /** Mode full: the bucket, in the same region, that takes the access logs of the large bodies. @default - access is not logged */
  readonly accessLogBucket?: pulumi.Input<string>;
  /** Mode sampled: the share of sessions, and of calls without one, of which whole records are kept: 1 to 99 percent. @default 10 */
  readonly samplePercent?: number;
  /** Mode sampled: days that these are kept: 1, 3, 5, 7, 14 or 30. @default 7 */
  readonly sampleRetentionDays?: RetentionDays;
  /** Mode redacted: what is masked. @default `MASKED_IDENTIFIERS.basic` */
  readonly piiIdentifiers?: readonly DataIdentifier[];
  /**
   * ARNs of principals that may decrypt the records. For them a policy is made, its output `readersPolicyArn`, to
   * be attached; in mode redacted it refuses `logs:Unmask`. @default - nobody beyond whom IAM lets use the key
   */
  readonly readers?: readonly string[];
}

/**
 * Bedrock's model invocation logging for one account and region, of which AWS keeps a single configuration.
 *
 * It covers InvokeModel, Converse and their streaming forms on the bedrock-runtime endpoint; calls through bedrock-mantle and
 * bidirectional streams are seen by CloudTrail's data events only. Guardrails do not mask what is logged here.
 *
 * Its outputs `content` and `region` say what was declared, so that a policy can hold it against what is configured.
 *
 * @throws {OptionError} when content is no known mode or an option changes nothing in it; `pulumi.RunError` when another
 *   InvocationLogging of the program has the same region
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */
export class InvocationLogging extends pulumi.ComponentResource {
  /** The mode that was declared. */
  readonly content: ContentMode;
  /** The region that was declared. */
  readonly region: string;
  /** The log group that keeps records; in mode sampled, their metadata. Absent in mode off, as is everything below. */
  readonly logGroupName: pulumi.Output<string> | undefined;
  /** The log group that Bedrock delivers whole records to for a day. Present in mode sampled. */
  readonly sourceLogGroupName: pulumi.Output<string> | undefined;
  /** The log group of the whole records that are kept. Present in mode sampled. */
  readonly samplesLogGroupName: pulumi.Output<string> | undefined;
  /** Absent, too, where nothing that is made needs a key. */
  readonly keyArn: pulumi.Output<string> | undefined;
  /** Present in mode full. */
  readonly bucketName: pulumi.Output<string> | undefined;
  /** Present when there are readers. */
  readonly readersPolicyArn: pulumi.Output<string> | undefined;
  /** Where delivery failures are reported. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;
  /** The region's configuration as it is declared, in the names of Bedrock's API: what a response restores. */
  readonly delivered: pulumi.Output<DeliveredInvocations> | undefined;

  constructor(name: string, args: InvocationLoggingArgs, opts?: pulumi.ComponentResourceOptions) {
    const { content, region, provisioned } = resolveInvocationLogging(name, args);
    claimRegion("InvocationLogging", region, name);
    const inputs = { content, region };
    super(componentType("InvocationLogging"), name, inputs, opts);
    const scope = scopeOf(this, name, args);
    this.content = content;
    this.region = region;

    if (provisioned !== undefined) {
      const key = createKeyOnDemand(scope, provisioned);
      const logGroup = createLogGroup(scope, provisioned, key);
      const topic = createTopic(scope, provisioned, key);
      const sampler = createSampler(scope, provisioned, { logGroup, topic }, key);
      const bucket = createBucket(scope, provisioned, key);
      const role = createDeliveryRole(scope, provisioned);
      const destinations = { logGroup, sampler, bucket, role };
      const declared = declaredDelivery(provisioned, destinations);
      const configuration = configureLogging(scope, provisioned, destinations, declared);
      const setsAudio = provisioned.audio === "set-by-api";
      if (setsAudio) {
        setAudioDelivery(scope, { region, enabled: deliversAudio(content) }, configuration);
      }
      createAlarms(scope, provisioned, topic);

      this.logGroupName = logGroup.logGroupName;
      this.sourceLogGroupName = sampler?.sourceLogGroupName;
      this.samplesLogGroupName = sampler?.samplesLogGroupName;
      this.keyArn = needsKey(provisioned) ? key().keyArn : undefined;
      this.bucketName = bucket?.bucketName;
      this.readersPolicyArn = createReadersPolicy(scope, provisioned)?.arn;
      this.alarmTopicArn = topic.topicArn;
      this.delivered = pulumi.output({
        ...declared,
        ...(setsAudio ? { audioDataDeliveryEnabled: deliversAudio(content) } : {}),
      });
    }

    this.registerOutputs({
      content: this.content,
      region: this.region,
      logGroupName: this.logGroupName,
      sourceLogGroupName: this.sourceLogGroupName,
      samplesLogGroupName: this.samplesLogGroupName,
      keyArn: this.keyArn,
      bucketName: this.bucketName,
      readersPolicyArn: this.readersPolicyArn,
      alarmTopicArn: this.alarmTopicArn,
    });
  }
}

const SHAPING: ShapingOptions<keyof InvocationLoggingArgs> = {
  key: ["readers", "breakGlassPrincipals"],
  logGroup: ["retentionDays", "piiIdentifiers"],
  bucket: ["bucketRetentionDays", "objectLock", "accessLogBucket"],
};

/** Large bodies are prompts: kept no longer than the class of prompts allows, which also outlasts the default lock. */
const DEFAULT_BUCKET_RETENTION_DAYS = 400;

/**
 * @throws {OptionError} as {@link InvocationLogging} does
 * @throws pulumi.RunError when no region is known
 */
export function resolveInvocationLogging(name: string, args: InvocationLoggingArgs): InvocationLoggingOptions {
  const option = optionOf("InvocationLogging", name);
  const { content } = args;
  checkContent(content, option("content"));
  refuseIgnored(
    args,
    { ignored: ignoredOptions(content), by: `content "${content}"`, otherwise: "choose another content mode" },
    option,
  );
  refuseShapingOfExisting(args, SHAPING, option);
  const region = requiredRegion("InvocationLogging", name, args.region);
  return { content, region, provisioned: resolveProvisioned(args, region, option) };
}

function checkContent(content: string, path: string): void {
  if (!CONTENT_MODES.some((mode) => mode === content)) {
    throw new OptionError({
      path,
      got: content,
      allowed: CONTENT_MODES.join(", "),
      fix: "Choose how much of each invocation is kept.",
    });
  }
}

function resolveProvisioned(
  args: InvocationLoggingArgs,
  region: string,
  option: (name: string) => string,
): ProvisionedOptions | undefined {
  const mode = CONTENT_MODE_PROVISIONS[args.content];
  if (mode === undefined) {
    return undefined;
  }
  const { retentionDays, objectLock, piiIdentifiers = MASKED_IDENTIFIERS.basic, readers = [] } = args;
  checkSampling(args, option);
  const { bucketRetentionDays = defaultBucketRetentionDays(objectLock) } = args;
  checkProtection(args, option, mode.largeDataBucket ? lockMode(objectLock ?? DEFAULT_OBJECT_LOCK) : "none");
  checkLockedRetention({
    retentionDays: bucketRetentionDays,
    lock: objectLock ?? DEFAULT_OBJECT_LOCK,
    option,
    retentionOption: "bucketRetentionDays",
  });
  const options: ProvisionedOptions = {
    region,
    forceDestroy: args.forceDestroy ?? false,
    audio: args.audio ?? "leave",
    mode,
    key: validatedKey(args.key, option("key")),
    logGroup: validatedLogGroup(args.logGroup, option("logGroup")),
    bucket: validatedBucket(args.bucket, option("bucket")),
    role: validatedRole(args.role, option("role")),
    topic: validatedTopic(args.topic, option("topic")),
    retentionDays:
      retentionDays === undefined
        ? undefined
        : validated(retentionDays, option("retentionDays"), checkRetention("prompts")),
    bucketRetentionDays,
    objectLock,
    accessLogBucket: args.accessLogBucket,
    piiIdentifiers,
    sampling: given({ percent: args.samplePercent, retentionDays: args.sampleRetentionDays }),
    readers,
  };
  if (!needsKey(options)) {
    refuseIgnored(
      args,
      {
        ignored: ["key", "readers", "breakGlassPrincipals"],
        by: "logGroup.existing, topic.existing and no bucket of its own",
        otherwise: "let the component make what the key encrypts",
      },
      option,
    );
  }
  return options;
}

const share = wholeNumber({ ...SAMPLE_PERCENT, unit: "percent" });

function checkSampling(
  { samplePercent, sampleRetentionDays }: InvocationLoggingArgs,
  option: (name: string) => string,
): void {
  if (samplePercent !== undefined) {
    share(samplePercent, option("samplePercent"));
  }
  if (sampleRetentionDays !== undefined) {
    checkRetention("sampled-prompts")(sampleRetentionDays, option("sampleRetentionDays"));
  }
}

function defaultBucketRetentionDays(objectLock: ObjectLock | "none" | undefined): number {
  return objectLock === undefined || objectLock === "none"
    ? DEFAULT_BUCKET_RETENTION_DAYS
    : Math.max(DEFAULT_BUCKET_RETENTION_DAYS, objectLock.days);
}
