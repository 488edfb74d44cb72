/** Simulated accounts for whatever reads or changes one. */
import { type SimulatedAccount, startSimulatedAccount } from "./simulated-account/simulated-account";

/** An account of the caller's own, in which there is nothing; the caller stops it. Takes a second or two. */
export function emptyAccount(accountId: string): Promise<SimulatedAccount> {
  return startSimulatedAccount({ accountId });
}
