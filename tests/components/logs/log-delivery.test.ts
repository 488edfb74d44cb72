import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { LogDelivery, type LogDeliveryArgs, resolveLogDelivery } from "../../../components/logs/log-delivery";
import { MASKED_IDENTIFIERS } from "../../../facts/logs/data-identifiers";
import { PLACE, record, type Recording } from "../recorder";

const REGION = PLACE.region;
const HERE = `${REGION}:${PLACE.accountId}`;
const DOCUMENTS = `arn:aws:bedrock:${HERE}:knowledge-base/ABCDEFGHIJ`;
const AGENT = `arn:aws:bedrock-agentcore:${HERE}:runtime/agent-a1b2c3d4e5`;
const GROUP = "/aws/vendedlogs/bedrock/ai";
const SOURCE = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const DESTINATION = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";
const DELIVERY = "aws:cloudwatch/logDelivery:LogDelivery";
const POLICY = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const MASKING = "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy";
const RETAINED = "ai-governance-baseline:index:RetainedLogGroup";
const KEY = { existing: { arn: `arn:aws:kms:${HERE}:key/00000000-0000-4000-8000-000000000000` } };

function options(args: Partial<LogDeliveryArgs> = {}): LogDeliveryArgs {
  return {
    resources: { documents: { kind: "knowledge-base", arn: DOCUMENTS }, agent: { kind: "runtime", arn: AGENT } },
    region: REGION,
    ...args,
  };
}

function delivered(args: Partial<LogDeliveryArgs> = {}): Promise<Recording> {
  return record(() => new LogDelivery("ai", options(args)));
}

const CHILDREN_WITHOUT_KEY = [
  "ai-governance-baseline:index:LogDelivery ai",
  `${RETAINED} ai-log-group`,
  `${DELIVERY} ai-agent-delivery`,
  `${DELIVERY} ai-agent-usage-delivery`,
  `${DELIVERY} ai-documents-delivery`,
  `${DESTINATION} ai-destination`,
  `${SOURCE} ai-agent-source`,
  `${SOURCE} ai-agent-usage-source`,
  `${SOURCE} ai-documents-source`,
  `${MASKING} ai-log-group-data-protection`,
  `${LOG_GROUP} ai-log-group`,
  `${POLICY} ai-policy`,
];

describe("LogDelivery", () => {
  it("is a key, a log group that is open to log delivery, a destination, and a source and a delivery of each log type", async () => {
    assert.deepEqual(
      (await delivered()).children(),
      [
        ...CHILDREN_WITHOUT_KEY,
        "ai-governance-baseline:index:CustomerManagedKey ai-key",
        "aws:kms/alias:Alias ai-key-alias",
        "aws:kms/key:Key ai-key",
      ].sort(),
    );
  });

  it("makes no key where one exists, and no policy that masks where nothing is to be masked", async () => {
    const made = await delivered({ key: KEY, piiIdentifiers: [] });
    assert.deepEqual(made.children(), CHILDREN_WITHOUT_KEY.filter((child) => !child.startsWith(MASKING)).sort());
    assert.equal(made.inputs(LOG_GROUP, "ai-log-group")["kmsKeyId"], KEY.existing.arn);
  });

  it("keeps the log group as long as prompts, protected, and masks what every country has", async () => {
    const made = await delivered({ key: KEY });
    assert.deepEqual(made.inputs(LOG_GROUP, "ai-log-group"), {
      name: GROUP,
      retentionInDays: 90,
      kmsKeyId: KEY.existing.arn,
      deletionProtectionEnabled: true,
      region: REGION,
    });
    assert.equal(made.registration(LOG_GROUP, "ai-log-group").protect, true);
    const text = JSON.stringify(made.document(MASKING, "ai-log-group-data-protection", "policyDocument"));
    for (const identifier of MASKED_IDENTIFIERS.basic) {
      assert.ok(text.includes(`/${identifier}"`), identifier);
    }
    const longer = await delivered({ retentionDays: 30 });
    assert.equal(longer.inputs(LOG_GROUP, "ai-log-group")["retentionInDays"], 30);
  });

  it("lets AWS's log delivery write to that log group for this account, and to no other", async () => {
    const made = await delivered();
    assert.deepEqual(made.document(POLICY, "ai-policy", "policyDocument"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "LogDeliveryWrites",
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `arn:aws:logs:${HERE}:log-group:${GROUP}:log-stream:*`,
          Condition: {
            StringEquals: { "aws:SourceAccount": PLACE.accountId },
            ArnLike: { "aws:SourceArn": `arn:aws:logs:${HERE}:*` },
          },
        },
      ],
    });
    assert.equal(made.inputs(POLICY, "ai-policy")["policyName"], "ai");
  });

  it("has a source of each log type that AWS delivers to log groups, under names that AWS takes", async () => {
    const made = await delivered();
    assert.deepEqual(made.inputs(SOURCE, "ai-documents-source"), {
      name: "ai-documents",
      logType: "APPLICATION_LOGS",
      resourceArn: DOCUMENTS,
      region: REGION,
    });
    assert.deepEqual(made.inputs(SOURCE, "ai-agent-usage-source"), {
      name: "ai-agent-usage",
      logType: "USAGE_LOGS",
      resourceArn: AGENT,
      region: REGION,
    });
  });

  it("delivers each source to the log group, once it is masked and open", async () => {
    const made = await delivered();
    assert.deepEqual(made.inputs(DESTINATION, "ai-destination"), {
      name: "ai",
      deliveryDestinationConfiguration: { destinationResourceArn: `arn:aws:logs:${HERE}:log-group:${GROUP}` },
      region: REGION,
    });
    assert.deepEqual(made.registration(DESTINATION, "ai-destination").dependsOn, [`${RETAINED} ai-log-group`]);
    for (const name of ["documents", "agent", "agent-usage"]) {
      const { inputs, dependsOn } = made.registration(DELIVERY, `ai-${name}-delivery`);
      assert.equal(inputs["deliverySourceName"], `ai-${name}`);
      assert.equal(inputs["region"], REGION);
      assert.deepEqual(dependsOn, [`${POLICY} ai-policy`, `${RETAINED} ai-log-group`]);
    }
  });

  it("lets CloudWatch Logs use its key for that log group alone", async () => {
    const policy = (await delivered()).document("aws:kms/key:Key", "ai-key", "policy");
    assert.ok(JSON.stringify(policy).includes(`arn:aws:logs:${HERE}:log-group:${GROUP}"`));
  });

  describe("refuses", () => {
    const REFUSED: Readonly<Record<string, readonly [Partial<LogDeliveryArgs>, RegExp]>> = {
      "no resource": [{ resources: {} }, /resources is \{\}\. Allowed: at least one resource/],
      "an ARN of another kind": [
        { resources: { agent: { kind: "gateway", arn: AGENT } } },
        /resources\.agent\.arn is "arn:.*runtime\/agent-a1b2c3d4e5"\. Allowed: an ARN of the kind gateway/,
      ],
      "an agent instead of its alias": [
        { resources: { agent: { kind: "agent-alias", arn: `arn:aws:bedrock:${HERE}:agent/ABCDEFGHIJ` } } },
        /Allowed: an ARN of the kind agent-alias/,
      ],
      "a name that AWS does not take": [
        { resources: { "my agent": { kind: "runtime", arn: AGENT } } },
        /resources\.my agent is "ai-my agent"\. Allowed: 1 to 60 letters/,
      ],
      "a name that is too long for one of its sources": [
        { resources: { ["a".repeat(52)]: { kind: "runtime", arn: AGENT } } },
        /-usage"\. Allowed: 1 to 60 letters/,
      ],
      "a retention beyond that of prompts": [{ retentionDays: 731 }, /retentionDays is 731/],
      "to protect a key that exists": [
        { key: KEY, breakGlassPrincipals: ["arn:aws:iam::123456789012:role/a"] },
        /breakGlassPrincipals/,
      ],
      "to destroy what is protected": [{ forceDestroy: true }, /forceDestroy is true/],
    };
    for (const [what, [args, message]] of Object.entries(REFUSED)) {
      it(what, () => {
        assert.throws(() => resolveLogDelivery("ai", options(args)), message);
      });
    }

    it("an ARN of another kind that is known later", async () => {
      const resources = { agent: { kind: "gateway", arn: pulumi.output(AGENT) } } as const;
      await assert.rejects(delivered({ resources }), /an ARN of the kind gateway/);
    });
  });

  it("takes a name of sixty characters", () => {
    const shortName = "a".repeat(51);
    resolveLogDelivery("ai", options({ resources: { [shortName]: { kind: "runtime", arn: AGENT } } }));
  });
});
