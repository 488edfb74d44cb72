/** What buckets cost: stored by class and age, written, and moved between classes. */
import { type AgingStep, isAgingClass, SMALLEST_MOVED_BYTES, type StorageClass } from "../../facts/s3/storage-classes";
import { BYTES_PER_GB } from "../../facts/prices/price";
import { storedBetween } from "../ages";
import { at, type Declared, listAt, numberAt, type Plain, textAt } from "../declared";
import { type Account, type Bound, everyMonth, ofType, type Usage, type UsagesOf } from "../usage";
import type { VolumeName } from "../volumes";
import { deliveredEvents, trailsOf } from "./cloudtrail";
import { RECORDING_SETTINGS } from "./config";
import { CLASSIFIED, classifiedObjects } from "./macie";
import { passingThrough } from "./firehose";

/** What is written to a bucket in a month. */
interface Inflow {
  readonly what: string;
  readonly gbPerMonth: number;
  /** Objects that are written; undefined where S3 charges for no request. */
  readonly putsPerMonth: number | undefined;
  readonly drivers: readonly VolumeName[];
  readonly putDrivers: readonly VolumeName[];
  /** What bounds how much is written. */
  readonly bound: Bound;
}

const BUCKETS = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];

export const s3Usages: UsagesOf = (account) =>
  account.resources
    .filter(({ type }) => BUCKETS.includes(type))
    .flatMap((bucket) => inflowsOf(bucket, account).flatMap((inflow) => usagesOfInflow(bucket, inflow, account)));

function nameOf({ properties }: Declared): string {
  return textAt(properties, "bucket") ?? "";
}

/** A bucket of which nothing shows who writes to it has one inflow that is assumed. */
function inflowsOf(bucket: Declared, account: Account): readonly Inflow[] {
  const name = nameOf(bucket);
  const inflows = [
    ...trailFiles(name, account),
    ...configFiles(name, account),
    ...invocationBodies(name, account),
    ...accessLogs(name, account),
    ...queryResults(name, account),
    ...exportedLogs(name, account),
    ...classificationResults(name, account),
  ];
  const { otherStoredGBPerBucketPerMonth, otherPutsPerBucketPerMonth } = account.volumes;
  return inflows.length > 0
    ? inflows
    : [
        {
          what: "objects of others",
          gbPerMonth: otherStoredGBPerBucketPerMonth,
          putsPerMonth: otherPutsPerBucketPerMonth,
          drivers: ["otherStoredGBPerBucketPerMonth"],
          putDrivers: ["otherPutsPerBucketPerMonth"],
          bound: { nothing: "whoever writes to the bucket decides how much" },
        },
      ];
}

function compressed(bytes: number, { volumes }: Account): number {
  return (bytes * volumes.compressedPercent) / 100 / BYTES_PER_GB;
}

function trailFiles(name: string, account: Account): readonly Inflow[] {
  return trailsOf(account)
    .filter(({ properties }) => textAt(properties, "s3BucketName") === name)
    .map((trail) => {
      const { events, drivers } = deliveredEvents(trail, account.volumes);
      return {
        what: "files of the trail",
        gbPerMonth: compressed(events * account.volumes.trailEventBytes, account),
        putsPerMonth: account.volumes.trailFilesPerMonth,
        drivers: [...drivers, "trailEventBytes" as const, "compressedPercent" as const],
        putDrivers: ["trailFilesPerMonth" as const],
        bound: { nothing: "CloudTrail delivers whatever the trail logs" },
      };
    });
}

function configFiles(name: string, account: Account): readonly Inflow[] {
  const { volumes } = account;
  return ofType(account, "aws:cfg/deliveryChannel:DeliveryChannel")
    .filter(({ properties }) => textAt(properties, "s3BucketName") === name)
    .map(() => ({
      what: "configuration history",
      gbPerMonth: compressed(volumes.configurationItemsPerRegionPerMonth * volumes.configurationItemBytes, account),
      putsPerMonth: volumes.configFilesPerRegionPerMonth,
      drivers: ["configurationItemsPerRegionPerMonth", "configurationItemBytes", "compressedPercent"],
      putDrivers: ["configFilesPerRegionPerMonth"],
      bound: { setting: RECORDING_SETTINGS },
    }));
}

/** Bodies of any size where the log itself goes to the bucket, and what is too large for a log where only that does. */
function invocationBodies(name: string, account: Account): readonly Inflow[] {
  const { modelInvocationsPerRegionPerMonth, mediaBytesPerInvocation, ...sizes } = account.volumes;
  return ofType(account, "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration").flatMap(
    ({ properties }) => {
      const config = at(properties, "loggingConfig");
      const whole = textAt(config, "s3Config", "bucketName") === name;
      if (!whole && textAt(config, "cloudwatchConfig", "largeDataDeliveryS3Config", "bucketName") !== name) {
        return [];
      }
      const log = whole ? sizes.invocationMetadataBytes + sizes.promptAndAnswerBytes : 0;
      return [
        {
          what: whole ? "model invocations" : "media and large bodies of model invocations",
          gbPerMonth: (modelInvocationsPerRegionPerMonth * (mediaBytesPerInvocation + log)) / BYTES_PER_GB,
          putsPerMonth: modelInvocationsPerRegionPerMonth,
          drivers: [
            "modelInvocationsPerRegionPerMonth" as const,
            "mediaBytesPerInvocation" as const,
            ...(whole ? (["invocationMetadataBytes", "promptAndAnswerBytes"] as const) : []),
          ],
          putDrivers: ["modelInvocationsPerRegionPerMonth" as const],
          bound: { setting: "invocationContent" as const, property: "loggingConfig" },
        },
      ];
    },
  );
}

/** S3 charges nothing for the delivery of its access logs. */
function accessLogs(name: string, account: Account): readonly Inflow[] {
  const logged = ofType(account, "aws:s3/bucketLogging:BucketLogging");
  const traced = logged.filter(({ types }) => types.includes(`${COMPONENT}DataLineage`));
  const isHere = ({ properties }: Declared): boolean => textAt(properties, "targetBucket") === name;
  const tracedHere = traced.filter(isHere).length;
  const others = logged.filter(isHere).length - tracedHere;
  const { accessLogLinesPerBucketPerMonth, trainingObjectEventsPerMonth, accessLogLineBytes } = account.volumes;
  const inflow = (lines: number): Pick<Inflow, "gbPerMonth" | "putsPerMonth" | "putDrivers"> => ({
    gbPerMonth: (lines * accessLogLineBytes) / BYTES_PER_GB,
    putsPerMonth: undefined,
    putDrivers: [],
  });
  const ofEvidence: Inflow = {
    what: "access logs",
    ...inflow(others * accessLogLinesPerBucketPerMonth),
    drivers: ["accessLogLinesPerBucketPerMonth", "accessLogLineBytes"],
    bound: { nothing: "each request to the evidence is a line" },
  };
  const ofLineage: Inflow = {
    what: "access logs of training, model and artifact buckets",
    // As if each bucket had as many requests as the others.
    ...inflow((trainingObjectEventsPerMonth * tracedHere) / Math.max(traced.length, 1)),
    drivers: ["trainingObjectEventsPerMonth", "accessLogLineBytes"],
    bound: { setting: "bucketLineage" },
  };
  return [...(others === 0 ? [] : [ofEvidence]), ...(tracedHere === 0 ? [] : [ofLineage])];
}

/** Each query writes its result, and an object that describes it. */
const OBJECTS_PER_QUERY = 2;

function queryResults(name: string, account: Account): readonly Inflow[] {
  const { scannedGBPerWorkgroupPerMonth, queryResultPercent, queriesPerWorkgroupPerMonth } = account.volumes;
  return ofType(account, "aws:athena/workgroup:Workgroup")
    .filter(({ properties }) =>
      textAt(properties, "configuration", "resultConfiguration", "outputLocation")?.startsWith(`s3://${name}/`),
    )
    .map(() => ({
      what: "results of queries",
      gbPerMonth: (scannedGBPerWorkgroupPerMonth * queryResultPercent) / 100,
      putsPerMonth: queriesPerWorkgroupPerMonth * OBJECTS_PER_QUERY,
      drivers: ["scannedGBPerWorkgroupPerMonth", "queryResultPercent"],
      putDrivers: ["queriesPerWorkgroupPerMonth"],
      bound: { nothing: "whoever asks decides how much" },
    }));
}

/** Firehose compresses what it writes. */
function exportedLogs(name: string, account: Account): readonly Inflow[] {
  const { compressedPercent, exportedFilesPerStreamPerMonth } = account.volumes;
  return passingThrough(account)
    .filter(({ stream }) =>
      textAt(at(stream.properties, "extendedS3Configuration"), "bucketArn")?.endsWith(`:::${name}`),
    )
    .map(({ gbPerMonth, drivers }) => ({
      what: "exported logs",
      gbPerMonth: (gbPerMonth * compressedPercent) / 100,
      putsPerMonth: exportedFilesPerStreamPerMonth,
      drivers: [...drivers, "compressedPercent"],
      putDrivers: ["exportedFilesPerStreamPerMonth"],
      bound: { setting: "logExport", nothing: "whatever the log groups receive is copied" },
    }));
}

function classificationResults(name: string, account: Account): readonly Inflow[] {
  const objects = classifiedObjects(account);
  return ofType(account, "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration")
    .filter(({ properties }) => textAt(properties, "s3Destination", "bucketName") === name)
    .map(() => ({
      what: "results of Macie",
      gbPerMonth: compressed(objects * account.volumes.classificationResultBytes, account),
      // As if each object had a file of its own.
      putsPerMonth: objects,
      drivers: [...CLASSIFIED, "trainingObjectBytes", "classificationResultBytes", "compressedPercent"],
      putDrivers: [...CLASSIFIED, "trainingObjectBytes"],
      bound: { setting: ["detection", "trainingBuckets"] },
    }));
}

function usagesOfInflow(bucket: Declared, inflow: Inflow, account: Account): readonly Usage[] {
  const { what, gbPerMonth, putsPerMonth, drivers, putDrivers, bound } = inflow;
  const lifecycle = lifecycleOf(bucket, account);
  const staysSmall = lifecycle.moves.length > 0 && meanBytes(inflow) < SMALLEST_MOVED_BYTES;
  const moves = staysSmall ? [] : lifecycle.moves;
  const note = staysSmall ? { note: "S3 moves no object under 128 KB, and these are smaller on average" } : {};
  const windows = windowsOf(moves, lifecycle.expiresAfter);
  const stored = windows.map(({ storageClass, from, until }): Usage => ({
    price: `s3.storage.${storageClass}`,
    what: `${what}, ${storageClass}${until === undefined ? " for ever" : ` to day ${until}`}`,
    resource: bucket,
    quantity: storedBetween(gbPerMonth, from, until),
    drivers,
    bound:
      until === undefined ? { nothing: "no lifecycle rule of the bucket expires its objects" } : retentionBound(bucket),
    ...note,
  }));
  const written =
    putsPerMonth === undefined
      ? []
      : [
          {
            price: "s3.puts" as const,
            what: `${what}, written`,
            resource: bucket,
            quantity: everyMonth(putsPerMonth),
            drivers: putDrivers,
            bound,
          },
        ];
  const moved = moves.map(({ storageClass, days }): Usage => ({
    price: `s3.transition.${storageClass}`,
    what: `${what}, moved to ${storageClass}`,
    resource: bucket,
    // An object that is not yet old enough in the first month is not moved in it.
    quantity: { month1: 0, steady: days >= (lifecycle.expiresAfter ?? Infinity) ? 0 : (putsPerMonth ?? 0) },
    drivers: putDrivers,
    bound: isEvidence(bucket)
      ? { setting: "evidenceStorageClasses", property: "transitions" }
      : { property: "transitions" },
  }));
  return [...stored, ...written, ...moved];
}

function meanBytes({ gbPerMonth, putsPerMonth }: Inflow): number {
  return putsPerMonth === undefined || putsPerMonth === 0 ? 0 : (gbPerMonth * BYTES_PER_GB) / putsPerMonth;
}

interface Lifecycle {
  /** By age. */
  readonly moves: readonly AgingStep[];
  /** Undefined when nothing expires. */
  readonly expiresAfter: number | undefined;
}

/** The enabled rules for the whole bucket; those for some prefix, tag or size say nothing about the rest. */
function lifecycleOf(bucket: Declared, account: Account): Lifecycle {
  const rules = ofType(account, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration")
    .filter(({ properties }) => textAt(properties, "bucket") === nameOf(bucket))
    .flatMap(({ properties }) => listAt(properties, "rules"))
    .filter((rule) => textAt(rule, "status") === "Enabled" && isForWholeBucket(rule));
  const expiries = rules.flatMap((rule) => numberAt(rule, "expiration", "days") ?? []);
  return {
    moves: rules
      .flatMap((rule) => listAt(rule, "transitions"))
      .flatMap(moveOf)
      .sort((one, other) => one.days - other.days),
    expiresAfter: expiries.length === 0 ? undefined : Math.min(...expiries),
  };
}

function isForWholeBucket(rule: Plain): boolean {
  const filter = at(rule, "filter");
  const narrowing = typeof filter === "object" && filter !== null ? Object.values(filter) : [];
  return narrowing.every((value) => value === "") && (textAt(rule, "prefix") ?? "") === "";
}

function moveOf(transition: Plain): readonly AgingStep[] {
  const storageClass = textAt(transition, "storageClass") ?? "";
  const days = numberAt(transition, "days");
  return days !== undefined && isAgingClass(storageClass) ? [{ storageClass, days }] : [];
}

interface Window {
  readonly storageClass: StorageClass;
  readonly from: number;
  readonly until: number | undefined;
}

function windowsOf(moves: readonly AgingStep[], expiresAfter: number | undefined): readonly Window[] {
  const starts: readonly { readonly storageClass: StorageClass; readonly days: number }[] = [
    { storageClass: "STANDARD", days: 0 },
    ...moves,
  ];
  return starts
    .map(({ storageClass, days }, index) => {
      const next = starts[index + 1]?.days ?? Infinity;
      const until = Math.min(next, expiresAfter ?? Infinity);
      return { storageClass, from: days, until: Number.isFinite(until) ? until : undefined };
    })
    .filter(({ from, until }) => until === undefined || until > from);
}

const COMPONENT = "ai-governance-baseline:index:";

/** The setting that decides how long the bucket keeps objects, by the component that made it. */
function retentionBound({ types, name }: Declared): Bound {
  const property = "lifecycle expiration";
  if (types.includes(`${COMPONENT}InvocationLogging`)) {
    return { setting: "promptRetentionDays", property };
  }
  if (types.includes(`${COMPONENT}EvidenceQueries`)) {
    return { property }; // a constant of the component
  }
  if (types.includes(`${COMPONENT}AuditTrail`) && name.endsWith("-access-logs")) {
    return { property }; // a constant of the component
  }
  return {
    setting: name.endsWith("-access-logs") ? "auditRetentionDays" : ["evidenceRetentionDays", "evidenceStorageClasses"],
    property,
  };
}

/** Whether the bucket is one of those that the settings on evidence are about. */
function isEvidence({ types, name }: Declared): boolean {
  return (
    !["InvocationLogging", "EvidenceQueries"].some((each) => types.includes(`${COMPONENT}${each}`)) &&
    !name.endsWith("-access-logs")
  );
}
