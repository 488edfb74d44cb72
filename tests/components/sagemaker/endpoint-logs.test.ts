import assert from "node:assert/strict";

import { EndpointLogs, type EndpointLogsArgs } from "../../../components/sagemaker/endpoint-logs";
import { MASKED_IDENTIFIERS } from "../../../facts/logs/data-identifiers";
import { PLACE, record, type Recording } from "../recorder";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const KEY = "aws:kms/key:Key";
const MASKING = "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy";

describe("EndpointLogs", () => {
  it("are a key, and a masked log group for each endpoint", async () => {
    assert.deepEqual(
      (await logs({})).children(),
      [
        "ai-governance-baseline:index:CustomerManagedKey endpoints-key",
        "ai-governance-baseline:index:EndpointLogs endpoints",
        ...["claims-triage", "ranking"].flatMap((name) => [
          `ai-governance-baseline:index:RetainedLogGroup endpoints-${name}`,
          `${LOG_GROUP} endpoints-${name}`,
          `${MASKING} endpoints-${name}-data-protection`,
        ]),
        "aws:kms/alias:Alias endpoints-key-alias",
        `${KEY} endpoints-key`,
      ].sort(),
    );
  });

  it("have the names by which SageMaker finds them, and are kept for a bounded time", async () => {
    const made = await logs({ retentionDays: 30, piiIdentifiers: [], region: "us-east-1" });
    const { name, retentionInDays, deletionProtectionEnabled, region } = made.inputs(LOG_GROUP, "endpoints-ranking");
    assert.deepEqual(
      [name, retentionInDays, deletionProtectionEnabled, region],
      ["/aws/sagemaker/Endpoints/ranking", 30, true, "us-east-1"],
    );
    assert.ok(!made.children().some((child) => child.startsWith(MASKING)));
    assert.equal((await logs({})).inputs(LOG_GROUP, "endpoints-ranking")["retentionInDays"], 90);
  });

  it("mask personal data and secrets of every country unless told otherwise", async () => {
    const { policyDocument } = (await logs({})).inputs(MASKING, "endpoints-ranking-data-protection");
    assert.ok(MASKED_IDENTIFIERS.basic.every((identifier) => String(policyDocument).includes(`/${identifier}"`)));
  });

  it("let CloudWatch Logs use the key for these log groups alone", async () => {
    const policy = JSON.parse(String((await logs({})).inputs(KEY, "endpoints-key")["policy"])) as {
      readonly Statement: readonly { readonly Principal: unknown; readonly Condition?: unknown }[];
    };
    const ofLogs = policy.Statement.filter(({ Principal }) => JSON.stringify(Principal).includes("logs."));
    const groups = ["claims-triage", "ranking"].map(
      (name) => `arn:aws:logs:${PLACE.region}:${PLACE.accountId}:log-group:/aws/sagemaker/Endpoints/${name}`,
    );
    assert.equal(ofLogs.length, 1);
    assert.ok(groups.every((group) => JSON.stringify(ofLogs[0]?.Condition).includes(`"${group}"`)));
  });

  const refused: Readonly<Record<string, Partial<EndpointLogsArgs>>> = {
    "no endpoint": { endpoints: [] },
    "an endpoint twice": { endpoints: ["ranking", "ranking"] },
    "what is no name": { endpoints: ["ranking-"] },
    "a name of 64 characters": { endpoints: ["a".repeat(64)] },
  };
  for (const [what, args] of Object.entries(refused)) {
    it(`refuse ${what}`, async () => {
      await assert.rejects(logs(args), /endpoints is .* Allowed: names of one or more endpoints, each once/);
    });
  }

  for (const [days, isTaken] of [
    [14, false],
    [30, true],
    [400, true],
    [545, false],
  ] as const) {
    it(`${isTaken ? "take" : "refuse"} a retention of ${days} days`, async () => {
      const made = logs({ retentionDays: days });
      await (isTaken ? made : assert.rejects(made, /retentionDays is /));
    });
  }
});

function logs(args: Partial<EndpointLogsArgs>): Promise<Recording> {
  return record(() => void new EndpointLogs("endpoints", { endpoints: ["claims-triage", "ranking"], ...args }));
}
