/** Pulumi's names of types and properties, and what they were in Terraform, of which Pulumi's provider is made. */
import type { Block, ProviderSchema } from "./provider-schema";

/** Pulumi's token -> Terraform's type, where no rule leads there. */
const TYPES: Readonly<Record<string, string>> = {
  "aws:account/alternativeContact:AlternativeContact": "aws_account_alternate_contact",
  "aws:cloudtrail/trail:Trail": "aws_cloudtrail",
  "aws:cfg/recorder:Recorder": "aws_config_configuration_recorder",
  "aws:cfg/recorderStatus:RecorderStatus": "aws_config_configuration_recorder_status",
  "aws:cfg/rule:Rule": "aws_config_config_rule",
};

/** Pulumi's module -> the words that Terraform has for it, where they are not the same. */
const MODULES: Readonly<Record<string, string>> = { bedrockmodel: "bedrock_model", cfg: "config" };

/** Terraform's type -> Pulumi's property -> Terraform's argument, where the name was changed by hand. */
const PROPERTIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_cloudwatch_log_subscription_filter: { logGroup: "log_group_name" },
  aws_cloudwatch_metric_alarm: { name: "alarm_name" },
  aws_lambda_function: { name: "function_name", code: "filename" },
  aws_lambda_function_event_invoke_config: { functionName: "function_name" },
  aws_lambda_permission: { function: "function_name" },
  aws_sns_topic_subscription: { topic: "topic_arn" },
};

/** Terraform's type of a Pulumi resource; `undefined` when this version of the provider has none. */
export function terraformType(token: string, schema: ProviderSchema): string | undefined {
  const [, module = "", name = ""] = /^aws:([^/]+)\/([^:]+):/.exec(token) ?? [];
  const words = snakeCase(name);
  const candidates = [TYPES[token], `aws_${MODULES[module] ?? snakeCase(module)}_${words}`, `aws_${words}`];
  return candidates.find((candidate) => candidate !== undefined && candidate in schema);
}

/** Pulumi's property -> Terraform's argument, for everything that a block has. */
export function argumentNames(block: Block, type?: string): ReadonlyMap<string, string> {
  const known = [...Object.keys(block.attributes ?? {}), ...Object.keys(block.block_types ?? {})];
  // Pulumi has the plural for what Terraform repeats; a name that fits as it is goes first.
  const plurals = known.flatMap((name) =>
    PLURALS.map((plural): [string, string] => [propertyName(plural(name)), name]),
  );
  const singulars = known.map((name): [string, string] => [propertyName(name), name]);
  return new Map([...plurals, ...singulars, ...Object.entries(PROPERTIES[type ?? ""] ?? {})]);
}

const PLURALS: readonly ((name: string) => string)[] = [
  (name) => `${name}s`,
  (name) => `${name}es`,
  (name) => name.replace(/y$/, "ies"),
];

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
}

/** Pulumi's property of one of Terraform's arguments, but for names that were changed by hand. */
export function propertyName(argument: string): string {
  return argument.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
