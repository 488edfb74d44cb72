/** Where a region's events are sent whole: to a queue, and to an endpoint that takes them over HTTPS. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { KEY_ARN_FORM, QUEUE_ARN_FORM } from "../../facts/eventbridge/api-destinations";
import { createUndeliveredQueue } from "../alerts/undelivered-queue";
import { componentType, type Scope, scopeOf } from "../base/component";
import type { Ready } from "../base/existing";
import { given, matching, optionOf, OptionError, refuseIgnored } from "../base/options";
import { forwardingTrust, invokeDestination, sendToQueue } from "../documents/event-forwarding";
import { type AccountRegion, policyJson, type Statement } from "../documents/iam";
import type { RequiredRole } from "../iam/required-role";
import type { ForwardingTarget } from "./alerting-rule";
import { createEndpoint, type EventEndpoint, type ResolvedEndpoint, resolveEndpoint } from "./event-endpoint";

export type { ForwardingTarget } from "./alerting-rule";
export type {
  ApiKeyAuthorization,
  BasicAuthorization,
  EndpointAuthorization,
  EventEndpoint,
  OAuthAuthorization,
} from "./event-endpoint";

/** A queue that exists already, in the region of the rules. */
export interface EventQueue {
  /** The queue's policy has to let in: of this account, events.amazonaws.com by `aws:SourceArn`; of another, the component's role. */
  readonly arn: string;
  /** Whether the queue is another account's, to which EventBridge sends by a role only. @default false */
  readonly crossAccount?: boolean | undefined;
  /** The customer managed key of a queue of another account; its policy has to let the role in as well. @default - none */
  readonly keyArn?: string | undefined;
}

/** Options of {@link EventForwarding}: a queue, an endpoint, or both. */
export interface EventForwardingArgs {
  /** @default - none */
  readonly queue?: EventQueue;
  /** @default - none */
  readonly endpoint?: EventEndpoint;
  /** The ARN of the queue that keeps what could not be delivered, as that of an `AlertHub` does. @default - one is created */
  readonly undeliveredQueueArn?: pulumi.Input<string>;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * Targets for the rules of `GovernanceEvents` and `FindingAlerts` that take events whole, as EventBridge has them: a queue that somebody
 * reads, and an endpoint such as that of a SIEM, by an API destination whose role may invoke it alone. What cannot be delivered
 * within a day waits in a queue. Whole events hold more than alerts do: who called, from which address, with which parameters.
 *
 * @throws {OptionError} when there is neither queue nor endpoint, or a part of one is nothing that EventBridge takes
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-cross-account.html
 */
export class EventForwarding extends pulumi.ComponentResource {
  /** For `forwardTo` of the rules. */
  readonly targets: readonly ForwardingTarget[];
  /** By which EventBridge sends; absent where the queue's own policy lets it in. */
  readonly roleArn: pulumi.Output<string> | undefined;
  /** For `dependsOn`: the rules must wait for the policies. */
  readonly policies: readonly pulumi.Resource[];

  constructor(name: string, args: EventForwardingArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveEventForwarding(name, args);
    super(componentType("EventForwarding"), name, { ...args, ...given(options) }, opts);
    const scope = scopeOf(this, name, { region: args.region });

    const undelivered = requiredUndeliveredQueue(scope, args.undeliveredQueueArn);
    const role = createRole(scope, options);
    this.targets = createTargets(scope, options, role, undelivered.undeliveredQueueArn);
    this.roleArn = role?.roleArn;
    this.policies = [...undelivered.before, ...(role?.before ?? [])];
    this.registerOutputs({ roleArn: this.roleArn });
  }
}

/** The options of an {@link EventForwarding}, resolved. */
export interface EventForwardingOptions {
  readonly queue: EventQueue | undefined;
  readonly endpoint: ResolvedEndpoint | undefined;
}

const validQueue = matching(
  QUEUE_ARN_FORM,
  "the ARN of an SQS queue that is not a FIFO queue",
  "Give the queue's ARN, such as arn:aws:sqs:eu-central-1:111122223333:governance-events.",
);
const validKey = matching(KEY_ARN_FORM, "the ARN of a KMS key", "Give the key's own ARN, not that of an alias.");

/** @throws {OptionError} as {@link EventForwarding} does */
export function resolveEventForwarding(
  name: string,
  { queue, endpoint }: Pick<EventForwardingArgs, "queue" | "endpoint">,
): EventForwardingOptions {
  const option = optionOf("EventForwarding", name);
  if (queue === undefined && endpoint === undefined) {
    throw new OptionError({
      path: option("queue"),
      got: undefined,
      allowed: "a queue, or an endpoint",
      fix: "Give one, or leave the component out.",
    });
  }
  if (queue !== undefined) {
    checkQueue(queue, option);
  }
  return { queue, endpoint: endpoint && resolveEndpoint(endpoint, option("endpoint")) };
}

function checkQueue({ arn, keyArn, crossAccount = false }: EventQueue, option: (path: string) => string): void {
  validQueue(arn, option("queue.arn"));
  if (keyArn === undefined) {
    return;
  }
  validKey(keyArn, option("queue.keyArn"));
  refuseIgnored(
    { "queue.keyArn": crossAccount ? undefined : keyArn },
    { ignored: ["queue.keyArn"], by: "a queue of this account, whose key lets EventBridge in by its own policy" },
    option,
  );
}

/** Where there is no hub, what cannot be delivered has to wait all the same. */
function requiredUndeliveredQueue(
  scope: Scope,
  arn: pulumi.Input<string> | undefined,
): Ready & Pick<ForwardingTarget, "undeliveredQueueArn"> {
  if (arn !== undefined) {
    return { undeliveredQueueArn: arn, before: [] };
  }
  const made = createUndeliveredQueue(scope, scope.child("undelivered"));
  return { undeliveredQueueArn: made.arn, before: [made.policy] };
}

function createRole(scope: Scope, options: EventForwardingOptions): RequiredRole | undefined {
  const statements = (place: AccountRegion): readonly Statement[] => [
    ...(isSentByRole(options.queue) ? sendToQueue(options.queue) : []),
    ...(options.endpoint === undefined ? [] : invokeDestination(place, scope.child())),
  ];
  if (options.endpoint === undefined && !isSentByRole(options.queue)) {
    return undefined;
  }
  const name = scope.child("role");
  const role = new aws.iam.Role(
    name,
    {
      name,
      description: "EventBridge sends governance events on with it",
      assumeRolePolicy: scope.account.place.apply((place) => policyJson(forwardingTrust(place))),
    },
    scope.options,
  );
  const policy = new aws.iam.RolePolicy(
    scope.child("role-policy"),
    {
      name: "forward-events",
      role: role.name,
      policy: scope.account.place.apply((place) => policyJson(statements(place))),
    },
    scope.options,
  );
  return { roleArn: role.arn, before: [policy] };
}

function isSentByRole(queue: EventQueue | undefined): queue is EventQueue {
  return queue?.crossAccount === true;
}

function createTargets(
  scope: Scope,
  { queue, endpoint }: EventForwardingOptions,
  role: RequiredRole | undefined,
  undeliveredQueueArn: pulumi.Input<string>,
): readonly ForwardingTarget[] {
  const byRole = given({ roleArn: role?.roleArn });
  return [
    ...(queue === undefined
      ? []
      : [{ id: "queue", arn: queue.arn, undeliveredQueueArn, ...(isSentByRole(queue) ? byRole : {}) }]),
    ...(endpoint === undefined
      ? []
      : [{ id: "endpoint", arn: createEndpoint(scope, scope.child(), endpoint).arn, undeliveredQueueArn, ...byRole }]),
  ];
}
