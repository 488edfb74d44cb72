import assert from "node:assert/strict";
import { providersEquivalentsNotJudged } from "../../../../policies/rules/providers/providers-equivalents-not-judged";
import { prodResources } from "../../../support/prod-state";
import { SUITES, asStack } from "../../rule-harness";
import { emptyStack } from "../../state-changes";
import { declared, urnOf } from "../stack-resources";

const DYNAMIC = "pulumi-nodejs:dynamic:Resource";
const LOGGING = "ai-governance-baseline:index:InvocationLogging";
const FLAG = { region: "us-east-1", enabled: true, __provider: "..." };

const ask = (...resources: Parameters<typeof asStack>[0]) =>
  [providersEquivalentsNotJudged.check(asStack([...emptyStack(), ...resources]))].flat();

SUITES.set(providersEquivalentsNotJudged.id, {
  rule: providersEquivalentsNotJudged,
  resources: () => Promise.resolve([...emptyStack(), declared("command:local:Command", "run", { create: "true" })]),
  settings: {},
  findings: [{ message: "of the type command:local:Command are not judged; it may hold whatever its code does" }],
  result: "undecided",
});

describe("rule providers-equivalents-not-judged", () => {
  it("is quiet on the prod stack", async () => {
    assert.deepEqual(providersEquivalentsNotJudged.check(asStack(await prodResources())), []);
  });

  for (const type of [
    "aws-native:s3:Bucket",
    "awscc:index/s3Bucket:S3Bucket",
    "aws:cloudformation/stack:Stack",
    "aws:cloudformation/stackSet:StackSet",
    "aws:cloudcontrol/resource:Resource",
    "command:local:Command",
    "command:remote:Command",
    DYNAMIC,
    "pulumi-nodejs:dynamic/bucket:Bucket",
    "kubernetes:helm.sh/v3:Release",
    "kubernetes:yaml/v2:ConfigFile",
    "kubernetes:s3.services.k8s.aws/v1alpha1:Bucket",
    "terraform-module:index:Module",
    "vpc:index:Module",
    "vpc:tf:aws_s3_bucket",
    "docker:index/container:Container",
  ]) {
    it(`names ${type} as not judged`, () => {
      const [found, ...others] = ask(declared(type, "other", {}));
      assert.deepEqual(others, []);
      assert.ok(found?.status === "undecided");
      assert.match(found.message, new RegExp(`^of the type ${type} are not judged; it may hold \\w`));
      assert.equal(found.urn, urnOf(type, "other"));
    });
  }

  it("does not name the flag of this project's own component", () => {
    const parent = urnOf(LOGGING, "logging");
    assert.deepEqual(ask(declared(LOGGING, "logging", {}), declared(DYNAMIC, "logging-audio", FLAG, { parent })), []);
  });

  it("names another resource below the component, and a flag outside it", () => {
    const parent = urnOf(LOGGING, "logging");
    const logging = declared(LOGGING, "logging", {});
    for (const other of [
      declared(DYNAMIC, "logging-audio", { ...FLAG, script: "rm" }, { parent }),
      declared(DYNAMIC, "logging-other", FLAG, { parent }),
      declared(DYNAMIC, "logging-audio", FLAG),
    ]) {
      assert.deepEqual(
        ask(logging, other).map(({ status }) => status),
        ["undecided"],
      );
    }
  });

  it("is not concerned with a stack that declares nothing", () => {
    assert.deepEqual(
      ask().map(({ status }) => status),
      ["not-applicable"],
    );
  });
});
