import { deepEqual, equal } from "node:assert/strict";
import {
  type AccountModes,
  adoptedThings,
  declinedCapabilities,
  modeIn,
  type RecorderMode,
  type Regional,
} from "../../../components/account/capability-modes";

const TRAIL = "arn:aws:cloudtrail:us-east-1:444455556666:trail/organization";
const BUCKET = "arn:aws:s3:::archive";
const KEY = "arn:aws:kms:eu-west-1:444455556666:key/1";
const REASON = "Decided by the platform team";
const OFF = { mode: "off", reason: REASON } as const;

/** An account of two regions that creates everything, and what differs. */
function account(modes: Partial<AccountModes>): AccountModes {
  return {
    homeRegion: "eu-central-1",
    governedRegions: ["eu-central-1", "us-east-1"],
    trail: { mode: "create" },
    recorder: { mode: "create" },
    configAggregator: { mode: "create" },
    invocationLogging: { mode: "create" },
    alerting: { mode: "create" },
    evidenceQueries: { mode: "create" },
    logExport: { mode: "create" },
    periodicChecks: { mode: "create" },
    configRemediation: { mode: "create" },
    dashboards: { mode: "create" },
    guardrails: { mode: "create" },
    detection: {
      accessAnalyzer: { mode: "create" },
      guardDuty: { mode: "create" },
      inspector: { mode: "create" },
      macie: { mode: "create" },
      securityHub: { mode: "create" },
    },
    eksClusters: [],
    ...modes,
  };
}

const trail = { type: "aws:cloudtrail/trail:Trail", region: "us-east-1", id: TRAIL };
const recorder = (region: string) => ({ type: "aws:cfg/recorder:Recorder", region, id: "default" });
const logging = (region: string) => ({
  type: "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
  region,
  id: region,
});
const bucket = (region: string, id: string) => ({ type: "aws:s3/bucket:Bucket", region, id });
const key = { type: "aws:kms/key:Key", region: "eu-west-1", id: KEY };

describe("The mode of a region", () => {
  const regional: Regional<RecorderMode> = { mode: "create", regions: { "us-east-1": OFF } };

  it("is its own where it has one, and the account's elsewhere", () => {
    equal(modeIn(regional, "us-east-1"), OFF);
    equal(modeIn(regional, "eu-central-1").mode, "create");
    equal(modeIn<RecorderMode>({ mode: "create" }, "eu-central-1").mode, "create");
  });
});

describe("What an account adopts", () => {
  it("is nothing where everything is created, and nothing where everything is left out", () => {
    deepEqual(adoptedThings(account({ eksClusters: [cluster("a", { mode: "create" })] })), []);
    deepEqual(
      adoptedThings(account({ trail: OFF, recorder: OFF, invocationLogging: OFF, eksClusters: [cluster("a", OFF)] })),
      [],
    );
  });

  it("is the trail in its own region, and in every governed region the recorder and the logging of invocations", () => {
    const modes = account({
      trail: { mode: "existing", arn: TRAIL },
      recorder: { mode: "existing", name: "default" },
      invocationLogging: { mode: "existing" },
    });
    deepEqual(adoptedThings(modes), [
      trail,
      recorder("eu-central-1"),
      logging("eu-central-1"),
      recorder("us-east-1"),
      logging("us-east-1"),
    ]);
  });

  it("is what a single region overrides", () => {
    const modes = account({
      recorder: { mode: "create", regions: { "us-east-1": { mode: "existing", name: "default" } } },
      invocationLogging: { mode: "existing", regions: { "us-east-1": { mode: "create" } } },
    });
    deepEqual(adoptedThings(modes), [logging("eu-central-1"), recorder("us-east-1")]);
  });

  it("is no override of a region that is not governed", () => {
    const regions = { "eu-west-3": { mode: "existing", name: "default" } } as const;
    deepEqual(adoptedThings(account({ recorder: { mode: "create", regions } })), []);
  });

  it("is the aggregator of the home region, by its name", () => {
    deepEqual(adoptedThings(account({ configAggregator: { mode: "existing", name: "whole" } })), [
      { type: "aws:cfg/configurationAggregator:ConfigurationAggregator", region: "eu-central-1", id: "whole" },
    ]);
  });

  it("is the topic and the guardrail of a region", () => {
    const arn = "arn:aws:bedrock:us-east-1:111122223333:guardrail/a1b2c3d4e5f6";
    const topic = "arn:aws:sns:us-east-1:111122223333:security";
    const modes = account({
      alerting: { mode: "create", regions: { "us-east-1": { mode: "existing", arn: topic } } },
      guardrails: { mode: "create", regions: { "us-east-1": { mode: "existing", arn } } },
    });
    deepEqual(adoptedThings(modes), [
      { type: "aws:sns/topic:Topic", region: "us-east-1", id: topic },
      { type: "aws:bedrock/guardrail:Guardrail", region: "us-east-1", id: arn },
    ]);
  });

  it("is the log group of a cluster, by the name that EKS fixes", () => {
    deepEqual(adoptedThings(account({ eksClusters: [cluster("a", { mode: "existing" }), cluster("b", OFF)] })), [
      { type: "aws:cloudwatch/logGroup:LogGroup", region: "us-east-1", id: "/aws/eks/a/cluster" },
    ]);
  });

  it("is the bucket and the key that are delivered to, the bucket where it is delivered from and the key in its own region", () => {
    deepEqual(adoptedThings(account({ trail: { mode: "create", bucket: BUCKET, key: KEY } })), [
      bucket("eu-central-1", BUCKET),
      key,
    ]);
    deepEqual(adoptedThings(account({ trail: { mode: "create", key: KEY } })), [key]);
    deepEqual(adoptedThings(account({ invocationLogging: { mode: "create", bucket: "calls" } })), [
      bucket("eu-central-1", "calls"),
      bucket("us-east-1", "calls"),
    ]);
  });

  it("is each thing once, however many deliver to it", () => {
    const archive = { mode: "create", bucket: BUCKET, key: KEY } as const;
    deepEqual(adoptedThings(account({ trail: archive, recorder: archive })), [
      bucket("eu-central-1", BUCKET),
      key,
      bucket("us-east-1", BUCKET),
    ]);
  });
});

describe("What an account does without", () => {
  it("is nothing where everything is created or adopted", () => {
    deepEqual(declinedCapabilities(account({})), []);
    deepEqual(
      declinedCapabilities(
        account({
          trail: { mode: "existing", arn: TRAIL },
          recorder: { mode: "existing", name: "default" },
          invocationLogging: { mode: "existing" },
          eksClusters: [cluster("a", { mode: "existing" })],
        }),
      ),
      [],
    );
  });

  it("is each capability with its reason: trail and aggregator for the account, the others by region, log groups by cluster", () => {
    const modes = account({
      trail: OFF,
      recorder: OFF,
      configAggregator: OFF,
      invocationLogging: OFF,
      eksClusters: [cluster("a", OFF)],
    });
    deepEqual(declinedCapabilities(modes), [
      { capability: "trail", reason: REASON },
      { capability: "aggregator", reason: REASON },
      { capability: "recorder", region: "eu-central-1", reason: REASON },
      { capability: "invocationLogging", region: "eu-central-1", reason: REASON },
      { capability: "recorder", region: "us-east-1", reason: REASON },
      { capability: "invocationLogging", region: "us-east-1", reason: REASON },
      { capability: "clusterLogGroup", region: "us-east-1", cluster: "a", reason: REASON },
    ]);
  });

  it("is the alerts and the guardrail of a region", () => {
    const regions = { "us-east-1": OFF } as const;
    const modes = account({ alerting: { mode: "create", regions }, guardrails: { mode: "create", regions } });
    deepEqual(declinedCapabilities(modes), [
      { capability: "alerting", region: "us-east-1", reason: REASON },
      { capability: "guardrails", region: "us-east-1", reason: REASON },
    ]);
  });

  it("is what a single region overrides, by that region's reason", () => {
    const modes = account({
      recorder: { ...OFF, regions: { "us-east-1": { mode: "off", reason: "No resource is in it" } } },
      invocationLogging: { ...OFF, regions: { "us-east-1": { mode: "create" } } },
    });
    deepEqual(declinedCapabilities(modes), [
      { capability: "recorder", region: "eu-central-1", reason: REASON },
      { capability: "invocationLogging", region: "eu-central-1", reason: REASON },
      { capability: "recorder", region: "us-east-1", reason: "No resource is in it" },
    ]);
  });
});

function cluster(name: string, logGroup: AccountModes["eksClusters"][number]["logGroup"]) {
  return { name, region: "us-east-1", logGroup };
}
