import { deepEqual, equal, match, ok } from "node:assert/strict";
import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";
import { type Recording, record } from "./components/recorder";
import { PROJECT, configWith, stackConfig } from "./settings/stack-config";

const load = createRequire(__filename);
const PROGRAM = load.resolve("../index");

/** Runs index.ts as Pulumi does: anew, with this configuration. */
async function run(
  config: Record<string, string>,
): Promise<{ outputs: Record<string, unknown>; recording: Recording }> {
  pulumi.runtime.setAllConfig(config);
  Reflect.deleteProperty(load.cache, PROGRAM);
  let outputs: Record<string, unknown> = {};
  const recording = await record(() => {
    // Reason for the cast: a module's exports are an object of whatever it exports.
    outputs = load(PROGRAM) as Record<string, unknown>;
  });
  return { outputs, recording };
}

/** An output's value, once it is known. */
function valueOf(output: unknown): Promise<unknown> {
  // Reason for the cast: the SDK's type of an output of `unknown` is `never`; any value may be made an output.
  return new Promise((resolve) => pulumi.output(output as object).apply(resolve));
}

describe("The program", () => {
  afterEach(() => pulumi.runtime.setAllConfig({}));

  it("declares the baseline of the production stack and exports what operators need", async () => {
    const { outputs, recording } = await run(stackConfig("prod"));
    ok(recording.children().includes(`${PROJECT}:index:AccountBaseline baseline`));
    deepEqual(Object.keys(outputs).sort(), [
      "account",
      "auditorRoleArn",
      "clusters",
      "configAggregatorArn",
      "globalAlertTopicArn",
      "ingestionRoleArn",
      "profile",
      "regions",
      "trailArn",
      "trailBucket",
      "trailKeyArn",
      "trailLogGroup",
    ]);
    equal(outputs["account"], "111122223333");
    equal(await valueOf(outputs["trailArn"]), "arn:aws:cloudtrail:eu-central-1:123456789012:trail/baseline-trail");
    deepEqual(Object.keys(outputs["regions"] as object), ["eu-central-1", "us-east-1"]);
    deepEqual(await valueOf(outputs["clusters"]), [
      {
        name: "inference",
        region: "eu-central-1",
        logGroup: "/aws/eks/inference/cluster",
        enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      },
    ]);
  });

  it("exports nothing of what is adopted or left out", async () => {
    const off = { mode: "off", reason: "Decided by the platform team" };
    const { outputs } = await run(
      configWith({
        trail: JSON.stringify({
          mode: "existing",
          arn: "arn:aws:cloudtrail:eu-central-1:444455556666:trail/organization",
        }),
        recorder: JSON.stringify(off),
        invocationLogging: JSON.stringify({ mode: "existing" }),
        alerting: JSON.stringify(off),
        guardrails: JSON.stringify(off),
        eksClusters: JSON.stringify([{ name: "inference", logGroup: { mode: "existing" } }]),
      }),
    );
    deepEqual(
      [
        outputs["trailArn"],
        outputs["trailBucket"],
        outputs["trailLogGroup"],
        outputs["trailKeyArn"],
        outputs["globalAlertTopicArn"],
        outputs["configAggregatorArn"],
      ],
      [undefined, undefined, undefined, undefined, undefined, undefined],
    );
    deepEqual(await valueOf(outputs["clusters"]), [
      { name: "inference", region: "eu-central-1", logGroup: undefined, enabledClusterLogTypes: undefined },
    ]);
    deepEqual(Object.entries((outputs["regions"] as Record<string, object>)["eu-central-1"] ?? {}), [
      ["accessLogBucket", undefined],
      ["alertTopicArn", undefined],
      ["invocationContent", undefined],
      ["invocationLogGroup", undefined],
      ["invocationSamplesLogGroup", undefined],
      ["invocationBucket", undefined],
      ["alarmTopicArn", undefined],
      ["guardrailArn", undefined],
      ["guardrailVersion", undefined],
      ["configBucket", undefined],
      ["configRulesNotOffered", undefined],
      ["remediationRunbooks", undefined],
      ["classificationResultsBucket", undefined],
      ["queryWorkgroup", undefined],
      ["deliveredLogGroup", undefined],
      ["backupVault", undefined],
      ["responseDocuments", undefined],
      ["exportBuckets", []],
    ]);
  });

  it("declares nothing when a setting is refused", async () => {
    pulumi.runtime.setAllConfig(configWith({ profile: "prod", insights: "yes" }));
    Reflect.deleteProperty(load.cache, PROGRAM);
    let refusal: unknown;
    // The refusal is caught inside the program, so that what was declared before it can be seen.
    const recording = await record(() => {
      try {
        load(PROGRAM);
      } catch (error) {
        refusal = error;
      }
    });
    ok(pulumi.RunError.isInstance(refusal));
    match(refusal.message, /The settings have 2 mistakes; nothing was declared\./);
    deepEqual(recording.children(), []);
  });
});
