/** The options of an `AccountBaseline`. */
import type { RecordingFrequency } from "./config-recorder";
import type { ContentMode } from "./content-modes";
import type { ObjectLock } from "./object-lock";
import type { RetentionDays } from "./retention";
import { optionOf, OptionError } from "./validated-input";

/** Options of an `AccountBaseline`: what `settings/` gives, plain and complete. */
export interface AccountBaselineArgs {
  /** What kind of account this is. It decides nothing here; policies read it from the stack. */
  readonly profile: "sandbox" | "standard" | "regulated";
  /** Where the trail lives and where AWS Config records IAM; one of governedRegions. */
  readonly homeRegion: string;
  /** Where model invocations are logged and resources recorded. The trail covers every region in any case. */
  readonly governedRegions: readonly string[];
  /** How much of each model invocation is kept, in every governed region. */
  readonly invocationContent: ContentMode;
  /** Days that the trail's log group keeps events. */
  readonly auditRetentionDays: RetentionDays;
  /** Days that model invocation logs are kept, large bodies included. */
  readonly promptRetentionDays: RetentionDays;
  /** Days that control-plane logs of clusters are kept. */
  readonly kubernetesRetentionDays: RetentionDays;
  /** Days that the trail's log files and the delivered configuration history are kept. */
  readonly evidenceRetentionDays: number;
  /** How the trail's log files are locked; AWS Config delivers to no locked bucket. */
  readonly objectLockMode: ObjectLock["mode"] | "none";
  /** Days of that lock; of no account when the mode is "none". */
  readonly objectLockDays: number;
  /** Names of buckets with training data, whose objects' reads and writes are logged. */
  readonly trainingBuckets: readonly string[];
  /** ARNs of the functions whose invocations are logged. @default - every function */
  readonly lambdaFunctions?: readonly string[] | undefined;
  /** Whether CloudTrail looks for unusual call rates and error rates. */
  readonly insights: boolean;
  /** The organization whose accounts the trail covers too; needs managementAccountId. @default - this account only */
  readonly organizationId?: string | undefined;
  readonly managementAccountId?: string | undefined;
  /** Who is told by mail when model invocation logs cannot be delivered; each confirms the subscription. */
  readonly alarmEmails: readonly string[];
  /** EKS clusters whose control-plane logs are kept. */
  readonly eksClusters: readonly { readonly name: string; readonly region: string }[];
  readonly configRecordingFrequency: RecordingFrequency;
  /** Days that AWS Config keeps configuration items, 30 to 2557. */
  readonly configRetentionDays: number;
  /** Whether Pulumi refuses to delete what holds evidence. */
  readonly protectResources: boolean;
}

/**
 * Checks what no component of the baseline sees by itself.
 *
 * @throws {OptionError} when the home region is not among the governed ones
 */
export function checkHomeRegion(name: string, { homeRegion, governedRegions }: AccountBaselineArgs): void {
  if (governedRegions.includes(homeRegion)) {
    return;
  }
  throw new OptionError({
    path: optionOf("AccountBaseline", name)("governedRegions"),
    got: governedRegions,
    allowed: `regions, ${homeRegion} (homeRegion) among them`,
    fix: `Add ${homeRegion}: without it nothing would record the account's IAM.`,
  });
}
