/** What Bedrock logs of model invocations, and where to. One configuration a region. */
import type * as aws from "@pulumi/aws";
import { LOGGED_CONTENT_MODES, deliversAudio } from "../../facts/bedrock/content-modes";
import type { WireMap } from "../../pulumi/stack-state";
import { isWireMap } from "../../pulumi/wire";
import { type Problem, type Properties, type Subject, camelCased, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const invocationLoggingObserver = observer<aws.bedrockmodel.InvocationLoggingConfigurationArgs>({
  type: "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
  check: "verify-bedrock-invocation-logging-as-declared",
  parts: [{ properties: ["loggingConfig"], read: readConfiguration }],
  conditions: [{ check: "verify-bedrock-invocation-logging-audio", read: audioProblems }],
});

async function configurationOf(reader: Reader, region: string) {
  const found = await reader.read("bedrock:GetModelInvocationLoggingConfiguration", region, {});
  return found?.loggingConfig;
}

async function readConfiguration(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const config = await configurationOf(reader, region);
  const { cloudWatchConfig, s3Config } = config ?? {};
  // Without a destination nothing is logged, whatever the flags say.
  if (config === undefined || (cloudWatchConfig === undefined && s3Config === undefined)) {
    return undefined;
  }
  return {
    loggingConfig: plain({
      // The provider turns on what is not declared.
      textDataDeliveryEnabled: config.textDataDeliveryEnabled ?? true,
      imageDataDeliveryEnabled: config.imageDataDeliveryEnabled ?? true,
      embeddingDataDeliveryEnabled: config.embeddingDataDeliveryEnabled ?? true,
      ...flagIfDeclared("videoDataDeliveryEnabled", config.videoDataDeliveryEnabled, inputs),
      cloudwatchConfig: cloudWatchConfig && {
        logGroupName: cloudWatchConfig.logGroupName,
        roleArn: cloudWatchConfig.roleArn,
        largeDataDeliveryS3Config: cloudWatchConfig.largeDataDeliveryS3Config,
      },
      s3Config,
    }),
  };
}

/** A flag that neither the stack nor the account's answer names is not compared. */
function flagIfDeclared(name: string, value: boolean | undefined, inputs: WireMap): Readonly<Record<string, boolean>> {
  const declared = inputs["loggingConfig"];
  return value !== undefined || (isWireMap(declared) && name in declared) ? { [name]: value ?? true } : {};
}

function plain(value: object): WireMap {
  const data = camelCased(value);
  return isWireMap(data) ? data : {};
}

/** The provider has no flag for audio, so that what the stack wants follows from its content mode. */
async function audioProblems(reader: Reader, { region, component }: Subject): Promise<readonly Problem[]> {
  const mode = textOf(component["content"]);
  const content = LOGGED_CONTENT_MODES.find((logged) => logged === mode);
  if (content === undefined) {
    return [];
  }
  const wanted = deliversAudio(content);
  const config = await configurationOf(reader, region);
  const property = "audioDataDeliveryEnabled";
  const actual = config?.audioDataDeliveryEnabled;
  if (actual === undefined) {
    const message = `is not in the account's answer; content mode ${mode} needs ${wanted}`;
    return [{ result: "undecided", property, message }];
  }
  return actual === wanted
    ? []
    : [{ result: "fail", property, message: `is ${actual} in the account; content mode ${mode} needs ${wanted}` }];
}
