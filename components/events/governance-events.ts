/** EventBridge rules that tell people when somebody takes evidence away, or what collects it. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import {
  GLOBAL_SERVICES,
  TAMPER_EVENTS,
  TAMPER_SERVICES,
  type TamperService,
} from "../../facts/cloudtrail/tamper-events";
import { componentType, type Scope, scopeOf } from "../base/component";
import { callNotification, callPattern, patternJson } from "../documents/event-patterns";

/** Calls by where AWS records them. */
export type RecordedCalls = "regional" | "global" | "all";

/** Options of {@link GovernanceEvents}. */
export interface GovernanceEventsArgs {
  /** The ARN of the topic that is told; its policy and its key let EventBridge publish, as those of an `AlertHub` do. */
  readonly topicArn: pulumi.Input<string>;
  /** The ARN of the queue that keeps what could not be delivered. @default - it is dropped after a day of retries */
  readonly undeliveredQueueArn?: pulumi.Input<string>;
  /**
   * Which calls: those that AWS records in the region itself, those to IAM, which it records in one region of a partition (us-east-1
   * in commercial AWS, where alone a rule on them matches), or both.
   *
   * @default "regional"
   */
  readonly calls?: RecordedCalls;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * A rule for each service whose calls undo a control, which sends a sentence about the call to the topic, whether the call
 * succeeded or was refused. EventBridge gets the calls of a region in which a trail logs management events.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export class GovernanceEvents extends pulumi.ComponentResource {
  constructor(name: string, args: GovernanceEventsArgs, opts?: pulumi.ComponentResourceOptions) {
    super(componentType("GovernanceEvents"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    for (const service of servicesRecorded(args)) {
      tellOf(scope, args, service);
    }
    this.registerOutputs();
  }
}

/** The services of which a region gets calls, in the order of the table. */
export function servicesRecorded({
  calls = "regional",
}: Pick<GovernanceEventsArgs, "calls">): readonly TamperService[] {
  return TAMPER_SERVICES.filter(
    (service) => calls === "all" || GLOBAL_SERVICES.includes(service) === (calls === "global"),
  );
}

function tellOf(scope: Scope, { topicArn, undeliveredQueueArn }: GovernanceEventsArgs, service: TamperService): void {
  const rule = new aws.cloudwatch.EventRule(
    scope.child(service),
    {
      name: scope.child(service),
      description: `Calls to ${service} that take evidence away, or what collects it`,
      eventPattern: patternJson(callPattern(service, TAMPER_EVENTS[service])),
      state: "ENABLED",
      ...scope.region,
    },
    scope.options,
  );
  new aws.cloudwatch.EventTarget(
    scope.child(`${service}-alert`),
    {
      rule: rule.name,
      targetId: "alert",
      arn: topicArn,
      inputTransformer: callNotification("Evidence may be at risk"),
      ...(undeliveredQueueArn === undefined ? {} : { deadLetterConfig: { arn: undeliveredQueueArn } }),
      ...scope.region,
    },
    scope.options,
  );
}
