/** The prod stack's resources as the JSON of a Terraform plan, so that Checkov can check what the gate checks. */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
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

/**
 * Writes the resources as a plan that creates them. Checkov reads neither `.tf.json` nor any other JSON of Terraform.
 *
 * @returns the number of resources
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function writePlan(resources: readonly ResourceState[], file: string): number {
  const created = resources
    .filter(({ type }) => type.startsWith("aws:"))
    .map((resource) => {
      const type = terraformType(resource.type);
      const name = urnParts(resource.urn).name.replace(/[^\w-]/g, "_");
      const head = { address: `${type}.${name}`, mode: "managed", type, name, provider_name: "aws" };
      return { head, values: terraformMap(resource.inputs) };
    });
  const plan = {
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: { root_module: { resources: created.map(({ head, values }) => ({ ...head, values })) } },
    resource_changes: created.map(({ head, values }) => ({
      ...head,
      change: { actions: ["create"], before: null, after: values, after_unknown: {} },
    })),
    configuration: { root_module: {} },
  };
  fs.writeFileSync(file, JSON.stringify(plan));
  return created.length;
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
