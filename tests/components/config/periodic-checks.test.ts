import assert from "node:assert/strict";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import {
  PeriodicChecks,
  type PeriodicChecksArgs,
  resolvePeriodicChecks,
} from "../../../components/config/periodic-checks";
import { LOGGED_CONTENT_MODES } from "../../../facts/bedrock/content-modes";
import { CODE } from "../../../functions/bundles/config-checks";
import { parseParameters } from "../../../functions/config-checks/parameters";
import { PLACE, record, type Recording } from "../recorder";

const COMPONENT = "ai-governance-baseline:index:";
const FUNCTION = "aws:lambda/function:Function";
const PERMISSION = "aws:lambda/permission:Permission";
const ROLE = "aws:iam/role:Role";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const RULE = "aws:cfg/rule:Rule";
const KEY_ARN = `arn:aws:kms:${PLACE.region}:${PLACE.accountId}:key/1`;
const LOGGED = { content: "redacted", logGroupName: "/ai-governance/calls" } as const;

describe("PeriodicChecks", () => {
  it("are a function with its log, its key and its role, and two rules", async () => {
    const made = await checks({ invocationLogging: LOGGED });
    assert.deepEqual(
      made.children(),
      [
        `${COMPONENT}PeriodicChecks checks`,
        `${COMPONENT}CustomerManagedKey checks-key`,
        "aws:kms/key:Key checks-key",
        "aws:kms/alias:Alias checks-key-alias",
        `${COMPONENT}RetainedLogGroup checks-log-group`,
        "aws:cloudwatch/logGroup:LogGroup checks-log-group",
        `${ROLE} checks-role`,
        `${ROLE_POLICY} checks-role-policy`,
        `${FUNCTION} checks`,
        `${PERMISSION} checks-permission`,
        `${RULE} checks-invocation-logging`,
        `${RULE} checks-ai-log-retention`,
      ].sort(),
    );
  });

  it("leave the logging of invocations alone where it is not told of, and take a key that exists", async () => {
    const made = await checks({ key: { existing: { arn: KEY_ARN } } });
    assert.deepEqual(
      made.children().filter((child) => child.startsWith(RULE) || child.includes("kms")),
      [`${RULE} checks-ai-log-retention`],
    );
    assert.equal(made.inputs("aws:cloudwatch/logGroup:LogGroup", "checks-log-group")["kmsKeyId"], KEY_ARN);
  });

  it("run the bundle, with a bounded share of the account's calls, after the role may do what it has to", async () => {
    const made = await checks({});
    const { code, ...inputs } = made.inputs(FUNCTION, "checks");
    assert.deepEqual(inputs, {
      name: "checks",
      description: "Checks for AWS Config what it does not record",
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      role: `arn:aws:iam:${PLACE.region}:${PLACE.accountId}:role/checks-role`,
      memorySize: 256,
      timeout: 60,
      reservedConcurrentExecutions: 2,
      loggingConfig: { logFormat: "JSON", logGroup: "/aws/lambda/checks" },
    });
    assert.ok(code instanceof pulumi.asset.AssetArchive);
    const file = (await code.assets)["index.js"];
    assert.ok(file instanceof pulumi.asset.StringAsset);
    assert.equal(await file.text, CODE);
    assert.deepEqual(made.registration(FUNCTION, "checks").dependsOn, [
      `${ROLE_POLICY} checks-role-policy`,
      `${COMPONENT}RetainedLogGroup checks-log-group`,
    ]);
  });

  it("may read what they are about, write their own log and report, and nothing else", async () => {
    const made = await checks({});
    const { Statement } = JSON.parse(String(made.inputs(ROLE_POLICY, "checks-role-policy")["policy"])) as {
      Statement: readonly object[]; // a policy document
    };
    const logs = `arn:aws:logs:${PLACE.region}:${PLACE.accountId}:log-group:`;
    assert.deepEqual(Statement, [
      {
        Sid: "WriteLogStreams",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${logs}/aws/lambda/checks:log-stream:*`,
      },
      {
        Sid: "ReadInvocationLoggingAndReport",
        Effect: "Allow",
        Action: ["bedrock:GetModelInvocationLoggingConfiguration", "config:PutEvaluations"],
        Resource: "*",
      },
      { Sid: "ListLogGroups", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: `${logs}*` },
    ]);
    const { assumeRolePolicy } = made.inputs(ROLE, "checks-role");
    assert.match(
      String(assumeRolePolicy),
      /"Principal":\{"Service":"lambda\.amazonaws\.com"\},"Action":"sts:AssumeRole"/,
    );
  });

  it("let AWS Config of this account call them, and no other", async () => {
    assert.deepEqual((await checks({ region: "us-east-1" })).inputs(PERMISSION, "checks-permission"), {
      statementId: "ConfigCallsPeriodicChecks",
      action: "lambda:InvokeFunction",
      function: "checks",
      principal: "config.amazonaws.com",
      sourceAccount: PLACE.accountId,
      region: "us-east-1",
    });
  });

  it("are asked once a day, after AWS Config may call and records", async () => {
    const made = await record(() => {
      const recorder = new aws.cfg.Recorder("recorder", { roleArn: "arn:aws:iam::123456789012:role/config" });
      new PeriodicChecks("checks", { invocationLogging: LOGGED, recorder });
    });
    const { inputParameters, ...inputs } = made.inputs(RULE, "checks-invocation-logging");
    assert.deepEqual(inputs, {
      name: "checks-invocation-logging",
      description:
        "Non-compliant: Model invocations are not logged as declared, or audio is logged otherwise than the content mode says",
      source: {
        owner: "CUSTOM_LAMBDA",
        sourceIdentifier: `arn:aws:lambda:${PLACE.region}:${PLACE.accountId}:function/checks`,
        sourceDetails: [{ messageType: "ScheduledNotification", maximumExecutionFrequency: "TwentyFour_Hours" }],
      },
    });
    assert.deepEqual(JSON.parse(String(inputParameters)), {
      check: "invocation-logging",
      delivered: "text",
      notDelivered: "image,embedding,video,audio",
      logGroupName: "/ai-governance/calls",
    });
    assert.deepEqual(made.registration(RULE, "checks-invocation-logging").dependsOn, [
      `${PERMISSION} checks-permission`,
      "aws:cfg/recorder:Recorder recorder",
    ]);
    assert.equal(
      made.inputs(RULE, "checks-ai-log-retention")["inputParameters"],
      '{"check":"log-retention","prefixes":"/aws/bedrock,/aws/sagemaker,/aws/vendedlogs/bedrock,/ai-governance","minimumDays":"30","maximumDays":"400"}',
    );
  });

  it("ask for a month of every log group, and for a day where whole records go after one", () => {
    const asked = LOGGED_CONTENT_MODES.map((content) => {
      const rules = resolvePeriodicChecks("checks", { invocationLogging: { content } }).rules;
      return rules.at(-1)?.parameters["minimumDays"];
    });
    assert.deepEqual(asked, ["30", "1", "30", "30"]);
  });

  it("give the function parameters that it understands, in every content mode", () => {
    const asked = LOGGED_CONTENT_MODES.map((content) => {
      const [rule] = resolvePeriodicChecks("checks", { invocationLogging: { content } }).rules;
      return [content, parseParameters(JSON.stringify(rule?.parameters))];
    });
    const check = "invocation-logging";
    assert.deepEqual(asked, [
      ["metadata-only", { check, delivered: [], notDelivered: ["text", "image", "embedding", "video", "audio"] }],
      ["sampled", { check, delivered: ["text", "image", "embedding", "video", "audio"], notDelivered: [] }],
      ["redacted", { check, delivered: ["text"], notDelivered: ["image", "embedding", "video", "audio"] }],
      ["full", { check, delivered: ["text", "image", "embedding", "video", "audio"], notDelivered: [] }],
    ]);
  });

  it("reserve nothing where an account has nothing to reserve", async () => {
    const inputs = (await checks({ reservedConcurrency: "none" })).inputs(FUNCTION, "checks");
    assert.equal("reservedConcurrentExecutions" in inputs, false);
  });

  for (const [title, args, message] of [
    ["retention of no days", { minimumRetentionDays: 0 }, /minimumRetentionDays is 0\./],
    ["retention beyond CloudWatch Logs' longest", { maximumRetentionDays: 3654 }, /maximumRetentionDays is 3654\./],
    [
      "bounds in the wrong order",
      { minimumRetentionDays: 90, maximumRetentionDays: 30 },
      /minimumRetentionDays is 90\. Allowed: at most maximumRetentionDays, 30\./,
    ],
    ["no prefixes", { logGroupPrefixes: [] }, /logGroupPrefixes is \[\]\./],
    ["a prefix with a comma", { logGroupPrefixes: ["/aws/a,/aws/b"] }, /logGroupPrefixes is/],
    ["a reservation of nothing", { reservedConcurrency: 0 }, /reservedConcurrency is 0\./],
    ["a reservation beyond measure", { reservedConcurrency: 101 }, /reservedConcurrency is 101\./],
    [
      "protection of a key that exists",
      { key: { existing: { arn: KEY_ARN } }, breakGlassPrincipals: ["arn:aws:iam::123456789012:role/r"] },
      /breakGlassPrincipals/,
    ],
  ] as const) {
    it(`refuse ${title}`, () => {
      assert.throws(() => resolvePeriodicChecks("checks", args), message);
    });
  }
});

function checks(args: PeriodicChecksArgs): Promise<Recording> {
  return record(() => new PeriodicChecks("checks", args));
}
