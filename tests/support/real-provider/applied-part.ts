/** A part of the sandbox stack, applied by the real provider to an account that holds nothing else. */
import assert from "node:assert/strict";
import { accountReader } from "../../../account/reader";
import { verifyStack } from "../../../account/stack";
import { type ResourceState, type StackState, urnParts } from "../../../pulumi/stack-state";
import { emptyAccount } from "../accounts";
import { inEnvironment } from "../environment";
import { stackState } from "../prod-state";
import type { SimulatedAccount } from "../simulated-account/simulated-account";
import { deployedState } from "./deployed-state";
import { providerSchema } from "./provider-schema";
import { ProviderWorkspace, textOf } from "./provider-workspace";

/** The home region of the sandbox stack, and its account. */
export const HOME = "eu-central-1";
const ACCOUNT = "444455556666";

export interface AppliedPart {
  readonly account: SimulatedAccount;
  readonly previewed: StackState;
  readonly deployed: StackState;
  /** What verify says of a state that is not a pass. */
  readonly said: (state: StackState) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/**
 * @param settings what the sandbox stack is told besides
 * @param isOfPart which of AWS's resources are applied; components stay
 */
export async function applyPart(
  settings: Readonly<Record<string, string>>,
  isOfPart: (resource: ResourceState) => boolean,
): Promise<AppliedPart> {
  const whole = await stackState("sandbox", settings);
  const resources = whole.deployment.resources.filter(
    (resource) => !resource.type.startsWith("aws:") || isOfPart(resource),
  );
  const previewed = { ...whole, deployment: { ...whole.deployment, resources } };
  const account = await emptyAccount(ACCOUNT);
  const workspace = await ProviderWorkspace.open(account);
  const applied = await workspace.apply(previewed);
  assert.deepEqual(applied.rejected.map(textOf), []);
  return {
    account,
    previewed,
    deployed: deployedState(previewed, applied, await providerSchema()),
    said: (state) =>
      inEnvironment(account.environment, async () => {
        const results = await verifyStack(accountReader({ homeRegion: HOME }), state);
        return results
          .filter(({ result }) => result !== "pass")
          .map(({ check, result, message, urn }) => `${result} ${check} ${urnParts(urn).name}: ${message}`);
      }),
    close: async () => {
      workspace.close();
      await account.stop();
    },
  };
}
