/** Components of other packages, which declare what they are known to declare. */
import assert from "node:assert/strict";
import type { ResourceState } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../pulumi/wire";
import { KNOWN_COMPONENTS } from "../../preview/components";
import type { Preview } from "../../preview/preview";
import { previewOf, tailOf } from "./foreign-program";

describe("a program with components that a plugin implements", function () {
  this.timeout(60_000);
  let preview: Preview;
  before(async () => {
    preview = await previewOf("known-components");
  });
  const child = (tail: string): ResourceState =>
    preview.state.deployment.resources.find(({ urn }) => tailOf(urn) === tail) ?? assert.fail(`there is no ${tail}`);
  const trail = (name: string): ResourceState => child(`awsx:cloudtrail:Trail$aws:cloudtrail/trail:Trail::${name}`);

  it("has the resources of those that are known, as children of the component", () => {
    assert.deepEqual(
      preview.state.deployment.resources
        .map(({ urn }) => tailOf(urn))
        .filter((tail) => tail.includes("$"))
        .sort(),
      [
        "awsx:cloudtrail:Trail$aws:cloudtrail/trail:Trail::brought",
        "awsx:cloudtrail:Trail$aws:cloudtrail/trail:Trail::plain",
        "awsx:cloudtrail:Trail$aws:cloudtrail/trail:Trail::short",
        "awsx:cloudtrail:Trail$aws:cloudwatch/logGroup:LogGroup::short",
        "awsx:cloudtrail:Trail$aws:s3/bucket:Bucket::plain",
        "awsx:cloudtrail:Trail$aws:s3/bucket:Bucket::short",
        "awsx:cloudtrail:Trail$aws:s3/bucketPolicy:BucketPolicy::brought",
        "awsx:cloudtrail:Trail$aws:s3/bucketPolicy:BucketPolicy::plain",
        "awsx:cloudtrail:Trail$aws:s3/bucketPolicy:BucketPolicy::short",
        "eks:index:Cluster$aws:eks/cluster:Cluster::models-eksCluster",
      ],
    );
  });
  it("has a trail that delivers into the component's own bucket and log group", () => {
    const bucket = child("awsx:cloudtrail:Trail$aws:s3/bucket:Bucket::short");
    const group = child("awsx:cloudtrail:Trail$aws:cloudwatch/logGroup:LogGroup::short");
    assert.deepEqual(group.inputs, { name: "short", retentionInDays: 7 });
    assert.deepEqual(trail("short").inputs, {
      isMultiRegionTrail: true,
      s3BucketName: bucket.outputs["bucket"],
      cloudWatchLogsGroupArn: "arn:aws:logs:eu-central-1:210987654321:log-group:short:*",
      cloudWatchLogsRoleArn: UNKNOWN_VALUE,
    });
    assert.deepEqual(trail("short").propertyDependencies?.["s3BucketName"], [bucket.urn]);
    assert.deepEqual(trail("short").propertyDependencies?.["cloudWatchLogsGroupArn"], [group.urn]);
    assert.equal(trail("short").parent, bucket.parent);
  });
  it("has a trail that delivers into what the program brought", () => {
    assert.deepEqual(trail("brought").inputs, {
      s3BucketName: "central-logs",
      cloudWatchLogsGroupArn: "arn:aws:logs:eu-central-1:111122223333:log-group:central:*",
      cloudWatchLogsRoleArn: UNKNOWN_VALUE,
    });
  });
  it("has a trail without a log group where none is asked for", () => {
    assert.deepEqual(Object.keys(trail("plain").inputs), ["s3BucketName"]);
  });
  it("has the cluster with what the component is given of it", () => {
    assert.deepEqual(child("eks:index:Cluster$aws:eks/cluster:Cluster::models-eksCluster").inputs, {
      name: "models",
      enabledClusterLogTypes: ["audit"],
      roleArn: UNKNOWN_VALUE,
      vpcConfig: { subnetIds: UNKNOWN_VALUE, endpointPublicAccess: false },
    });
  });
  it("says what of them is not judged, and that nothing of an unknown one is", () => {
    const told = preview.hidden.map(({ urn, reason }) => {
      const [, how = ""] = /^\S+ is (judged by what it is given|a component)/.exec(reason) ?? [];
      return `${tailOf(urn)}: ${how}`;
    });
    assert.deepEqual(told.sort(), [
      "acme:index:Unknown::unknown: a component",
      "awsx:cloudtrail:Trail::brought: judged by what it is given",
      "awsx:cloudtrail:Trail::plain: judged by what it is given",
      "awsx:cloudtrail:Trail::short: judged by what it is given",
      "eks:index:Cluster::models: judged by what it is given",
    ]);
  });
});

describe("the table of known components", () => {
  for (const { type, children } of KNOWN_COMPONENTS) {
    it(`gives unknowns where the arguments of ${type} are unknown, and invents nothing`, () => {
      const everything = new Proxy({}, { get: () => UNKNOWN_VALUE, ownKeys: () => [] });
      for (const child of children("it", everything)) {
        const texts = JSON.stringify(child.inputs(() => ({})));
        assert.doesNotMatch(texts, /undefined|arn:aws:(?!s3:::)/);
      }
    });
  }
});
