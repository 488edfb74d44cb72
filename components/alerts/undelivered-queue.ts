/** The queue that keeps what EventBridge could not deliver. */
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../base/component";
import { policyJson } from "../documents/iam";
import { queueArn, undeliveredQueueStatements } from "../documents/sqs";

/** SQS keeps messages for no longer. */
const TWO_WEEKS_IN_SECONDS = 14 * 24 * 60 * 60;

/** A queue, and its policy, for which whatever sends to it must wait. */
export interface UndeliveredQueue {
  /** Known at preview. */
  readonly arn: pulumi.Output<string>;
  readonly policy: aws.sqs.QueuePolicy;
}

/** An encrypted queue to which the account's rules in the region send, and nobody else. */
export function createUndeliveredQueue(scope: Scope, name: string): UndeliveredQueue {
  const queue = new aws.sqs.Queue(
    scope.child("undelivered"),
    {
      name,
      messageRetentionSeconds: TWO_WEEKS_IN_SECONDS,
      // EventBridge sends no key of its own, and a customer managed key would need a grant that nothing can bind to the account.
      sqsManagedSseEnabled: true,
      ...scope.region,
    },
    scope.options,
  );
  const policy = new aws.sqs.QueuePolicy(
    scope.child("undelivered-policy"),
    {
      queueUrl: queue.url,
      policy: scope.account.place.apply((place) => policyJson(undeliveredQueueStatements(place, name))),
      ...scope.region,
    },
    scope.options,
  );
  return { arn: scope.account.place.apply((place) => queueArn(place, name)), policy };
}
