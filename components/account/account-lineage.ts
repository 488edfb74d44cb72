/** The events and access logs of the buckets that an account names, in one governed region. */
import type * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../base/component";
import { given } from "../base/options";
import { DataLineage } from "../lineage/data-lineage";
import { afterTopic, type RegionAlerts } from "./account-alerts";
import type { AccountBaselineOptions } from "./account-baseline-options";
import { tracedIn } from "./lineage-buckets";

/** What stands in the region before. */
interface Around {
  /** The name of the bucket that takes access logs: there is one wherever there are buckets whose access is logged. */
  readonly accessLogs: pulumi.Output<string> | undefined;
  readonly alerts: RegionAlerts | undefined;
}

/** Absent where the region has no such bucket, or leaves its buckets as they are. */
export function createDataLineage(
  scope: Scope,
  { lineageBuckets, bucketLineage }: AccountBaselineOptions,
  region: string,
  { accessLogs, alerts }: Around,
): DataLineage | undefined {
  const buckets = tracedIn(region, lineageBuckets, bucketLineage).map(({ kind, name }) => ({ kind, name }));
  if (buckets.length === 0 || accessLogs === undefined) {
    return undefined;
  }
  const { topicArn, hub, forwarding } = alerts ?? {};
  return new DataLineage(
    scope.child(`${region}-lineage`),
    {
      buckets,
      accessLogBucket: accessLogs,
      region,
      ...given({ topicArn, undeliveredQueueArn: hub?.undeliveredQueueArn, forwardTo: forwarding?.targets }),
    },
    afterTopic(scope, hub, forwarding),
  );
}
