/**
 * The function that samples model invocations. A subscription of the log group that Bedrock delivers to calls it with whole records; it
 * writes the metadata of each to one log group, and a share of the records to another.
 *
 * What fails is thrown, so that Lambda calls again with the same events, and sends them to the failure queue in the end. A record can
 * therefore be written twice, and none is passed over.
 */
import { CloudWatchLogsClient, PutLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";

import { batchesOf } from "./batches";
import { sortEvents, type Written } from "./decisions";
import { parseParameters } from "./parameters";
import { eventsOf, type SubscriptionEvent } from "./subscription";

/** How many events were written to each log group. */
export interface Sampled {
  readonly metadata: number;
  readonly samples: number;
}

/** @throws when a record could not be written, by which Lambda calls again */
export async function handler(event: SubscriptionEvent): Promise<Sampled> {
  const parameters = parseParameters(process.env);
  const { metadata, samples } = sortEvents(eventsOf(event), parameters);
  const client = new CloudWatchLogsClient({});
  await write(client, { logGroupName: parameters.samplesLogGroup, logStreamName: parameters.logStream }, samples);
  await write(client, { logGroupName: parameters.metadataLogGroup, logStreamName: parameters.logStream }, metadata);
  return { metadata: metadata.length, samples: samples.length };
}

interface Stream {
  readonly logGroupName: string;
  readonly logStreamName: string;
}

async function write(client: CloudWatchLogsClient, stream: Stream, events: readonly Written[]): Promise<void> {
  for (const batch of batchesOf(events)) {
    const { rejectedLogEventsInfo } = await client.send(new PutLogEventsCommand({ ...stream, logEvents: [...batch] }));
    // An answer without an error can still refuse events: those that are too old, too new, or beyond the retention.
    if (rejectedLogEventsInfo !== undefined) {
      throw new Error(
        `${stream.logGroupName} refused events of ${batch.length}: ${JSON.stringify(rejectedLogEventsInfo)}`,
      );
    }
  }
}
