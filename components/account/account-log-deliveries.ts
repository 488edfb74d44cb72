/** The logs of an account's AI resources, in one governed region: those that AWS delivers, and those that endpoints write. */
import type { DataIdentifier } from "../../facts/logs/data-identifiers";
import type { RetentionDays } from "../../facts/logs/retention-periods";
import { loggedKindOf } from "../../facts/logs/vended-logs";
import { endpointNameOf } from "../../facts/sagemaker/log-groups";
import type { Scope } from "../base/component";
import { EndpointLogs } from "../sagemaker/endpoint-logs";
import { LogDelivery, type LogDeliveryArgs, type LoggedResource } from "../logs/log-delivery";

/** What is delivered of an account, and how it is kept. */
export interface DeliveredLogs {
  /** ARNs, each of a kind of which AWS delivers logs, or of an endpoint of SageMaker. */
  readonly resources: readonly string[];
  readonly retentionDays: RetentionDays;
  /** Empty masks nothing. */
  readonly piiIdentifiers: readonly DataIdentifier[];
}

/** Absent where no resource of the region is named. */
export function createLogDelivery(
  scope: Scope,
  { resources, retentionDays, piiIdentifiers }: DeliveredLogs,
  region: string,
): LogDelivery | undefined {
  const ofRegion = deliveredResources(resources.filter((arn) => arn.split(":")[3] === region));
  return Object.keys(ofRegion).length === 0
    ? undefined
    : new LogDelivery(
        scope.child(`${region}-vended`),
        { resources: ofRegion, retentionDays, piiIdentifiers, region, ...scope.protection, ...scope.keyProtection },
        scope.options,
      );
}

/** Absent where no endpoint of the region is named. */
export function createEndpointLogs(
  scope: Scope,
  { resources, retentionDays, piiIdentifiers }: DeliveredLogs,
  region: string,
): EndpointLogs | undefined {
  const endpoints = resources.flatMap((arn) => (arn.split(":")[3] === region ? (endpointNameOf(arn) ?? []) : []));
  return endpoints.length === 0
    ? undefined
    : new EndpointLogs(
        scope.child(`${region}-endpoints`),
        { endpoints, retentionDays, piiIdentifiers, region, ...scope.protection, ...scope.keyProtection },
        scope.options,
      );
}

/**
 * The resources by short names: the kind, and the ten characters that AWS chooses at the end of an id, so that what somebody adds to
 * the list renames no delivery. ARNs of other things are nobody's.
 */
export function deliveredResources(arns: readonly string[]): LogDeliveryArgs["resources"] {
  return Object.fromEntries(
    arns.flatMap((arn): readonly (readonly [string, LoggedResource])[] => {
      const kind = loggedKindOf(arn);
      return kind === undefined ? [] : [[`${kind}-${arn.slice(-10)}`, { kind, arn }]];
    }),
  );
}
