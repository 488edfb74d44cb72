/** Breakages of the logging of model invocations. */
import { type Breakage, type Clients } from "./breakage";

/** Changes a part of the invocation logging. */
async function relogged(
  { bedrock }: Clients,
  change: { readonly audioDataDeliveryEnabled?: boolean; readonly imageDataDeliveryEnabled?: boolean },
): Promise<() => Promise<unknown>> {
  const { loggingConfig } = await bedrock.getModelInvocationLoggingConfiguration({});
  await bedrock.putModelInvocationLoggingConfiguration({ loggingConfig: { ...loggingConfig, ...change } });
  return () => bedrock.putModelInvocationLoggingConfiguration({ loggingConfig });
}

const CONFIGURATION = "model-invocation-logging-eu-central-1";

export const invocationBreakages: readonly Breakage[] = [
  {
    what: "invocations are not logged",
    control: "INVOKE-01",
    act: async ({ bedrock }) => {
      const { loggingConfig } = await bedrock.getModelInvocationLoggingConfiguration({});
      await bedrock.deleteModelInvocationLoggingConfiguration({});
      return () => bedrock.putModelInvocationLoggingConfiguration({ loggingConfig });
    },
    says: [
      "verify-bedrock-invocation-logging-as-declared",
      CONFIGURATION,
      "",
      "is missing in the account; the stack declares it (eu-central-1)",
    ],
  },
  {
    what: "images are logged",
    control: "INVOKE-02",
    act: (aws) => relogged(aws, { imageDataDeliveryEnabled: true }),
    says: [
      "verify-bedrock-invocation-logging-as-declared",
      CONFIGURATION,
      "loggingConfig.imageDataDeliveryEnabled",
      "is true in the account; the stack declares false",
    ],
  },
  {
    what: "audio is logged",
    control: "INVOKE-02",
    act: (aws) => relogged(aws, { audioDataDeliveryEnabled: true }),
    says: [
      "verify-bedrock-invocation-logging-audio",
      CONFIGURATION,
      "audioDataDeliveryEnabled",
      "is true in the account; content mode redacted needs false",
    ],
  },
];
