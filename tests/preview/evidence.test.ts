/** What is recorded of this project's own stacks where it matters to evidence: what waits for what, and what can be destroyed. */
import assert from "node:assert/strict";
import { startPreview } from "../../preview/preview";
import { readProject } from "../../preview/project";
import { type ResourceState, urnParts } from "../../pulumi/stack-state";
import { REPOSITORY, prodResources } from "../support/prod-state";
import { programFolder } from "./foreign-program";

const BUCKET = "aws:s3/bucket:Bucket";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const CONFIGURATION = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";

async function previewed(folder: string, stack: string): Promise<readonly ResourceState[]> {
  const preview = await startPreview(readProject(folder, stack));
  const { state } = await preview.finish();
  return state.deployment.resources;
}

const nameOf = ({ urn }: ResourceState): string => urnParts(urn).name;
const ofType = (resources: readonly ResourceState[], type: string): readonly ResourceState[] =>
  resources.filter((resource) => resource.type === type);

/** The children of the EvidenceBucket of this name that the resource does not wait for, and how many there are. */
function unawaited(resources: readonly ResourceState[], type: string, bucket: string): readonly [string[], number] {
  const [waiting, ...others] = ofType(resources, type).filter(({ dependencies = [] }) =>
    dependencies.some((urn) => urn.endsWith(`${BUCKET}::${bucket}`)),
  );
  assert.ok(waiting !== undefined && others.length === 0, `one ${type} is delivered to ${bucket}`);
  const component = resources.find(
    (resource) => resource.type.endsWith(":EvidenceBucket") && nameOf(resource) === bucket,
  );
  const parts = resources.filter(({ parent, custom }) => custom && parent === component?.urn);
  return [parts.filter(({ urn }) => !waiting.dependencies?.includes(urn)).map(nameOf), parts.length];
}

describe("what delivers evidence", function () {
  this.timeout(60_000);

  it("waits for the trail's bucket and all that protects it: lock, encryption, versions, policy and the rest", async () => {
    assert.deepEqual(unawaited(await prodResources(), "aws:cloudtrail/trail:Trail", "baseline-trail-bucket"), [[], 9]);
  });

  it("waits for the recorder's bucket and all that protects it", async () => {
    const channel = "aws:cfg/deliveryChannel:DeliveryChannel";
    for (const region of ["eu-central-1", "us-east-1"]) {
      const bucket = `baseline-${region}-recorder-bucket`;
      assert.deepEqual(unawaited(await prodResources(), channel, bucket), [[], 8]);
    }
  });

  it("waits for the bucket of large bodies and all that protects it", async () => {
    const resources = await previewed(programFolder("invocation-logging"), "dev");
    assert.deepEqual(unawaited(resources, CONFIGURATION, "calls-bucket"), [[], 8]);
  });
});

describe("an InvocationLogging that is renamed", function () {
  this.timeout(60_000);

  it("keeps the URN of its configuration, so that the engine updates it in place", async () => {
    const folder = programFolder("invocation-logging");
    const urns = [];
    for (const stack of ["dev", "renamed"]) {
      const found = ofType(await previewed(folder, stack), CONFIGURATION).map(({ urn }) => urn);
      urns.push(found.map((urn) => urn.replace(`urn:pulumi:${stack}::`, "")));
    }
    const component = "ai-governance-baseline:index:InvocationLogging";
    const urn = `invocation-logging::${component}$${CONFIGURATION}::model-invocation-logging-eu-central-1`;
    assert.deepEqual(urns, [[urn], [urn]]);
  });
});

describe("whether a stack can be destroyed with its evidence", function () {
  this.timeout(60_000);

  const values = (resources: readonly ResourceState[], type: string, property: string): ReadonlySet<unknown> =>
    new Set(ofType(resources, type).map(({ inputs }) => inputs[property]));

  it("is so of the sandbox: every log group deletable, every bucket emptied, nothing protected", async () => {
    const resources = await previewed(REPOSITORY, "sandbox");
    assert.deepEqual(values(resources, LOG_GROUP, "deletionProtectionEnabled"), new Set([false]));
    assert.deepEqual(values(resources, BUCKET, "forceDestroy"), new Set([true]));
    assert.deepEqual(resources.filter(({ protect }) => protect === true).map(nameOf), []);
  });

  it("is not so of production: no log group deletable, no bucket emptied, all that holds evidence protected", async () => {
    const resources = await prodResources();
    assert.deepEqual(values(resources, LOG_GROUP, "deletionProtectionEnabled"), new Set([true]));
    assert.deepEqual(values(resources, BUCKET, "forceDestroy"), new Set([false]));
    for (const type of [LOG_GROUP, BUCKET, "aws:kms/key:Key", "aws:cloudtrail/trail:Trail", CONFIGURATION]) {
      assert.ok(ofType(resources, type).length > 0, type);
      assert.deepEqual(
        ofType(resources, type)
          .filter(({ protect }) => protect !== true)
          .map(nameOf),
        [],
      );
    }
  });
});
