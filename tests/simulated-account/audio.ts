/** The delivery flag of Bedrock that no version of the provider sets. */
import type { DeployedAccount } from "../support/accounts";
import { clientsOf } from "./breakages";

/** The provider has no argument for it. */
export async function switchAudioOff({ account }: DeployedAccount, regions: readonly string[]): Promise<void> {
  for (const region of regions) {
    const { bedrock } = clientsOf(account, region);
    const { loggingConfig } = await bedrock.getModelInvocationLoggingConfiguration({});
    await bedrock.putModelInvocationLoggingConfiguration({
      loggingConfig: { ...loggingConfig, audioDataDeliveryEnabled: false },
    });
  }
}
