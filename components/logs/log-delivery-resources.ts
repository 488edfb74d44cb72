/** What a `LogDelivery` is made of, step by step. */
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { VendedLogType } from "../../facts/logs/vended-logs";
import type { Scope } from "../base/component";
import { policyJson } from "../documents/iam";
import { logDeliveryWrites, logGroupsUseKey } from "../documents/logs";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import { type ExistingKey, requiredKey, type RequiredKey } from "../kms/required-key";
import { createPromptLogGroup, type PromptKeeping } from "./prompt-log-group";
import type { RetainedLogGroup } from "./retained-log-group";

/** The options of a `LogDelivery`, resolved. */
export interface LogDeliveryOptions extends PromptKeeping {
  readonly resources: readonly DeliveredResource[];
  readonly key: ExistingKey | undefined;
}

/** A resource, with the logs that AWS has of it. */
export interface DeliveredResource {
  readonly shortName: string;
  readonly arn: pulumi.Input<string>;
  readonly logTypes: readonly VendedLogType[];
}

/** Where deliveries go, and what has to stand before they do. */
export interface DeliveryTarget {
  readonly destination: aws.cloudwatch.LogDeliveryDestination;
  readonly before: readonly pulumi.Resource[];
}

/** What ends the name of a source. Names are short, because AWS allows 60 characters. */
const SUFFIXES: Readonly<Record<VendedLogType, string>> = { APPLICATION_LOGS: "", USAGE_LOGS: "-usage" };

/** The name of the source of one log type of a resource. */
export function sourceName(component: string, shortName: string, logType: VendedLogType): string {
  return `${component}-${shortName}${SUFFIXES[logType]}`;
}

export function createKey(scope: Scope, { key }: LogDeliveryOptions): RequiredKey {
  return requiredKey(
    key,
    () =>
      new CustomerManagedKey(
        scope.child("key"),
        {
          description: `Delivered logs ${scope.child()}`,
          policyStatements: scope.account.place.apply((place) => [logGroupsUseKey(place, [logGroupName(scope)])]),
          ...scope.region,
          ...scope.keyProtection,
        },
        scope.options,
      ),
  );
}

export function createLogGroup(scope: Scope, options: LogDeliveryOptions, key: RequiredKey): RetainedLogGroup {
  return createPromptLogGroup(scope, "log-group", options, { logGroupName: logGroupName(scope), key });
}

/** Declared, because AWS makes such a policy itself only where whoever deploys may change every resource policy of the account. */
export function letDeliveryWrite(scope: Scope): aws.cloudwatch.LogResourcePolicy {
  return new aws.cloudwatch.LogResourcePolicy(
    scope.child("policy"),
    {
      policyName: scope.child(),
      policyDocument: scope.account.place.apply((place) => policyJson([logDeliveryWrites(place, logGroupName(scope))])),
      ...scope.region,
    },
    scope.options,
  );
}

export function createDestination(scope: Scope, logGroup: RetainedLogGroup): aws.cloudwatch.LogDeliveryDestination {
  return new aws.cloudwatch.LogDeliveryDestination(
    scope.child("destination"),
    {
      name: scope.child(),
      deliveryDestinationConfiguration: { destinationResourceArn: logGroup.logGroupArn },
      ...scope.region,
    },
    // The group's ARN is made of its name and does not say by itself that the group has to exist.
    { ...scope.options, dependsOn: [logGroup] },
  );
}

/** A source and a delivery of each log type of each resource. */
export function deliver(
  scope: Scope,
  { resources }: LogDeliveryOptions,
  { destination, before }: DeliveryTarget,
): void {
  for (const { shortName, arn, logTypes } of resources) {
    for (const logType of logTypes) {
      const role = `${shortName}${SUFFIXES[logType]}`;
      const source = new aws.cloudwatch.LogDeliverySource(
        scope.child(`${role}-source`),
        { name: sourceName(scope.child(), shortName, logType), logType, resourceArn: arn, ...scope.region },
        scope.options,
      );
      new aws.cloudwatch.LogDelivery(
        scope.child(`${role}-delivery`),
        { deliverySourceName: source.name, deliveryDestinationArn: destination.arn, ...scope.region },
        // The whole log group: a data-protection policy masks only what arrives after it.
        { ...scope.options, dependsOn: [...before] },
      );
    }
  }
}

/** Log groups whose names begin so may be open to AWS's log delivery without being listed in a policy one by one. */
function logGroupName(scope: Scope): string {
  return `/aws/vendedlogs/bedrock/${scope.child()}`;
}
