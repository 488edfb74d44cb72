/** What logs cost: written by a trail, by Bedrock, by AWS's log delivery, by control planes, and by whoever else; stored, and masked. */
import { BYTES_PER_GB } from "../../facts/prices/price";
import type { PriceId } from "../../facts/prices/prices";
import type { SettingName } from "../../settings/schema";
import { storedBetween } from "../ages";
import { at, type Declared, numberAt, textAt } from "../declared";
import { type Account, type Bound, everyMonth, ofType, type Usage, type UsagesOf } from "../usage";
import type { VolumeName } from "../volumes";
import { type Sampler, samplersOf } from "./invocation-samplers";
import { deliveredEvents, eventsOf, trailsOf } from "./cloudtrail";

/** What one writer sends to one log group. */
export interface LogStream {
  /** What is written, in the words of a line. */
  readonly what: string;
  readonly writer: Declared;
  /** Undefined when the stack does not declare the log group. */
  readonly group: Declared | undefined;
  readonly gbPerMonth: number;
  readonly drivers: readonly VolumeName[];
  readonly bound: Bound;
  /** The setting that decides how long it is kept. */
  readonly retention?: SettingName;
  /** Whether AWS writes it on the customer's behalf, at a graduated price. */
  readonly vended?: boolean;
  readonly note?: string;
}

export const cloudWatchLogsUsages: UsagesOf = (account) =>
  logStreamsOf(account).flatMap((stream) => [
    ingestion(stream),
    ...storage(stream, account),
    ...dataProtection(stream, account),
  ]);

/** What is written to log groups: by whom the stack shows, and by others to the rest. */
export function logStreamsOf(account: Account): readonly LogStream[] {
  const written = [...trailStreams(account), ...invocationStreams(account), ...deliveredStreams(account)];
  const others = ofType(account, "aws:cloudwatch/logGroup:LogGroup")
    .filter((group) => written.every((stream) => stream.group !== group))
    .map((group) => otherStream(group, account));
  return [...written, ...others];
}

function trailStreams(account: Account): readonly LogStream[] {
  return trailsOf(account).flatMap((trail) => {
    const arn = textAt(trail.properties, "cloudWatchLogsGroupArn");
    if (arn === undefined) {
      return [];
    }
    const { events, drivers } = deliveredEvents(trail, account.volumes);
    return [
      {
        what: "events of the trail",
        writer: trail,
        group: groupNamed(account, trail.region, /:log-group:(?<name>[^:]+)/.exec(arn)?.groups?.["name"]),
        gbPerMonth: (events * account.volumes.trailEventBytes) / BYTES_PER_GB,
        drivers: [...drivers, "trailEventBytes"],
        bound:
          eventsOf(trail).dataTypes.length > 0
            ? { setting: "cloudWatchCopy" as const, property: "cloudWatchLogsGroupArn" }
            : { nothing: "CloudTrail sends to the log group whatever the trail logs" },
        retention: "auditRetentionDays" as const,
      },
    ];
  });
}

function invocationStreams(account: Account): readonly LogStream[] {
  return ofType(account, "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration").flatMap(
    (logging) => {
      const config = at(logging.properties, "loggingConfig");
      const name = textAt(config, "cloudwatchConfig", "logGroupName");
      if (name === undefined) {
        return [];
      }
      // A flag that is left out is on.
      const sampler = samplersOf(account).find(
        ({ sampler: { region }, source }) => region === logging.region && source === name,
      );
      if (sampler !== undefined) {
        return sampledStreams(account, logging, sampler);
      }
      const text = at(config, "textDataDeliveryEnabled") !== false;
      const { modelInvocationsPerRegionPerMonth, invocationMetadataBytes, promptAndAnswerBytes } = account.volumes;
      const bytes = invocationMetadataBytes + (text ? promptAndAnswerBytes : 0);
      return [
        {
          what: text ? "model invocations with their text" : "model invocations without bodies",
          writer: logging,
          group: groupNamed(account, logging.region, name),
          gbPerMonth: (modelInvocationsPerRegionPerMonth * bytes) / BYTES_PER_GB,
          drivers: [
            "modelInvocationsPerRegionPerMonth",
            "invocationMetadataBytes",
            ...(text ? ["promptAndAnswerBytes" as const] : []),
          ],
          bound: { setting: "invocationContent" as const, property: "textDataDeliveryEnabled" },
          retention: "promptRetentionDays" as const,
        },
      ];
    },
  );
}

/** What AWS delivers of the logs of Bedrock's and AgentCore's resources, by the sources that send to a destination. */
function deliveredStreams(account: Account): readonly LogStream[] {
  return ofType(account, "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination").flatMap((destination) => {
    const arn = textAt(at(destination.properties, "deliveryDestinationConfiguration"), "destinationResourceArn") ?? "";
    const name = /:log-group:(?<name>[^:]+)/.exec(arn)?.groups?.["name"];
    const deliveries = ofType(account, "aws:cloudwatch/logDelivery:LogDelivery").filter(
      ({ region, properties }) =>
        region === destination.region &&
        textAt(properties, "deliveryDestinationArn")?.split(":").at(-1) === textAt(destination.properties, "name"),
    );
    return name === undefined || deliveries.length === 0
      ? []
      : [
          {
            what: "delivered logs of AI resources",
            writer: destination,
            group: groupNamed(account, destination.region, name),
            gbPerMonth: deliveries.length * account.volumes.deliveredLogGBPerSourcePerMonth,
            drivers: ["deliveredLogGBPerSourcePerMonth" as const],
            bound: { setting: "loggedResources" as const, nothing: "the resources log as much as they are used" },
            retention: "promptRetentionDays" as const,
            vended: true,
          },
        ];
  });
}

/** Whole records on their way, the metadata of each, and those that are kept whole. */
function sampledStreams(account: Account, logging: Declared, sampler: Sampler): readonly LogStream[] {
  const { modelInvocationsPerRegionPerMonth, invocationMetadataBytes, promptAndAnswerBytes } = account.volumes;
  const gb = (bytes: number): number => (modelInvocationsPerRegionPerMonth * bytes) / BYTES_PER_GB;
  const whole = gb(invocationMetadataBytes + promptAndAnswerBytes);
  const ofMetadata = ["modelInvocationsPerRegionPerMonth", "invocationMetadataBytes"] as const;
  const ofWhole = [...ofMetadata, "promptAndAnswerBytes"] as const;
  const bound = { setting: "invocationContent", property: "loggingConfig" } as const;
  return [
    {
      what: "model invocations with their text, to be sampled",
      writer: logging,
      group: groupNamed(account, logging.region, sampler.source),
      gbPerMonth: whole,
      drivers: ofWhole,
      bound,
    },
    {
      what: "model invocations without bodies",
      writer: sampler.sampler,
      group: groupNamed(account, logging.region, sampler.metadata),
      gbPerMonth: gb(invocationMetadataBytes),
      drivers: ofMetadata,
      bound: { setting: "invocationContent", property: "environment" },
      retention: "promptRetentionDays",
    },
    {
      what: "model invocations with their text, sampled",
      writer: sampler.sampler,
      group: groupNamed(account, logging.region, sampler.samples),
      gbPerMonth: (whole * sampler.percent) / 100,
      drivers: ofWhole,
      bound: { setting: "invocationSamplePercent", property: "environment" },
      retention: "invocationSampleDays",
    },
  ];
}

const CONTROL_PLANE = /^\/aws\/eks\/[^/]+\/cluster$/;

function otherStream(group: Declared, account: Account): LogStream {
  if (deliveryErrorGroups(account).includes(group)) {
    return {
      what: "what Firehose could not deliver",
      writer: group,
      group,
      gbPerMonth: 0,
      drivers: [],
      bound: { nothing: "Firehose writes only when it is refused" },
    };
  }
  if (samplerLogs(account).includes(group)) {
    return {
      what: "errors of the function that samples model invocations",
      writer: group,
      group,
      gbPerMonth: 0,
      drivers: [],
      bound: { nothing: "the function writes only what is wrong" },
    };
  }
  const { volumes } = account;
  return CONTROL_PLANE.test(textAt(group.properties, "name") ?? "")
    ? {
        what: "logs of EKS control planes",
        writer: group,
        group,
        gbPerMonth: volumes.controlPlaneGBPerClusterPerMonth,
        drivers: ["controlPlaneGBPerClusterPerMonth"],
        bound: { setting: "eksClusters", nothing: "the control plane writes as much as its cluster does" },
        retention: "kubernetesRetentionDays",
        vended: true,
        note: "the cluster decides which log types it writes",
      }
    : {
        what: "logs of others",
        writer: group,
        group,
        gbPerMonth: volumes.otherLogGBPerLogGroupPerMonth,
        drivers: ["otherLogGBPerLogGroupPerMonth"],
        bound: { nothing: "whoever writes to the log group decides how much" },
      };
}

/** The log groups in which Firehose tells of errors. */
function deliveryErrorGroups(account: Account): readonly (Declared | undefined)[] {
  return ofType(account, "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream").map(({ region, properties }) =>
    groupNamed(
      account,
      region,
      textAt(at(properties, "extendedS3Configuration"), "cloudwatchLoggingOptions", "logGroupName"),
    ),
  );
}

/** The log groups of functions that sample. */
function samplerLogs(account: Account): readonly (Declared | undefined)[] {
  return samplersOf(account).map(({ sampler: { region, properties } }) =>
    groupNamed(account, region, textAt(properties, "loggingConfig", "logGroup")),
  );
}

function groupNamed(account: Account, region: string, name: string | undefined): Declared | undefined {
  return ofType(account, "aws:cloudwatch/logGroup:LogGroup").find(
    (group) => group.region === region && textAt(group.properties, "name") === name,
  );
}

function ingestion({ what, writer, group, gbPerMonth, drivers, bound, vended = false, note }: LogStream): Usage {
  const infrequent = textAt(group?.properties, "logGroupClass") === "INFREQUENT_ACCESS";
  const price: PriceId = vended
    ? "logs.vendedIngestion"
    : infrequent
      ? "logs.ingestionInfrequentAccess"
      : "logs.ingestion";
  return {
    price,
    what: `${what}, ingested`,
    resource: writer,
    quantity: everyMonth(gbPerMonth),
    drivers,
    bound,
    ...(note === undefined ? {} : { note }),
  };
}

function storage({ what, group, gbPerMonth, drivers, retention }: LogStream, { volumes }: Account): readonly Usage[] {
  if (group === undefined) {
    return [];
  }
  const days = numberAt(group.properties, "retentionInDays") ?? 0;
  const until = days === 0 ? undefined : days; // AWS means "never expires" by 0
  return [
    {
      price: "logs.storage",
      what: `${what}, stored ${until === undefined ? "for ever" : `${until} days`}`,
      resource: group,
      quantity: storedBetween((gbPerMonth * volumes.compressedPercent) / 100, 0, until),
      drivers: [...drivers, "compressedPercent"],
      bound:
        until === undefined
          ? { nothing: "the log group sets no retentionInDays" }
          : { property: "retentionInDays", ...(retention === undefined ? {} : { setting: retention }) },
    },
  ];
}

/** What is scanned is charged once, by whichever policy names the data: the group's own, or that of all groups of its region. */
function dataProtection({ what, group, gbPerMonth, drivers }: LogStream, account: Account): readonly Usage[] {
  const name = textAt(group?.properties, "name");
  if (group === undefined || name === undefined) {
    return [];
  }
  const inRegion = (type: string) => ofType(account, type).filter(({ region }) => region === group.region);
  const [own] = inRegion("aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy").filter(
    ({ properties }) => textAt(properties, "logGroupName") === name,
  );
  const [ofAll] = inRegion("aws:cloudwatch/logAccountPolicy:LogAccountPolicy").filter(
    ({ properties }) => textAt(properties, "policyType") === "DATA_PROTECTION_POLICY",
  );
  const [policy, setting] =
    own === undefined ? [ofAll, "accountDataProtection" as const] : [own, "invocationContent" as const];
  return policy === undefined
    ? []
    : [
        {
          price: "logs.dataProtection" as const,
          what: `${what}, scanned for masking`,
          resource: policy,
          quantity: everyMonth(gbPerMonth),
          drivers,
          bound: { setting, property: "policyDocument" },
        },
      ];
}
