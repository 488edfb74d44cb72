/** The prod stack's resources as Terraform JSON, so that Checkov can check what the gate checks. */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { type ResourceState, type WireMap, type WireValue, urnParts } from "../pulumi/stack-state";
import { isWireMap } from "../pulumi/wire";

/** Pulumi module and type -> Terraform type, where one does not follow from the other. */
const TYPES: Readonly<Record<string, string>> = {
  "bedrockmodel/InvocationLoggingConfiguration": "aws_bedrock_model_invocation_logging_configuration",
  "cfg/DeliveryChannel": "aws_config_delivery_channel",
  "cfg/Recorder": "aws_config_configuration_recorder",
  "cfg/RecorderStatus": "aws_config_configuration_recorder_status",
  "cfg/RetentionConfiguration": "aws_config_retention_configuration",
  "cfg/Rule": "aws_config_config_rule",
  "cloudtrail/Trail": "aws_cloudtrail",
};

/** The Checkov command: `CHECKOV`, or the one on PATH; `undefined` if there is none. */
export function findCheckov(): string | undefined {
  const command = process.env["CHECKOV"] ?? "checkov";
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0 ? command : undefined;
}

/** Writes the resources to `main.tf.json` in the folder. @returns the number of resources */
export function writeTerraform(resources: readonly ResourceState[], folder: string): number {
  const byType = new Map<string, Record<string, WireMap>>();
  for (const resource of resources.filter(({ type }) => type.startsWith("aws:"))) {
    const type = terraformType(resource.type);
    const named = byType.get(type) ?? {};
    named[urnParts(resource.urn).name.replace(/[^\w-]/g, "_")] = terraformMap(resource.inputs);
    byType.set(type, named);
  }
  fs.writeFileSync(path.join(folder, "main.tf.json"), JSON.stringify({ resource: Object.fromEntries(byType) }));
  return [...byType.values()].reduce((sum, named) => sum + Object.keys(named).length, 0);
}

function terraformType(token: string): string {
  const [, module = "", name = ""] = /^aws:([^/]+)\/[^:]+:(.+)$/.exec(token) ?? [];
  return TYPES[`${module}/${name}`] ?? `aws_${snakeCase(module)}_${snakeCase(name)}`;
}

function terraformMap(map: WireMap): WireMap {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [snakeCase(name), terraformValue(value)]));
}

function terraformValue(value: WireValue): WireValue {
  if (Array.isArray(value)) {
    return (value as readonly WireValue[]).map(terraformValue); // narrowed by isArray to any[]
  }
  return isWireMap(value) ? terraformMap(value) : value;
}

function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}
