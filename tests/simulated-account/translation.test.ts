/** A stack state as a configuration of Terraform: decided on plain data, with a schema of the provider's form. */
import assert from "node:assert/strict";
import type { ResourceState, StackState, WireMap, WireValue } from "../../pulumi/stack-state";
import { ARCHIVE_SIGNATURE, ASSET_SIGNATURE, SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_VALUE } from "../../pulumi/wire";
import { deployedState } from "../support/real-provider/deployed-state";
import { withReferencesByName } from "../support/real-provider/plan-references";
import type { ProviderSchema } from "../support/real-provider/provider-schema";
import { translate } from "../support/real-provider/translation";

const TEXT = { type: "string", optional: true };
const SCHEMA: ProviderSchema = {
  aws_kms_key: { attributes: { arn: { type: "string" }, id: TEXT, key_id: { type: "string" }, description: TEXT } },
  aws_iam_role: { attributes: { arn: { type: "string" }, id: TEXT, name: TEXT, assume_role_policy: TEXT } },
  aws_config_config_rule: {
    attributes: { name: TEXT },
    block_types: {
      source: {
        nesting_mode: "list",
        block: {
          attributes: { owner: TEXT },
          block_types: { source_detail: { nesting_mode: "set", block: { attributes: { message_type: TEXT } } } },
        },
      },
    },
  },
  aws_lambda_function: { attributes: { id: TEXT, function_name: TEXT, filename: TEXT } },
  aws_sns_topic: { attributes: { arn: { type: "string" }, id: TEXT, name: TEXT, kms_master_key_id: TEXT } },
  aws_cloudwatch_metric_alarm: {
    attributes: {
      alarm_name: TEXT,
      alarm_actions: { type: ["set", "string"] },
      metric_query: { nested_type: { nesting_mode: "single", attributes: { query_id: TEXT } } },
    },
  },
};

const KEY_ID = "0d3a7f2e-55c1-4a11-9f7f-6d4f3b1d2a10";
const KEY_ARN = `arn:aws:kms:eu-central-1:111122223333:key/${KEY_ID}`;
const KEY = resource(
  "aws:kms/key:Key",
  "key",
  { description: "d" },
  { id: KEY_ID, outputs: { keyId: KEY_ID, arn: KEY_ARN } },
);

describe("a stack state as a configuration of Terraform", () => {
  it("has Terraform's types and arguments, with the region as a provider", () => {
    const rule = resource("aws:cfg/rule:Rule", "the rule@1", {
      name: "rule",
      region: "us-east-1",
      source: { owner: "CUSTOM_POLICY", sourceDetails: [{ messageType: "m" }] },
    });
    assert.deepEqual(bodies(rule), {
      aws_config_config_rule: {
        the_rule_1: {
          name: "rule",
          source: [{ owner: "CUSTOM_POLICY", source_detail: [{ message_type: "m" }] }],
          provider: "aws.us-east-1",
          depends_on: [],
        },
      },
    });
  });

  it("has the names that were changed by hand, and attributes that hold objects", () => {
    const alarm = resource("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", {
      name: "a",
      alarmActions: ["x"],
      metricQuery: { queryId: "q" },
    });
    assert.deepEqual(body(alarm), { alarm_name: "a", alarm_actions: ["x"], metric_query: { query_id: "q" } });
  });

  it("has the file of an archive of texts, and what goes into it", () => {
    const text = (content: string) => ({
      [SIGNATURE_KEY]: ASSET_SIGNATURE,
      text: content,
    });
    const code = {
      [SIGNATURE_KEY]: ARCHIVE_SIGNATURE,
      assets: { "index.js": text("exports.handler = () => `${1}`;") },
    };
    const checks = resource("aws:lambda/function:Function", "checks", { name: "checks", code });
    const { configuration, archives } = translate(state(checks), SCHEMA);
    assert.deepEqual(configuration["resource"], {
      aws_lambda_function: {
        checks: { function_name: "checks", filename: "checks-code.zip", provider: "aws.eu-central-1", depends_on: [] },
      },
    });
    assert.deepEqual([...archives], [["checks-code.zip", { "index.js": "exports.handler = () => `${1}`;" }]]);
  });

  it("names every property that the provider does not know, wherever it stands, and every type", () => {
    const rule = resource("aws:cfg/rule:Rule", "rule", { mode: "x", source: { owner: "AWS", newer: true } });
    const future = resource("aws:bedrock/future:Future", "future", {});
    const { leftOut, unknown } = translate(state(rule, future), SCHEMA);
    assert.deepEqual(
      leftOut.map(({ resource: { urn }, property }) => [urn, property]),
      [
        [rule.urn, "mode"],
        [rule.urn, "source.newer"],
      ],
    );
    assert.deepEqual(
      unknown.map(({ type }) => type),
      ["aws:bedrock/future:Future"],
    );
  });

  it("refers to what only the account can say, whole or within a text, and to no text that was given", () => {
    const topic = resource(
      "aws:sns/topic:Topic",
      "topic",
      { kmsMasterKeyId: KEY_ARN, name: `of ${KEY_ID}, d` },
      { dependencies: [KEY.urn], propertyDependencies: { kmsMasterKeyId: [KEY.urn] } },
    );
    const { configuration } = translate(state(KEY, topic), SCHEMA);
    assert.deepEqual((configuration["resource"] as WireMap)["aws_sns_topic"], {
      topic: {
        kms_master_key_id: "${aws_kms_key.key.arn}",
        name: "of ${aws_kms_key.key.id}, d",
        provider: "aws.eu-central-1",
        depends_on: ["aws_kms_key.key"],
      },
    });
  });

  it("keeps what Terraform would read as a template", () => {
    assert.deepEqual(body(resource("aws:sns/topic:Topic", "t", { name: "${aws:username} %{if}" })), {
      name: "$${aws:username} %%{if}",
    });
  });

  it("has the automatic name that Pulumi's provider makes up", () => {
    const outputs = { name: "role-100d012" };
    assert.deepEqual(body(resource("aws:iam/role:Role", "role", {}, { outputs })), { name: "role-100d012" });
  });

  it("opens secrets, and refuses what only an update can know", () => {
    const secret = (value: WireValue): WireMap => ({ [SIGNATURE_KEY]: SECRET_SIGNATURE, value });
    assert.deepEqual(body(resource("aws:sns/topic:Topic", "t", { name: secret("hidden") })), { name: "hidden" });
    assert.throws(
      () => body(resource("aws:sns/topic:Topic", "t", { name: UNKNOWN_VALUE })),
      /only known after an update/,
    );
  });

  it("has a provider for each region, with the settings of the stack's own", () => {
    const topic = resource("aws:sns/topic:Topic", "t", { region: "us-east-1" });
    const { aws } = translate(state(topic), SCHEMA).configuration["provider"] as { aws: readonly WireMap[] };
    assert.deepEqual(
      aws.map(({ alias, region, allowed_account_ids, default_tags }) => [
        alias,
        region,
        allowed_account_ids,
        default_tags,
      ]),
      ["eu-central-1", "us-east-1"].map((region) => [region, region, ["111122223333"], [{ tags: { owner: "ai" } }]]),
    );
  });

  it("leaves out what is only read, and what is not AWS's", () => {
    const read = { ...resource("aws:sns/topic:Topic", "t", {}), external: true };
    const component = { ...resource("aws:sns/topic:Topic", "t", {}), custom: false };
    assert.deepEqual(bodies(read, component, resource("kubernetes:core/v1:Pod", "pod", {})), {});
  });
});

describe("the plan of a stack", () => {
  const planned = [
    { address: "aws_s3_bucket.b", values: { id: "evidence" } },
    { address: "aws_s3_bucket.other", values: { id: "evidence" } },
    { address: "aws_kms_key.k", values: { id: "key" } },
  ];
  const refersTo = (expressions: object, ...dependencies: readonly string[]): object => {
    const configured = { address: "aws_s3_bucket_policy.p", expressions: { ...expressions }, depends_on: dependencies };
    const plan = withReferencesByName({
      planned_values: { root_module: { resources: planned } },
      configuration: { root_module: { resources: [configured] } },
    });
    return plan.configuration.root_module.resources[0]?.expressions ?? {};
  };

  it("refers to what a resource waits for, where an argument is its id", () => {
    const bucket = { constant_value: "evidence" };
    assert.deepEqual(refersTo({ bucket, policy: { constant_value: "p" } }, "aws_s3_bucket.b", "aws_kms_key.k"), {
      bucket: { constant_value: "evidence", references: ["aws_s3_bucket.b.id", "aws_s3_bucket.b"] },
      policy: { constant_value: "p" },
    });
  });

  it("refers to nothing else", () => {
    const expressions = { bucket: { constant_value: "evidence" }, count: { constant_value: 1 }, rule: [{}] };
    assert.deepEqual(refersTo(expressions), expressions);
    assert.deepEqual(refersTo(expressions, "aws_kms_key.k", "aws_s3_bucket.absent"), expressions);
  });
});

describe("the state of a deployed stack", () => {
  it("has the account's own identities, wherever the preview's stood", () => {
    const own = {
      key_id: "own-id",
      id: "own-id",
      arn: "arn:aws:kms:eu-central-1:111122223333:key/own-id",
      policy: "p",
    };
    const topic = resource("aws:sns/topic:Topic", "topic", { kmsMasterKeyId: KEY_ARN });
    const applied = new Map([[KEY.urn, { type: "aws_kms_key", values: own }]]);
    const deployed = deployedState(
      state(KEY, topic),
      { applied, rejected: [], leftOut: [], unknown: [], newer: [] },
      SCHEMA,
    );
    const [, key, after] = deployed.deployment.resources;
    assert.equal(key?.id, "own-id");
    assert.deepEqual(key.outputs, { keyId: "own-id", arn: own.arn, policy: "p" });
    assert.deepEqual(after?.inputs, { kmsMasterKeyId: own.arn });
  });
});

function resource(
  type: string,
  name: string,
  inputs: WireMap,
  rest: Partial<Pick<ResourceState, "id" | "outputs" | "dependencies" | "propertyDependencies">> = {},
): ResourceState {
  return { urn: `urn:pulumi:dev::project::${type}::${name}`, type, custom: true, inputs, outputs: {}, ...rest };
}

function state(...resources: readonly ResourceState[]): StackState {
  const provider = resource("pulumi:providers:aws", "default", {
    region: "eu-central-1",
    allowedAccountIds: '["111122223333"]',
    defaultTags: '{"tags":{"owner":"ai"}}',
  });
  const manifest = { time: "", magic: "", version: "" };
  return { version: 3, deployment: { manifest, resources: [provider, ...resources] } };
}

function bodies(...resources: readonly ResourceState[]): WireValue | undefined {
  return translate(state(...resources), SCHEMA).configuration["resource"];
}

/** The arguments of the only resource. */
function body(only: ResourceState): object {
  const [named = {}] = Object.values(bodies(only) as Record<string, Record<string, WireMap>>); // that is what it makes
  const { provider: _, depends_on: __, ...values } = Object.values(named)[0] ?? {};
  return values;
}
