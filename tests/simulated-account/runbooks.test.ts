/** Runbooks asked of a simulated account, and answers published to it. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { CreateDatabaseCommand, CreateTableCommand, GlueClient } from "@aws-sdk/client-glue";
import { EnableSecurityHubCommand, GetFindingsCommand, SecurityHubClient } from "@aws-sdk/client-securityhub";
import { CreateWorkGroupCommand, AthenaClient } from "@aws-sdk/client-athena";

import { call } from "../runbooks/cases/case";
import { assertRefused, baseline, type Ended, removeTemporaryFolders, temporaryFolder } from "../cli/command";
import { requireSimulatedAccount } from "../support/account-tools";
import { emptyAccount } from "../support/accounts";
import type { SimulatedAccount } from "../support/simulated-account/simulated-account";

const ACCOUNT = "111122223333";
const REGION = "eu-central-1";

describe("Runbooks and an account", function () {
  this.timeout(120_000);
  let account: SimulatedAccount;

  before(async function () {
    requireSimulatedAccount(this);
    account = await emptyAccount(ACCOUNT);
  });
  after(async () => {
    await account.stop();
    removeTemporaryFolders();
  });

  function run(...args: readonly string[]): Promise<Ended> {
    const out = temporaryFolder();
    return baseline(
      ["runbook", "run", "--out", out, "--record", path.join(out, "record"), "--region", REGION, ...args],
      {
        environment: account.environment,
      },
    );
  }

  function logs(): string {
    const folder = temporaryFolder();
    const record = { ...call("cloudtrail", "StopLogging"), eventID: "stopped", eventTime: "2026-11-11T08:00:00Z" };
    fs.writeFileSync(
      path.join(folder, "trail.json"),
      JSON.stringify({ Records: [record, { ...record, eventID: "again" }] }),
    );
    return folder;
  }

  it("publish how many rows each found, also where there is none", async () => {
    const ended = await run("trail-tampered-with", "root-used", "--logs", logs(), "--publish", "metric");
    assert.equal(ended.code, 0, ended.stderr);
    const client = new CloudWatchClient(account.clientSettings(REGION));
    const sumOf = async (category: string, runbook: string): Promise<readonly (number | undefined)[]> => {
      const { Datapoints = [] } = await client.send(
        new GetMetricStatisticsCommand({
          Namespace: "AiGovernanceBaseline/Runbooks",
          MetricName: "Rows",
          Dimensions: [
            { Name: "Category", Value: category },
            { Name: "Runbook", Value: runbook },
          ],
          StartTime: new Date(Date.now() - 3_600_000),
          EndTime: new Date(Date.now() + 3_600_000),
          Period: 7200,
          Statistics: ["Sum"],
        }),
      );
      return Datapoints.map(({ Sum }) => Sum);
    };
    assert.deepEqual(await sumOf("logging-tampering", "trail-tampered-with"), [2]);
    assert.deepEqual(await sumOf("unauthorized-access", "root-used"), [0]);
  });

  it("publish a finding of each that found something, which the next run updates", async () => {
    const client = new SecurityHubClient(account.clientSettings(REGION));
    await client.send(new EnableSecurityHubCommand({}));
    for (const _ of ["first", "second"]) {
      const ended = await run("trail-tampered-with", "root-used", "--logs", logs(), "--publish", "finding");
      assert.equal(ended.code, 0, ended.stderr);
    }
    const { Findings = [] } = await client.send(new GetFindingsCommand({}));
    assert.deepEqual(
      Findings.map(({ Id, Severity, ProductArn, ProductFields }) => [
        Id,
        Severity?.Label,
        ProductArn,
        ProductFields?.["ai-governance-baseline/rows"],
      ]),
      [
        [
          `ai-governance-baseline/runbooks/trail-tampered-with/${ACCOUNT}/${REGION}`,
          "CRITICAL",
          `arn:aws:securityhub:${REGION}:${ACCOUNT}:product/${ACCOUNT}/default`,
          "2",
        ],
      ],
    );
  });

  it("ask Athena by the tables that its database has", async () => {
    const glue = new GlueClient(account.clientSettings(REGION));
    await glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: "evidence" } }));
    await glue.send(new CreateTableCommand({ DatabaseName: "evidence", TableInput: { Name: "cloudtrail_events" } }));
    await new AthenaClient(account.clientSettings(REGION)).send(
      new CreateWorkGroupCommand({
        Name: "evidence",
        Configuration: { ResultConfiguration: { OutputLocation: "s3://results/" } },
      }),
    );
    const columns = ["eventtime", "caller", "calls", "eventid"];
    await fetch(`${account.endpoint}/moto-api/static/athena/query-results`, {
      method: "POST",
      body: JSON.stringify({
        account_id: ACCOUNT,
        region: REGION,
        results: [
          {
            rows: [
              { Data: columns.map((VarCharValue) => ({ VarCharValue })) },
              {
                Data: [
                  { VarCharValue: "2026-11-11T08:00:00Z" },
                  {},
                  { VarCharValue: "3" },
                  { VarCharValue: "stopped" },
                ],
              },
            ],
            column_info: columns.map((Name) => ({
              ...{ CatalogName: "hive", SchemaName: "", TableName: "", Label: Name, Precision: 0, Scale: 0 },
              ...{ Name, Type: Name === "calls" ? "bigint" : "varchar", Nullable: "UNKNOWN", CaseSensitive: true },
            })),
          },
        ],
      }),
    });
    const archive = ["--athena", "evidence", "--database", "evidence", "--format", "json"];
    const { code, stdout, stderr } = await run("trail-tampered-with", "cluster-shells-opened", ...archive);
    assert.equal(code, 0, stderr);
    const { engine, runbooks } = JSON.parse(stdout) as {
      readonly engine: string;
      readonly runbooks: readonly {
        readonly id: string;
        readonly rows: readonly object[];
        readonly notAsked: string | null;
      }[];
    }; // the form that its own tests hold
    assert.equal(engine, "Athena");
    assert.deepEqual(
      runbooks.map(({ id, rows, notAsked }) => [id, rows, notAsked]),
      [
        [
          "trail-tampered-with",
          [{ eventtime: "2026-11-11T08:00:00Z", caller: null, calls: 3, eventID: "stopped" }],
          null,
        ],
        ["cluster-shells-opened", [], "there is nothing of kubernetes_audit"],
      ],
    );
  });

  it("ask log groups for their newest events", async () => {
    const client = new CloudWatchLogsClient(account.clientSettings(REGION));
    const stream = { logGroupName: "trail", logStreamName: "events" };
    await client.send(new CreateLogGroupCommand({ logGroupName: "trail" }));
    await client.send(new CreateLogStreamCommand(stream));
    const event = (eventName: string, eventID: string): { timestamp: number; message: string } => ({
      timestamp: Date.now() - 60_000,
      message: JSON.stringify({ ...call("cloudtrail", eventName), eventID, eventTime: "2026-11-11T08:00:00Z" }),
    });
    const logEvents = [event("StopLogging", "stopped"), event("LookupEvents", "looked")];
    await client.send(new PutLogEventsCommand({ ...stream, logEvents }));
    const newest = ["--log-events", "--trail-log-group", "trail", "--last", "30m", "--format", "json"];
    const { code, stdout, stderr } = await run("trail-tampered-with", "calls-by-caller", ...newest);
    assert.equal(code, 0, stderr);
    const { engine, runbooks } = JSON.parse(stdout) as {
      readonly engine: string;
      readonly runbooks: readonly {
        readonly rows: readonly Readonly<Record<string, unknown>>[];
        readonly notAsked: string | null;
      }[];
    }; // the form that its own tests hold
    assert.equal(engine, "CloudWatch Logs");
    assert.deepEqual(
      runbooks.map(({ rows, notAsked }) => [rows.map(({ eventID }) => eventID), notAsked]),
      [
        [["stopped"], null],
        [[], "CloudWatch Logs cannot be asked of cloudtrail_events, or not for counts and comparisons"],
      ],
    );
  });

  it("say what is missing where the archive is not there, or nothing can be published", async () => {
    assertRefused(
      await run("root-used", "--athena", "evidence", "--database", "none"),
      2,
      /The account cannot be asked: .*none.*Give credentials/,
    );
    assertRefused(
      await baseline([
        "runbook",
        "run",
        "root-used",
        "--logs",
        logs(),
        "--publish",
        "metric",
        "--out",
        temporaryFolder(),
      ]),
      2,
      /--publish needs --region/,
    );
  });
});
