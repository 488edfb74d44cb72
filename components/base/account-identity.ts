/** Which account, partition and region a component stands in: known at preview, so documents hold no unknowns. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { AccountRegion } from "../documents/iam";
import { perRun } from "./per-run";

/** The account, partition and region of a component, each by itself and together. */
export interface AccountIdentity {
  readonly accountId: pulumi.Output<string>;
  readonly partition: pulumi.Output<string>;
  readonly region: pulumi.Output<string>;
  /** The three together, as the document builders take them. */
  readonly place: pulumi.Output<AccountRegion>;
}

/** What one provider has answered. */
interface Answers {
  readonly accountId: pulumi.Output<string>;
  readonly partition: pulumi.Output<string>;
  /** Absent until a component without a region of its own asks. */
  region?: pulumi.Output<string>;
}

const DEFAULT_PROVIDER = {};
const answersOfThisRun = perRun(() => new Map<object, Answers>());

function answersFor(parent: pulumi.Resource): Answers {
  const answers = answersOfThisRun();
  const provider = parent.getProvider("aws:index:getCallerIdentity") ?? DEFAULT_PROVIDER;
  const known = answers.get(provider) ?? {
    accountId: aws.getCallerIdentityOutput({}, { parent }).accountId,
    partition: aws.getPartitionOutput({}, { parent }).partition,
  };
  answers.set(provider, known);
  return known;
}

function regionOfProvider(answers: Answers, parent: pulumi.Resource): pulumi.Output<string> {
  return (answers.region ??= aws.getRegionOutput({}, { parent }).region);
}

/**
 * The account and partition of the provider of `parent`, and its region unless one is given. A provider is asked once in a
 * run, since each question is a call to the engine.
 *
 * @param parent the component on whose behalf the questions are asked; its provider answers
 * @param region the region of the component's resources. @default the provider's region
 */
export function accountIdentity(parent: pulumi.Resource, region?: pulumi.Input<string>): AccountIdentity {
  const answers = answersFor(parent);
  const { accountId, partition } = answers;
  const regionName = region === undefined ? regionOfProvider(answers, parent) : pulumi.output(region);
  const place = pulumi
    .all([partition, accountId, regionName])
    .apply(([partitionId, account, name]) => ({ partition: partitionId, accountId: account, region: name }));
  return { accountId, partition, region: regionName, place };
}
