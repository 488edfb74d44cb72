/** Simulated accounts for whatever reads or changes one. */
import type { StackState } from "../../pulumi/stack-state";
import { atEnd } from "./at-end";
import { createNamedBuckets } from "./named-buckets";
import { type StackName, stackState } from "./prod-state";
import { deployedState } from "./real-provider/deployed-state";
import { createNewer, makeUpFor } from "./real-provider/newer-arguments";
import { providerSchema } from "./real-provider/provider-schema";
import { type Applied, ProviderWorkspace, textOf } from "./real-provider/provider-workspace";
import { type SimulatedAccount, startSimulatedAccount } from "./simulated-account/simulated-account";

/** An account of the caller's own, in which there is nothing; the caller stops it. Takes a second or two. */
export function emptyAccount(accountId: string): Promise<SimulatedAccount> {
  return startSimulatedAccount({ accountId });
}

/** Milliseconds within which a stack is deployed and looked at, also on a machine that has other work. */
export const DEPLOYMENT_TIMEOUT = 900_000;

/** An account with a stack in it. */
export interface DeployedAccount {
  readonly account: SimulatedAccount;
  /** The state with the account's own identities, as `pulumi stack export` would write it. */
  readonly state: StackState;
  readonly applied: Applied;
  /** Plans changes and destroys the stack. */
  readonly workspace: ProviderWorkspace;
  stop(): Promise<void>;
}

const shared = new Map<StackName, Promise<DeployedAccount>>();

/**
 * The account of a stack, with that stack deployed, by the real provider and once for a whole test run: whoever changes it
 * undoes that. Takes two to four minutes, most of which the provider waits for S3 to have settled, within
 * {@link DEPLOYMENT_TIMEOUT}; needs {@link requireRealProvider}.
 * @throws when the provider or a service refuses anything.
 */
export function deployedAccount(stack: StackName): Promise<DeployedAccount> {
  const deployed = shared.get(stack) ?? deploySharedly(stack);
  shared.set(stack, deployed);
  return deployed;
}

function deploySharedly(stack: StackName): Promise<DeployedAccount> {
  const deployed = deploy(stack);
  atEnd(async () => {
    await (await deployed.catch(() => undefined))?.stop();
  });
  return deployed;
}

/**
 * As {@link deployedAccount}, for the caller's own use; the caller stops it.
 * @throws when the provider or a service refuses anything.
 */
export async function deploy(stack: StackName): Promise<DeployedAccount> {
  const declared = await stackState(stack);
  const account = await emptyAccount(accountOf(declared));
  let workspace: ProviderWorkspace | undefined;
  const stop = async (): Promise<void> => {
    workspace?.close();
    await account.stop();
  };
  try {
    await createNamedBuckets(account, declared);
    workspace = await ProviderWorkspace.open(account);
    const applied = await workspace.apply(declared);
    if (applied.rejected.length > 0) {
      throw new Error(`The stack ${stack} was not accepted:\n${applied.rejected.map(textOf).join("\n")}`);
    }
    await makeUpFor(applied.leftOut, account);
    await createNewer(applied.newer, account);
    return { account, state: deployedState(declared, applied, await providerSchema()), applied, workspace, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The account that a stack is for, which its ARNs name. */
function accountOf(state: StackState): string {
  const [, account] = /"arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(\d{12}):/.exec(JSON.stringify(state)) ?? [];
  if (account === undefined) {
    throw new Error("No ARN in the state says which account it is for.");
  }
  return account;
}
