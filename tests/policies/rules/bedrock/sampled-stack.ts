/** A stack that samples model invocations, as far as rules look at it. */
import type { ResourceState } from "../../../../pulumi/stack-state";
import { emptyStack } from "../../state-changes";
import { declared, urnOf } from "../stack-resources";

export const COMPONENT_TYPE = "ai-governance-baseline:index:InvocationLogging";
export const CONFIGURATION = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";
export const SUBSCRIPTION = "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter";
export const FUNCTION = "aws:lambda/function:Function";
export const PERMISSION = "aws:lambda/permission:Permission";
export const RETRIES = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

/** The names of its log groups. */
export const GROUPS = {
  source: "/ai-governance/s/unsampled-invocations",
  samples: "/ai-governance/s/sampled-invocations",
  metadata: "/ai-governance/s/model-invocations",
} as const;

const KEY = "arn:aws:kms:eu-central-1:111122223333:key/k";
const FUNCTION_ARN = "arn:aws:lambda:eu-central-1:111122223333:function:sampler";

function logGroup(name: keyof typeof GROUPS, retentionInDays: number): ResourceState {
  return declared(LOG_GROUP, name, { name: GROUPS[name], retentionInDays, kmsKeyId: KEY });
}

/** What `InvocationLogging` declares in mode sampled, named by texts. */
export function sampledStack(): readonly ResourceState[] {
  return [
    ...emptyStack(),
    declared(COMPONENT_TYPE, "calls", { content: "sampled", region: "eu-central-1" }),
    logGroup("source", 1),
    logGroup("samples", 7),
    logGroup("metadata", 90),
    declared(FUNCTION, "sampler", {
      name: "sampler",
      arn: FUNCTION_ARN,
      environment: { variables: { METADATA_LOG_GROUP: GROUPS.metadata, SAMPLES_LOG_GROUP: GROUPS.samples } },
    }),
    declared(PERMISSION, "call", {
      function: "sampler",
      action: "lambda:InvokeFunction",
      principal: "logs.amazonaws.com",
    }),
    declared(RETRIES, "retries", {
      functionName: "sampler",
      destinationConfig: { onFailure: { destination: "arn:aws:sqs:eu-central-1:111122223333:failures" } },
    }),
    declared(SUBSCRIPTION, "to-sampler", {
      name: "to-sampler",
      logGroup: GROUPS.source,
      destinationArn: FUNCTION_ARN,
      filterPattern: "",
    }),
    declared(
      CONFIGURATION,
      "logging",
      { loggingConfig: { cloudwatchConfig: { logGroupName: GROUPS.source } } },
      { parent: urnOf(COMPONENT_TYPE, "calls"), dependencies: [urnOf(SUBSCRIPTION, "to-sampler")] },
    ),
  ];
}
