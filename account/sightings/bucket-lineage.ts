/** What the buckets that a stack traces notify, and where their access logs go. */
import type { TracedBucket } from "../collisions/bucket-lineage";
import type { ObservedBucket } from "../collisions/observed";
import type { Reader } from "../reader";
import { reading } from "./sighting";

/** @param regions the regions that can be asked. @returns by the buckets' names. */
export async function observeBuckets(
  reader: Reader,
  buckets: readonly TracedBucket[],
  regions: readonly string[],
): Promise<ReadonlyMap<string, ObservedBucket>> {
  const asked = new Map(
    buckets.filter(({ region }) => regions.includes(region)).map(({ name, region }) => [name, region]),
  );
  const observed = await Promise.all(
    [...asked].map(async ([name, region]): Promise<readonly [string, ObservedBucket]> => {
      const [notified, logged] = await Promise.all([
        reading(() => notifiedBy(reader, region, name)),
        reading(() => loggedOf(reader, region, name)),
      ]);
      return [name, { notified, logged }];
    }),
  );
  return new Map(observed);
}

async function notifiedBy(reader: Reader, region: string, bucket: string): Promise<readonly string[] | undefined> {
  const found = await reader.read("s3:GetBucketNotificationConfiguration", region, { Bucket: bucket });
  return (
    found && [
      ...(found.LambdaFunctionConfigurations ?? []).flatMap(({ LambdaFunctionArn: arn }) => arn ?? []),
      ...(found.QueueConfigurations ?? []).flatMap(({ QueueArn: arn }) => arn ?? []),
      ...(found.TopicConfigurations ?? []).flatMap(({ TopicArn: arn }) => arn ?? []),
    ]
  );
}

async function loggedOf(reader: Reader, region: string, bucket: string): Promise<readonly string[] | undefined> {
  const found = await reader.read("s3:GetBucketLogging", region, { Bucket: bucket });
  return found && [found.LoggingEnabled?.TargetBucket ?? []].flat();
}
