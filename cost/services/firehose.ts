/** What Firehose streams cost: by what the log groups receive whose events pass through them. */
import { type Declared, textAt } from "../declared";
import { type Account, everyMonth, ofType, type UsagesOf } from "../usage";
import type { VolumeName } from "../volumes";
import { logStreamsOf } from "./cloudwatch-logs";

/** What passes through a stream in a month, before it is compressed again. */
export interface Passing {
  readonly stream: Declared;
  readonly gbPerMonth: number;
  readonly drivers: readonly VolumeName[];
}

const STREAM = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const FILTER = "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter";

/** The streams that log groups send their events to. */
export function passingThrough(account: Account): readonly Passing[] {
  const written = logStreamsOf(account);
  return ofType(account, STREAM).flatMap((stream) => {
    const groups = ofType(account, FILTER)
      .filter(
        ({ region, properties }) =>
          region === stream.region && textAt(properties, "destinationArn") === textAt(stream.properties, "arn"),
      )
      .map(({ properties }) => textAt(properties, "logGroup"));
    const sources = written.filter(
      ({ group }) => group?.region === stream.region && groups.includes(textAt(group.properties, "name")),
    );
    return sources.length === 0
      ? []
      : [
          {
            stream,
            gbPerMonth: sources.reduce((sum, { gbPerMonth }) => sum + gbPerMonth, 0),
            drivers: [...new Set(sources.flatMap(({ drivers }) => drivers))],
          },
        ];
  });
}

const BOUND = { setting: "logExport", nothing: "whoever writes to the log groups decides how much" } as const;

export const firehoseUsages: UsagesOf = (account) =>
  passingThrough(account).map(({ stream, gbPerMonth, drivers }) => ({
    price: "firehose.ingested" as const,
    what: "events of log groups, compressed, through Firehose",
    resource: stream,
    quantity: everyMonth((gbPerMonth * account.volumes.compressedPercent) / 100),
    drivers: [...drivers, "compressedPercent" as const],
    bound: BOUND,
    note: "each record is charged as a multiple of 5 KB, and CloudWatch Logs decides how many events are in one; decompression is charged beside it, at a price that no source at hand shows",
  }));
