import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import {
  resolveRetainedLogGroup,
  RetainedLogGroup,
  type RetainedLogGroupArgs,
} from "../../../components/logs/retained-log-group";
import { type DataIdentifier } from "../../../facts/logs/data-identifiers";
import { record, type Recording } from "../recorder";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const KEY_ARN = "arn:aws:kms:eu-central-1:123456789012:key/1";

describe("A RetainedLogGroup", () => {
  it("is a log group alone, encrypted, bounded by its class's default and hard to delete", async () => {
    const made = await group({});
    assert.deepEqual(made.children(), ["ai-governance-baseline:index:RetainedLogGroup logs", `${GROUP} logs`]);
    assert.deepEqual(made.inputs(GROUP, "logs"), {
      name: "/company/logs",
      retentionInDays: 400,
      kmsKeyId: KEY_ARN,
      deletionProtectionEnabled: true,
    });
    assert.equal(made.registration(GROUP, "logs").protect, true);
  });

  for (const [retentionClass, days] of [
    ["audit", 400],
    ["prompts", 90],
    ["kubernetes", 400],
    ["application", 90],
  ] as const) {
    it(`of class ${retentionClass} keeps events for ${days} days when nothing is said`, async () => {
      const made = await group({ retentionClass });
      assert.equal(made.inputs(GROUP, "logs")["retentionInDays"], days);
    });
  }

  it("keeps events for the days given, an Output's too", async () => {
    assert.equal((await group({ retentionDays: 731 })).inputs(GROUP, "logs")["retentionInDays"], 731);
    const made = await group({ retentionDays: pulumi.output(545 as const) });
    assert.equal(made.inputs(GROUP, "logs")["retentionInDays"], 545);
  });

  it("refuses a period outside its class at once, and an Output's when it resolves", async () => {
    const refusal =
      'RetainedLogGroup "logs": retentionDays is 180. Allowed: 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 (days, retention class "audit"). Choose one of them: audit evidence is kept for a year at least.';
    await assert.rejects(group({ retentionDays: 180 }), { message: refusal });
    await assert.rejects(group({ retentionDays: pulumi.output(180 as const) }), (error: Error) => {
      // The SDK puts the path of the input in front of what an Output rejects with.
      assert.equal(error.message.slice(-refusal.length), refusal);
      return true;
    });
  });

  it("may be loosened by name", async () => {
    const made = await group({ forceDestroy: true, protect: false });
    assert.equal(made.inputs(GROUP, "logs")["deletionProtectionEnabled"], false);
    assert.equal(made.registration(GROUP, "logs").protect, false);
    const kept = await group({ protect: false });
    assert.equal(kept.inputs(GROUP, "logs")["deletionProtectionEnabled"], true);
    assert.equal(kept.registration(GROUP, "logs").protect, false);
  });

  it("may not be destroyed with its events while Pulumi protects it", async () => {
    await assert.rejects(group({ forceDestroy: true }), {
      message:
        'RetainedLogGroup "logs": forceDestroy is true. Allowed: false, unless protect is false. Set protect to false as well, ' +
        "or remove forceDestroy.",
    });
  });

  it("has the stream, the subscription and the data protection that it is given, in the given region", async () => {
    const made = await group({
      region: "us-east-1",
      stream: "main",
      subscription: { destinationArn: "arn:aws:firehose:us-east-1:123456789012:deliverystream/s", roleArn: "arn:role" },
      dataProtection: { identifiers: ["EmailAddress", "PhoneNumber-DE"] },
    });
    assert.deepEqual(made.children(), [
      "ai-governance-baseline:index:RetainedLogGroup logs",
      "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy logs-data-protection",
      `${GROUP} logs`,
      "aws:cloudwatch/logStream:LogStream logs-stream",
      "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter logs-subscription",
    ]);
    assert.deepEqual(made.inputs("aws:cloudwatch/logStream:LogStream", "logs-stream"), {
      name: "main",
      logGroupName: "/company/logs",
      region: "us-east-1",
    });
    assert.deepEqual(made.inputs("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "logs-subscription"), {
      name: "logs-subscription",
      logGroup: "/company/logs",
      destinationArn: "arn:aws:firehose:us-east-1:123456789012:deliverystream/s",
      roleArn: "arn:role",
      filterPattern: "",
      region: "us-east-1",
    });
    const type = "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy";
    const { policyDocument, ...inputs } = made.inputs(type, "logs-data-protection");
    assert.deepEqual(inputs, { logGroupName: "/company/logs", region: "us-east-1" });
    assert.match(String(policyDocument), /data-identifier\/PhoneNumber-DE/);
  });

  it("refuses data protection of nothing, and of what CloudWatch Logs does not know", async () => {
    const identifiers = (...given: string[]) => group({ dataProtection: { identifiers: given as DataIdentifier[] } }); // Wrong on purpose.
    await assert.rejects(
      identifiers(),
      /^Error: RetainedLogGroup "logs": dataProtection\.identifiers is \[\]\. Allowed: one or more of AwsSecretKey, /,
    );
    await assert.rejects(identifiers("EmailAddress", "Email"), (error: Error) => {
      assert.match(error.message, /^RetainedLogGroup "logs": dataProtection\.identifiers is \["Email"\]\. Allowed: /);
      assert.match(error.message, /Name the kinds of data to mask, or leave dataProtection out to mask nothing\.$/);
      return true;
    });
  });

  for (const logGroupName of ["", "a b", "a:b", "a".repeat(513)]) {
    it(`may not be named ${JSON.stringify(logGroupName.slice(0, 10))} (${logGroupName.length} characters)`, async () => {
      await assert.rejects(group({ logGroupName }), {
        message: `RetainedLogGroup "logs": logGroupName is "${logGroupName}". Allowed: 1 to 512 letters, digits and . - _ / #. Choose a name of those characters.`,
      });
    });
  }

  it("may have a name of 512 characters", async () => {
    assert.equal((await group({ logGroupName: "a".repeat(512) })).inputs(GROUP, "logs")["name"], "a".repeat(512));
  });

  it("tells its ARN without a trailing wildcard", async () => {
    let arn: pulumi.Output<string> | undefined;
    await record(() => {
      arn = new RetainedLogGroup("logs", args({})).logGroupArn;
    });
    let told = "";
    arn?.apply((value) => (told = value));
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(told, "arn:aws:logs:eu-central-1:123456789012:log-group:/company/logs");
  });
});

describe("The options of a RetainedLogGroup", () => {
  it("are complete when only the necessary ones are given", () => {
    assert.deepEqual(resolveRetainedLogGroup("logs", args({})), {
      logGroupName: "/company/logs",
      retentionDays: 400,
      keyArn: KEY_ARN,
      deletionProtection: true,
      stream: undefined,
      subscription: undefined,
      dataProtection: undefined,
    });
  });
});

function args(given: Partial<RetainedLogGroupArgs>): RetainedLogGroupArgs {
  return { logGroupName: "/company/logs", retentionClass: "audit", keyArn: KEY_ARN, ...given };
}

function group(given: Partial<RetainedLogGroupArgs>): Promise<Recording> {
  return record(() => void new RetainedLogGroup("logs", args(given)));
}
