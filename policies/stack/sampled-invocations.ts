/** The functions that sample model invocations: between the log group that Bedrock delivers to, and those in which something is kept. */
import { SAMPLER_VARIABLES } from "../../facts/bedrock/invocation-sampling";
import { at } from "../properties";
import { FUNCTION, INVOCATION_LOGGING_CONFIGURATION, LOG_GROUP, SUBSCRIPTION_FILTER } from "../resources";
import type { Stack, StackResource, StackResourceOf } from "./stack";

const DELIVERED_TO = INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.cloudwatchConfig.logGroupName");

/** Where a sampling function is told in which log group it keeps the metadata of every record, and the whole records of some. */
export const SAMPLER_KEEPS = {
  metadata: `environment.variables.${SAMPLER_VARIABLES.metadataLogGroup}`,
  samples: `environment.variables.${SAMPLER_VARIABLES.samplesLogGroup}`,
} as const;

/** A function to which a subscription sends what Bedrock delivers. */
export interface Sampler {
  readonly sampler: StackResourceOf<typeof FUNCTION>;
  readonly subscription: StackResourceOf<typeof SUBSCRIPTION_FILTER>;
}

/** The functions that sample what a configuration has Bedrock deliver; none where it is kept as it is delivered. */
export function samplersOf(stack: Stack, configuration: StackResource): readonly Sampler[] {
  return referenced(stack, configuration, DELIVERED_TO)
    .flatMap((group) => stack.referencing(group, SUBSCRIPTION_FILTER, "logGroup"))
    .flatMap((subscription) => {
      const target = stack.references(subscription, "destinationArn", FUNCTION);
      const samplers = target.found === "resources" ? target.resources : [];
      return samplers.filter(isSampler).map((sampler) => ({ sampler, subscription }));
    });
}

/** The log groups that keep a configuration's invocations as evidence: those that Bedrock delivers to, or that a sampler keeps metadata in. */
export function keptLogGroups(
  stack: Stack,
  configuration: StackResource,
): readonly StackResourceOf<typeof LOG_GROUP>[] {
  const samplers = samplersOf(stack, configuration);
  return samplers.length === 0
    ? referenced(stack, configuration, DELIVERED_TO)
    : samplers.flatMap(({ sampler }) => referenced(stack, sampler, SAMPLER_KEEPS.metadata));
}

function isSampler({ properties }: StackResource): boolean {
  return Object.values(SAMPLER_KEEPS).every((path) => at(properties, path) !== undefined);
}

function referenced(stack: Stack, from: StackResource, property: string): readonly StackResourceOf<typeof LOG_GROUP>[] {
  const reference = stack.references(from, property, LOG_GROUP);
  return reference.found === "resources" ? reference.resources : [];
}
