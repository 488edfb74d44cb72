/**
 * For each mandatory resource rule a resource that breaks it: what the prod stack declares with one thing changed, or, for
 * a type that it does not declare, an example. Checked by themselves, without the stack around them.
 */
import assert from "node:assert/strict";
import { RULES, type RuleId } from "../../../policies/catalogue";
import { type ResourceState, urnParts } from "../../../pulumi/stack-state";
import { changed } from "../../policies/state-changes";
import { prodResources } from "../../support/prod-state";
import type { Declared } from "../workspace";
import type { BadResource } from "./bad-resource";
import { badWorkgroups } from "./athena";
import { badVaults } from "./backup";
import { badBedrock } from "./bedrock";
import { badChatChannels } from "./chat";
import { badTrails } from "./cloudtrail";
import { badConfig } from "./config";
import { badDetection } from "./detection";
import { badStreams } from "./firehose";
import { badEndpoints } from "./sagemaker";
import { badRoles } from "./iam";
import { badKeys } from "./kms";
import { badClusters } from "./kubernetes";
import { badAccountSettings } from "./account-settings";
import { badLogs } from "./logs";
import { badNotifications } from "./notifications";
import { badOrganizationPolicies } from "./organizations";
import { badBuckets } from "./s3";

export const BAD_RESOURCES: readonly BadResource[] = [
  ...badTrails,
  ...badLogs,
  ...badBedrock,
  ...badConfig,
  ...badKeys,
  ...badClusters,
  ...badBuckets,
  ...badAccountSettings,
  ...badRoles,
  ...badNotifications,
  ...badChatChannels,
  ...badWorkgroups,
  ...badVaults,
  ...badStreams,
  ...badEndpoints,
  ...badOrganizationPolicies,
  ...badDetection,
];

/** Mandatory resource rules for which there is no bad resource, each with the reason. */
export const WITHOUT_BAD_RESOURCE: Readonly<Partial<Record<RuleId, string>>> = {};

const HARDENING: ReadonlySet<string> = new Set(
  RULES.filter(({ elsewhere }) => elsewhere !== undefined).map(({ id }) => id),
);

/** By these the engine finds the whole stack wrong, because other resources show what holds evidence. */
export const FOUND_WITH_THE_STACK: readonly BadResource[] = BAD_RESOURCES.filter(({ rule }) => HARDENING.has(rule));

/** By these the engine stops the resource itself. */
export const STOPPED: readonly BadResource[] = BAD_RESOURCES.filter(({ rule }) => !HARDENING.has(rule));

/** The first of each family that is stopped. */
export const ONE_OF_EACH_FAMILY: readonly RuleId[] = STOPPED.filter(
  ({ family }, index) => STOPPED.findIndex((other) => other.family === family) === index,
).map(({ rule }) => rule);

/** A bad resource as a program declares it; its name is that of the rule that it breaks. */
export async function badResource(rule: RuleId): Promise<Declared> {
  const bad = BAD_RESOURCES.find((candidate) => candidate.rule === rule) ?? assert.fail(`no bad resource for ${rule}`);
  return declared(changed(await subjectOf(bad), bad), rule);
}

/** The same resource before it is made bad. */
export async function goodResource(rule: RuleId): Promise<Declared> {
  const bad = BAD_RESOURCES.find((candidate) => candidate.rule === rule) ?? assert.fail(`no bad resource for ${rule}`);
  return declared(await subjectOf(bad), rule);
}

async function subjectOf({ type, example }: BadResource): Promise<ResourceState> {
  if (example !== undefined) {
    return { urn: "", type, custom: true, inputs: example, outputs: example, protect: true };
  }
  const found = (await prodResources()).find((resource) => resource.type === type);
  return found ?? assert.fail(`the prod stack declares no ${type}; give an example`);
}

function declared({ type, inputs, protect }: ResourceState, name: string): Declared {
  return { type, name, inputs, protect: protect ?? false };
}

/** The rule after which a resource is named. */
export function nameIn(urn: string | undefined): string {
  return urnParts(urn ?? "").name;
}
