import assert from "node:assert/strict";
import fc from "fast-check";
import { computeOutputs, outputsOfExisting } from "../../preview/aws/computed-outputs";
import { partitionOf } from "../../facts/regions";
import { awsEnvironment } from "../../preview/aws/environment";
import { answerFunction } from "../../preview/aws/functions";
import { RESOURCE_TYPES } from "../../facts/resource-identifiers";
import { DeclaredProperties } from "../../preview/declared-properties";
import { DefaultProviders } from "../../preview/default-providers";
import { uuidOf } from "../../preview/stable-identifiers";
import type { WireMap } from "../../pulumi/stack-state";
import { SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_VALUE } from "../../pulumi/wire";
import { programFolder } from "./foreign-program";

const here = awsEnvironment({ "aws:region": "eu-west-1", "aws:allowedAccountIds": '["210987654321","1"]' });

describe("the AWS environment", () => {
  it("is what the settings say", () => {
    const { accountId, accountIsPlaceholder, region, partition, dnsSuffix } = here;
    assert.deepEqual(
      [accountId, accountIsPlaceholder, region, partition, dnsSuffix],
      ["210987654321", false, "eu-west-1", "aws", "amazonaws.com"],
    );
  });
  it("is the documentation's account in the global region where they say nothing", () => {
    const { accountId, accountIsPlaceholder, region } = awsEnvironment({});
    assert.deepEqual([accountId, accountIsPlaceholder, region], ["123456789012", true, "us-east-1"]);
  });
  it("is the account that is asked for", () => {
    assert.equal(awsEnvironment({ "aws:allowedAccountIds": '["1"]' }, "999999999999").accountId, "999999999999");
  });
  it("is that of the last role which the provider assumes, where no account is allowed by name", () => {
    const role = (account: string) => ({ roleArn: `arn:aws:iam::${account}:role/deploy` });
    const of = (config: Readonly<Record<string, string>>) => awsEnvironment(config).accountId;
    assert.equal(of({ "aws:assumeRole": JSON.stringify(role("210987654321")) }), "210987654321");
    assert.equal(
      of({ "aws:assumeRoles": JSON.stringify([role("111122223333"), role("210987654321")]) }),
      "210987654321",
    );
    const allowed = { "aws:allowedAccountIds": '["444455556666"]' };
    assert.equal(of({ ...allowed, "aws:assumeRole": JSON.stringify(role("210987654321")) }), "444455556666");
    assert.equal(of({ "aws:assumeRole": '{"roleArn":"arn:aws:iam::1:role/deploy"}' }), "123456789012");
  });
  for (const setting of ["not JSON", "{}", "[]", "[1]", "null", `["${UNKNOWN_VALUE}"]`, UNKNOWN_VALUE]) {
    it(`takes the stand-in where the account's setting is ${setting.slice(0, 12)}`, () => {
      assert.equal(awsEnvironment({ "aws:allowedAccountIds": setting }).accountIsPlaceholder, true);
    });
  }
  it("knows each region's partition", () => {
    const partitions = [
      "us-east-1",
      "cn-north-1",
      "us-gov-east-1",
      "us-iso-east-1",
      "us-isob-east-1",
      "us-isof-south-1",
      "eu-isoe-west-1",
      "eusc-de-east-1",
      "xx-new-1",
    ];
    assert.deepEqual(
      partitions.map((region) => partitionOf(region).id),
      ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-f", "aws-iso-e", "aws-eusc", "aws"],
    );
  });
});

describe("functions", () => {
  const answer = (name: string, args: WireMap = {}): WireMap | undefined =>
    answerFunction(`aws:index/${name}:${name}`, args, here);

  it("are answered where settings have the answer", () => {
    assert.equal(answer("getCallerIdentity")?.["accountId"], "210987654321");
    assert.equal(answer("getRegion")?.["region"], "eu-west-1");
    assert.equal(answer("getRegion", { region: "us-west-2" })?.["region"], "us-west-2");
    assert.deepEqual(answer("getPartition"), {
      partition: "aws",
      id: "aws",
      dnsSuffix: "amazonaws.com",
      reverseDnsPrefix: "com.amazonaws",
    });
  });
  it("are not answered otherwise, whatever their names", () => {
    for (const token of ["aws:ec2/getAmi:getAmi", "toString", "constructor", "__proto__", ""]) {
      assert.equal(answerFunction(token, {}, here), undefined);
    }
  });
});

describe("computed outputs", () => {
  const compute = (type: string, inputs: WireMap, name = "n"): ReturnType<typeof computeOutputs> =>
    computeOutputs({ type, urn: `urn:pulumi:dev::app::${type}::${name}`, name, inputs }, here);

  it("of a trail are its name, ARN and home region", () => {
    const { id, outputs } = compute("aws:cloudtrail/trail:Trail", { name: "t" });
    assert.deepEqual([id, outputs["homeRegion"]], ["arn:aws:cloudtrail:eu-west-1:210987654321:trail/t", "eu-west-1"]);
  });
  it("of a bucket without a name are named automatically, in lower case", () => {
    assert.match(compute("aws:s3/bucket:Bucket", {}, "MyBucket").id ?? "", /^mybucket-[0-9a-f]{7}$/);
    assert.match(compute("aws:s3/bucket:Bucket", { bucketPrefix: "Pre-" }).id ?? "", /^pre-[0-9a-f]{7}$/);
  });
  it("of AWS Config's service-linked role are those of the account's one role, whatever the resource is called", () => {
    const arn = "arn:aws:iam::210987654321:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
    const type = "aws:iam/serviceLinkedRole:ServiceLinkedRole";
    const { id, outputs } = compute(type, { awsServiceName: "config.amazonaws.com" }, "recorder-role");
    const { uniqueId, ...others } = outputs;
    assert.equal(id, arn);
    assert.deepEqual(others, {
      arn,
      name: "AWSServiceRoleForConfig",
      path: "/aws-service-role/config.amazonaws.com/",
      awsServiceName: "config.amazonaws.com",
    });
    assert.ok(typeof uniqueId === "string" && /^AROA[0-9A-F]{17}$/.test(uniqueId));
  });
  it("of another service's role have no name that AWS is not known to choose, and so no ARN", () => {
    for (const awsServiceName of ["elasticbeanstalk.amazonaws.com", "constructor", UNKNOWN_VALUE]) {
      const { id, outputs } = compute("aws:iam/serviceLinkedRole:ServiceLinkedRole", { awsServiceName });
      assert.deepEqual([id, outputs["name"], outputs["arn"]], [undefined, UNKNOWN_VALUE, UNKNOWN_VALUE]);
    }
  });
  it("follow the resource's own region, and are unknown where that is", () => {
    const type = "aws:kms/alias:Alias";
    assert.equal(
      compute(type, { name: "alias/a", region: "cn-north-1" }).outputs["arn"],
      "arn:aws-cn:kms:cn-north-1:210987654321:alias/a",
    );
    assert.equal(compute(type, { name: "alias/a", region: UNKNOWN_VALUE }).outputs["arn"], UNKNOWN_VALUE);
  });
  it("are unknown where a name is unknown, or secret", () => {
    for (const name of [UNKNOWN_VALUE, { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: "s" }]) {
      const { id, outputs } = compute("aws:sns/topic:Topic", { name });
      assert.deepEqual([id, outputs["arn"]], [undefined, UNKNOWN_VALUE]);
    }
  });
  it("of a type that is not known are its inputs, without an id", () => {
    for (const type of ["acme:index:Thing", "toString", "__proto__"]) {
      assert.deepEqual(compute(type, { a: 1 }), { id: undefined, inputs: { a: 1 }, outputs: { a: 1 } });
    }
  });
  it("are the same at every run, and other for another resource", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(RESOURCE_TYPES)), fc.string({ minLength: 1 }), (type, name) => {
        assert.deepEqual(compute(type, {}, name), compute(type, {}, name));
      }),
    );
    assert.notEqual(compute("aws:kms/key:Key", {}, "a").id, compute("aws:kms/key:Key", {}, "b").id);
  });

  describe("of what exists already", () => {
    const existing = (type: string, id: string, inputs: WireMap = {}): WireMap =>
      outputsOfExisting({ type, id, inputs }, here);

    it("are what its id tells", () => {
      assert.deepEqual(existing("aws:kms/key:Key", "1234abcd"), {
        region: "eu-west-1",
        keyId: "1234abcd",
        arn: "arn:aws:kms:eu-west-1:210987654321:key/1234abcd",
      });
      assert.equal(existing("aws:s3/bucket:Bucket", "acme")["arn"], "arn:aws:s3:::acme");
      assert.equal(
        existing("aws:ec2/subnet:Subnet", "subnet-0a")["arn"],
        "arn:aws:ec2:eu-west-1:210987654321:subnet/subnet-0a",
      );
    });
    it("are what its ARN tells, account and region as well", () => {
      const id = "arn:aws-cn:sns:cn-north-1:111122223333:alerts";
      assert.deepEqual(existing("aws:sns/topic:Topic", id), {
        region: "cn-north-1",
        arn: id,
        owner: "111122223333",
        name: "alerts",
      });
    });
    it("are nothing that AWS chose for it", () => {
      assert.deepEqual(existing("aws:iam/role:Role", "deployer"), { name: "deployer" });
      assert.deepEqual(existing("aws:secretsmanager/secret:Secret", "nonsense"), {
        region: "eu-west-1",
        arn: "nonsense",
      });
    });
    it("are only what the program says where the id is of another form", () => {
      assert.deepEqual(existing("aws:kms/key:Key", "arn:aws:kms:eu-west-1:1:key/1", { description: "d" }), {
        description: "d",
      });
      assert.deepEqual(existing("acme:index:Thing", "x"), {});
    });
  });
});

describe("declared properties", () => {
  const declared = new DeclaredProperties(programFolder("components"));

  it("are those of a package's type declarations", () => {
    assert.deepEqual(declared.ofFunction("aws:index/getRegion:getRegion"), [
      "description",
      "endpoint",
      "id",
      "name",
      "region",
    ]);
    assert.ok(declared.ofFunction("aws:kms/getKey:getKey")?.includes("keyId"));
    assert.ok(declared.ofResource("aws:kms/key:Key")?.includes("enableKeyRotation"));
    assert.deepEqual(declared.ofResource("kubernetes:core/v1:ConfigMap"), [
      "apiVersion",
      "binaryData",
      "data",
      "immutable",
      "kind",
      "metadata",
    ]);
  });
  it("are not known of what no package declares", () => {
    for (const token of [
      "acme:index:Thing",
      "aws:ec2/getNothing:getNothing",
      "aws:../../../package:json",
      "",
      "x",
      "aws::",
    ]) {
      assert.equal(declared.ofFunction(token), undefined, token);
      assert.equal(declared.ofResource(token), undefined, token);
    }
  });
});

describe("default providers", () => {
  const where = { stack: "dev", project: "app", config: { "aws:region": "eu-west-1", "app:x": "1" } };

  it("are one a package and version, configured by the stack's settings", () => {
    const providers = new DefaultProviders(where);
    const urn = "urn:pulumi:dev::app::pulumi:providers:aws::default_7_48_0";
    assert.equal(providers.reference("aws", "7.48.0"), `${urn}::${uuidOf(urn)}`);
    assert.equal(providers.reference("aws", "7.48.0"), providers.reference("aws", "7.48.0"));
    assert.equal(providers.reference("random", "").split("::")[3], "default");
    assert.deepEqual(
      providers.resources().map(({ urn: made, inputs }) => [made.split("::")[3], inputs["region"]]),
      [
        ["default_7_48_0", "eu-west-1"],
        ["default", undefined],
      ],
    );
  });
});
