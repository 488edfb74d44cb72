/** Where an `AccountBaseline` sends events whole, beside telling people of them. */
import type * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../base/component";
import { given } from "../base/options";
import { type EventEndpoint, EventForwarding, type EventQueue } from "../events/event-forwarding";

/** Where events are sent whole; nothing is sent anywhere where neither is given. */
export interface EventForwardingChoice {
  /** Queues that exist already, one a region. @default - none */
  readonly queues?: readonly EventQueue[] | undefined;
  /** The endpoint of every region. @default - none */
  readonly endpoint?: EventEndpoint | undefined;
}

/** `undefined` where the region's events are sent nowhere. */
export function createForwarding(
  scope: Scope,
  { queues = [], endpoint }: EventForwardingChoice,
  region: string,
  undeliveredQueueArn: pulumi.Input<string> | undefined,
): EventForwarding | undefined {
  const queue = queues.find(({ arn }) => arn.split(":")[3] === region);
  return queue === undefined && endpoint === undefined
    ? undefined
    : new EventForwarding(
        scope.child(`${region}-forwarding`),
        { ...given({ queue, endpoint, undeliveredQueueArn }), region },
        scope.options,
      );
}
