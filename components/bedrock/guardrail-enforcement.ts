/** A guardrail for all calls of models in a region, which the AWS provider has no resource for, set by Bedrock's own API. */
import type * as bedrockSdk from "@aws-sdk/client-bedrock";
import * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../base/component";

/** What is enforced, and where. */
interface Enforcement {
  readonly region: string;
  readonly guardrailArn: string;
  /** A number: Bedrock enforces no draft. */
  readonly guardrailVersion: string;
}

/** The part of AWS's SDK that is used. */
type BedrockSdk = typeof bedrockSdk;

/** Runs in a process of the engine. A region has one such configuration, which every run compares with the account again. */
export const enforcementProvider: pulumi.dynamic.ResourceProvider<Enforcement, Enforcement> = {
  create: async (inputs) => {
    await enforce(inputs);
    return { id: inputs.region, outs: inputs };
  },
  diff: async (_id, olds, news) => {
    const found = await enforcedIn(news.region);
    return {
      changes:
        olds.region !== news.region ||
        found?.guardrailArn !== news.guardrailArn ||
        found.guardrailVersion !== news.guardrailVersion,
      replaces: olds.region === news.region ? [] : ["region"],
      deleteBeforeReplace: false,
    };
  },
  update: async (_id, _olds, news) => {
    await enforce(news);
    return { outs: news };
  },
  delete: async (_id, { region, guardrailArn }) => {
    const found = await enforcedIn(region);
    // Another guardrail is somebody else's by now.
    if (found?.configId !== undefined && found.guardrailArn === guardrailArn) {
      const { BedrockClient, DeleteEnforcedGuardrailConfigurationCommand } = sdk();
      await new BedrockClient({ region }).send(
        new DeleteEnforcedGuardrailConfigurationCommand({ configId: found.configId }),
      );
    }
  },
};

async function enforcedIn(region: string): Promise<bedrockSdk.AccountEnforcedGuardrailOutputConfiguration | undefined> {
  const { BedrockClient, ListEnforcedGuardrailsConfigurationCommand } = sdk();
  const answer = await new BedrockClient({ region }).send(new ListEnforcedGuardrailsConfigurationCommand({}));
  return answer.guardrailsConfig?.[0];
}

async function enforce({ region, guardrailArn, guardrailVersion }: Enforcement): Promise<void> {
  const { BedrockClient, PutEnforcedGuardrailConfigurationCommand } = sdk();
  const found = await enforcedIn(region);
  if (found !== undefined && found.guardrailArn !== guardrailArn) {
    throw new Error(
      `The guardrail ${String(found.guardrailArn)} is enforced in ${region} already, and a region has one. Remove it by ` +
        `\`aws bedrock delete-enforced-guardrail-configuration --config-id ${String(found.configId)} --region ${region}\`, or leave enforcement to it.`,
    );
  }
  await new BedrockClient({ region }).send(
    new PutEnforcedGuardrailConfigurationCommand({
      ...(found?.configId === undefined ? {} : { configId: found.configId }),
      guardrailInferenceConfig: { guardrailIdentifier: guardrailArn, guardrailVersion },
    }),
  );
}

function sdk(): BedrockSdk {
  // Loaded where it runs: a program that enforces nothing need not install it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- Pulumi serializes no dynamic import
  return require("@aws-sdk/client-bedrock") as BedrockSdk; // the module of that name
}

/** Enforces a guardrail with the credentials that AWS's SDK finds in the environment. */
export class GuardrailEnforcement extends pulumi.dynamic.Resource {
  constructor(
    name: string,
    inputs: { readonly [Name in keyof Enforcement]: pulumi.Input<Enforcement[Name]> },
    opts: pulumi.CustomResourceOptions,
  ) {
    super(enforcementProvider, name, inputs, opts);
  }
}

/** Declares that all calls of models in the region are filtered by the guardrail. */
export function enforceGuardrail(
  scope: Scope,
  inputs: { readonly [Name in keyof Enforcement]: pulumi.Input<Enforcement[Name]> },
): GuardrailEnforcement {
  return new GuardrailEnforcement(scope.child("enforcement"), inputs, scope.options);
}
