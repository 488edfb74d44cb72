/** What an account's baseline creates, what it adopts and what it leaves out: decided on plain data. */
import { eksLogGroupName } from "../../facts/eks/log-types";
import type { AggregatedAccounts } from "../config/config-aggregator";
import {
  DETECTION_SERVICE_NAMES,
  DETECTION_SERVICES,
  type DetectionModes,
  type DetectionService,
} from "./detection-modes";
import { modeIn, type Off, type Regional } from "./regional-modes";

export { modeIn, type Off, type Regional } from "./regional-modes";

/** The capability is stood up; in a bucket and by a key that exist already, where they are given by their ARNs. */
export interface CreateInArchive {
  readonly mode: "create";
  readonly bucket?: string | undefined;
  readonly key?: string | undefined;
}

/** The trail, or the trail that exists already: of the account, of its organization, or of Control Tower. */
export type TrailMode = CreateInArchive | { readonly mode: "existing"; readonly arn: string } | Off;

/** A region's configuration recorder. */
export type RecorderMode = CreateInArchive | { readonly mode: "existing"; readonly name: string } | Off;

/** A region's model invocation logging, which delivers within its account and region only: a bucket by its name. */
export type InvocationLoggingMode = CreateInArchive | { readonly mode: "existing" } | Off;

/** Who is told when evidence is taken away: a topic of the region is made for it, or the one that exists there is told. */
export type AlertingMode = { readonly mode: "create" } | { readonly mode: "existing"; readonly arn: string } | Off;

/** Where what AWS Config records in all regions is seen together: of this account, or of its organization. */
export type AggregatorMode =
  | { readonly mode: "create"; readonly accounts?: AggregatedAccounts | undefined }
  | { readonly mode: "existing"; readonly name: string }
  | Off;
/** A region's guardrail, which callers of models name. */
export type GuardrailsMode = { readonly mode: "create" } | { readonly mode: "existing"; readonly arn: string } | Off;

/** A region's tables over the evidence in its buckets, and the workgroup that asks them. */
export type EvidenceQueriesMode = { readonly mode: "create" } | Off;
/** A region's copy of the log groups that its components make, in locked buckets. */
export type LogExportMode = { readonly mode: "create" } | Off;
/** Checks by the clock of what a region's recorder does not record. */
export type PeriodicChecksMode = { readonly mode: "create" } | Off;
/**
 * A region's remediations of what AWS Config finds: a person starts each, which reads alone unless that person says otherwise, or AWS
 * Config starts it, which then changes what it finds.
 */
export type ConfigRemediationMode =
  | {
      readonly mode: "create";
      /** @default "manual" */
      readonly start?: "manual" | "automatic" | undefined;
    }
  | Off;
/** The dashboards of models, guardrails, spend and audit, in the home region. */
export type DashboardsMode = { readonly mode: "create" } | Off;

/** A cluster's log group, whose name EKS fixes. */
export type ClusterLogGroupMode = { readonly mode: "create" } | { readonly mode: "existing" } | Off;

/** Something that stands in the account and is not made here: reports name it, and `baseline verify` judges it. */
export interface Adopted {
  /** Pulumi's token of its type. */
  readonly type: string;
  readonly region: string;
  /** Its ARN, or its name where AWS finds it by name. */
  readonly id: string;
}

/** A capability that was left out, and why. */
export interface Declined {
  readonly capability:
    | "trail"
    | "recorder"
    | "aggregator"
    | "invocationLogging"
    | "alerting"
    | "evidenceQueries"
    | "bucketLineage"
    | "logExport"
    | "periodicChecks"
    | "configRemediation"
    | "dashboards"
    | "guardrails"
    | "clusterLogGroup"
    | DetectionService;
  /** Absent for the trail and the aggregator, which cover all regions. */
  readonly region?: string;
  readonly cluster?: string;
  readonly reason: string;
}

/** The modes of every capability of an account. */
export interface AccountModes {
  readonly homeRegion: string;
  readonly governedRegions: readonly string[];
  readonly trail: TrailMode;
  readonly recorder: Regional<RecorderMode>;
  readonly configAggregator: AggregatorMode;
  readonly invocationLogging: Regional<InvocationLoggingMode>;
  readonly alerting: Regional<AlertingMode>;
  readonly evidenceQueries: Regional<EvidenceQueriesMode>;
  readonly logExport: Regional<LogExportMode>;
  readonly periodicChecks: Regional<PeriodicChecksMode>;
  readonly configRemediation: Regional<ConfigRemediationMode>;
  readonly dashboards: DashboardsMode;
  readonly guardrails: Regional<GuardrailsMode>;
  readonly detection: DetectionModes;
  readonly eksClusters: readonly {
    readonly name: string;
    readonly region: string;
    readonly logGroup: ClusterLogGroupMode;
  }[];
}

const BUCKET = "aws:s3/bucket:Bucket";
const KEY = "aws:kms/key:Key";

/** Everything that the modes name instead of creating it, each once. */
export function adoptedThings(modes: AccountModes): readonly Adopted[] {
  const things = [
    ...adoptedOf(modes.trail, modes.homeRegion, ({ arn }) => ({
      type: "aws:cloudtrail/trail:Trail",
      region: regionOf(arn),
      id: arn,
    })),
    ...adoptedOf(modes.configAggregator, modes.homeRegion, ({ name }) => ({
      type: "aws:cfg/configurationAggregator:ConfigurationAggregator",
      region: modes.homeRegion,
      id: name,
    })),
    ...modes.governedRegions.flatMap((region) => [
      ...adoptedOf(modeIn(modes.recorder, region), region, ({ name }) => ({
        type: "aws:cfg/recorder:Recorder",
        region,
        id: name,
      })),
      ...adoptedOf(modeIn(modes.invocationLogging, region), region, () => ({
        type: "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
        region,
        id: region,
      })),
      ...adoptedOf(modeIn(modes.alerting, region), region, ({ arn }) => ({
        type: "aws:sns/topic:Topic",
        region,
        id: arn,
      })),
      ...adoptedOf(modeIn(modes.guardrails, region), region, ({ arn }) => ({
        type: "aws:bedrock/guardrail:Guardrail",
        region,
        id: arn,
      })),
      ...DETECTION_SERVICE_NAMES.flatMap((service) =>
        // The region names it, as it does the logging of invocations: it has one, whose id nobody chooses.
        adoptedOf(modeIn<AnyMode>(modes.detection[service], region), region, () => ({
          type: DETECTION_SERVICES[service],
          region,
          id: region,
        })),
      ),
    ]),
    ...modes.eksClusters.flatMap(({ name, region, logGroup }) =>
      adoptedOf(logGroup, region, () => ({
        type: "aws:cloudwatch/logGroup:LogGroup",
        region,
        id: eksLogGroupName(name),
      })),
    ),
  ];
  const identity = ({ type, region, id }: Adopted): string => `${type} ${region} ${id}`;
  return [...new Map(things.map((thing) => [identity(thing), thing])).values()];
}

/** Everything that the modes leave out. */
export function declinedCapabilities(modes: AccountModes): readonly Declined[] {
  const {
    trail,
    recorder,
    configAggregator,
    invocationLogging,
    alerting,
    guardrails,
    evidenceQueries,
    logExport,
    periodicChecks,
    configRemediation,
    detection,
    governedRegions,
    eksClusters,
  } = modes;
  return [
    ...declined(trail, { capability: "trail" }),
    ...declined(configAggregator, { capability: "aggregator" }),
    ...declined(modes.dashboards, { capability: "dashboards" }),
    ...governedRegions.flatMap((region) => [
      ...declined(modeIn(recorder, region), { capability: "recorder", region }),
      ...declined(modeIn(invocationLogging, region), { capability: "invocationLogging", region }),
      ...declined(modeIn(alerting, region), { capability: "alerting", region }),
      ...declined(modeIn(evidenceQueries, region), { capability: "evidenceQueries", region }),
      ...declined(modeIn(logExport, region), { capability: "logExport", region }),
      ...declined(modeIn(periodicChecks, region), { capability: "periodicChecks", region }),
      ...declined(modeIn(configRemediation, region), { capability: "configRemediation", region }),
      ...declined(modeIn(guardrails, region), { capability: "guardrails", region }),
      ...DETECTION_SERVICE_NAMES.flatMap((service) =>
        declined(modeIn<AnyMode>(detection[service], region), { capability: service, region }),
      ),
    ]),
    ...eksClusters.flatMap(({ name, region, logGroup }) =>
      declined(logGroup, { capability: "clusterLogGroup", region, cluster: name }),
    ),
  ];
}

type AnyMode = CreateInArchive | { readonly mode: "existing" } | EvidenceQueriesMode;

function adoptedOf<Mode extends AnyMode>(
  mode: Mode,
  region: string,
  existing: (mode: Extract<Mode, { readonly mode: "existing" }>) => Adopted,
): readonly Adopted[] {
  switch (mode.mode) {
    case "existing":
      // The discriminant says so; a generic type is not narrowed by it.
      return [existing(mode as Extract<Mode, { readonly mode: "existing" }>)];
    case "off":
      return [];
    case "create":
      return [
        ...("bucket" in mode && mode.bucket !== undefined ? [{ type: BUCKET, region, id: mode.bucket }] : []),
        ...("key" in mode && mode.key !== undefined ? [{ type: KEY, region: regionOf(mode.key), id: mode.key }] : []),
      ];
  }
}

function declined(mode: AnyMode, what: Omit<Declined, "reason">): readonly Declined[] {
  return mode.mode === "off" ? [{ ...what, reason: mode.reason }] : [];
}

/** The region in the ARN of a trail or key: `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`. */
function regionOf(arn: string): string {
  return arn.split(":")[3] ?? "";
}

/** Whether the mode makes a bucket of the stack's own. */
export function ownsBucket(mode: RecorderMode | InvocationLoggingMode): boolean {
  return mode.mode === "create" && mode.bucket === undefined;
}
