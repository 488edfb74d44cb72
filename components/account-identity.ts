/** Which account, partition and region a component stands in: known at preview, so documents hold no unknowns. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { AccountRegion } from "./documents/iam";

/** The account, partition and region of a component, each by itself and together. */
export interface AccountIdentity {
  readonly accountId: pulumi.Output<string>;
  readonly partition: pulumi.Output<string>;
  readonly region: pulumi.Output<string>;
  /** The three together, as the document builders take them. */
  readonly place: pulumi.Output<AccountRegion>;
}

/**
 * Asks the provider of `parent` for the account and partition, and for the region unless one is given.
 *
 * @param parent the component on whose behalf the questions are asked; its provider answers
 * @param region the region of the component's resources. @default the provider's region
 */
export function accountIdentity(parent: pulumi.Resource, region?: pulumi.Input<string>): AccountIdentity {
  const accountId = aws.getCallerIdentityOutput({}, { parent }).accountId;
  const partition = aws.getPartitionOutput({}, { parent }).partition;
  const regionName = region === undefined ? aws.getRegionOutput({}, { parent }).region : pulumi.output(region);
  const place = pulumi
    .all([partition, accountId, regionName])
    .apply(([partitionId, account, name]) => ({ partition: partitionId, accountId: account, region: name }));
  return { accountId, partition, region: regionName, place };
}
