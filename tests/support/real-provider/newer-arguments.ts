/** The calls that the provider would make if it knew the arguments and values that it is too old for. */
import { CloudWatchLogsClient, PutLogGroupDeletionProtectionCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  type DetectorFeatureConfiguration,
  GuardDutyClient,
  ListDetectorsCommand,
  UpdateDetectorCommand,
} from "@aws-sdk/client-guardduty";
import type { ResourceState, WireValue } from "../../../pulumi/stack-state";
import type { ClientSettings, SimulatedAccount } from "../simulated-account/simulated-account";
import type { LeftOut } from "./translation";

/** `TYPE PROPERTY` -> its call. */
const CALLS: Readonly<Record<string, (settings: ClientSettings, resource: ResourceState) => Promise<unknown>>> = {
  // The tier is CLASSIC where nobody says otherwise, as these stacks do not.
  "aws:bedrock/guardrail:Guardrail contentPolicyConfig.tierConfigs": () => Promise.resolve(),
  "aws:cloudwatch/logGroup:LogGroup deletionProtectionEnabled": (settings, { inputs }) =>
    new CloudWatchLogsClient(settings).send(
      new PutLogGroupDeletionProtectionCommand({
        logGroupIdentifier: textOf(inputs["name"]),
        deletionProtectionEnabled: inputs["deletionProtectionEnabled"] === true,
      }),
    ),
};

/** @throws when there is no call for an argument. */
export async function makeUpFor(leftOut: readonly LeftOut[], account: SimulatedAccount): Promise<void> {
  for (const { resource, property } of leftOut) {
    const call = CALLS[`${resource.type} ${property}`];
    if (call === undefined) {
      throw new Error(
        `The provider does not know ${property} of ${resource.type}; say in newer-arguments.ts what sets it.`,
      );
    }
    await call(account.clientSettings(textOf(resource.inputs["region"])), resource);
  }
}

/** `TYPE` -> what creates a resource whose values are newer than the provider. */
const CREATIONS: Readonly<Record<string, (settings: ClientSettings, resource: ResourceState) => Promise<unknown>>> = {
  "aws:guardduty/detectorFeature:DetectorFeature": async (settings, { inputs }) => {
    const guardDuty = new GuardDutyClient(settings);
    const { DetectorIds: [DetectorId] = [] } = await guardDuty.send(new ListDetectorsCommand({}));
    const feature = { Name: inputs["name"], Status: inputs["status"] } as DetectorFeatureConfiguration; // as declared
    await guardDuty.send(new UpdateDetectorCommand({ DetectorId, Features: [feature] }));
  },
};

/** @throws when there is nothing that creates a resource. */
export async function createNewer(newer: readonly ResourceState[], account: SimulatedAccount): Promise<void> {
  for (const resource of newer) {
    const creation = CREATIONS[resource.type];
    if (creation === undefined) {
      throw new Error(`The provider refuses a value of ${resource.urn}; say in newer-arguments.ts what creates it.`);
    }
    await creation(account.clientSettings(textOf(resource.inputs["region"])), resource);
  }
}

function textOf(value: WireValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
