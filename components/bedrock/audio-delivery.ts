/** Bedrock's delivery flag for audio, which the AWS provider has no argument for, set by Bedrock's own API. */
import type * as bedrockSdk from "@aws-sdk/client-bedrock";
import * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../base/component";

/** What the flag is to be, and where. */
interface AudioDelivery {
  readonly region: string;
  readonly enabled: boolean;
}

/** The part of AWS's SDK that is used. */
type BedrockSdk = typeof bedrockSdk;

/**
 * Runs in a process of the engine, after the provider has written the rest of the configuration. Each of the provider's updates
 * replaces the whole configuration and leaves this flag to Bedrock, so every run compares it with the account again.
 */
const provider: pulumi.dynamic.ResourceProvider<AudioDelivery, AudioDelivery> = {
  create: async (inputs) => {
    await setFlag(inputs);
    return { id: inputs.region, outs: inputs };
  },
  diff: async (_id, olds, news) => ({
    changes: (await flagIn(news.region)) !== news.enabled || olds.region !== news.region,
    replaces: olds.region === news.region ? [] : ["region"],
  }),
  update: async (_id, _olds, news) => {
    await setFlag(news);
    return { outs: news };
  },
};

async function flagIn(region: string): Promise<boolean | undefined> {
  const { BedrockClient, GetModelInvocationLoggingConfigurationCommand } = sdk();
  const answer = await new BedrockClient({ region }).send(new GetModelInvocationLoggingConfigurationCommand({}));
  return answer.loggingConfig?.audioDataDeliveryEnabled;
}

async function setFlag({ region, enabled }: AudioDelivery): Promise<void> {
  const bedrock = sdk();
  const client = new bedrock.BedrockClient({ region });
  const { loggingConfig } = await client.send(new bedrock.GetModelInvocationLoggingConfigurationCommand({}));
  await client.send(
    new bedrock.PutModelInvocationLoggingConfigurationCommand({
      loggingConfig: { ...loggingConfig, audioDataDeliveryEnabled: enabled },
    }),
  );
}

function sdk(): BedrockSdk {
  // Loaded where it runs: a program that leaves the flag alone need not install it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- Pulumi serializes no dynamic import
  return require("@aws-sdk/client-bedrock") as BedrockSdk; // the module of that name
}

/** Sets the flag after the configuration, with the credentials that AWS's SDK finds in the environment. */
export class AudioDeliveryFlag extends pulumi.dynamic.Resource {
  constructor(name: string, inputs: AudioDelivery, opts: pulumi.CustomResourceOptions) {
    super(provider, name, inputs, opts);
  }
}

/** Declares that the flag is what the content mode says. */
export function setAudioDelivery(
  scope: Scope,
  inputs: AudioDelivery,
  configuration: pulumi.Resource,
): AudioDeliveryFlag {
  return new AudioDeliveryFlag(scope.child("audio"), inputs, { ...scope.options, dependsOn: [configuration] });
}
