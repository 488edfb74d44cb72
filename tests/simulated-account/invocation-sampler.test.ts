/** The function that samples model invocations, bundled as Lambda gets it, against an account. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { gzipSync } from "node:zlib";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { CODE } from "../../functions/bundles/invocation-sampler";
import { isSampled } from "../../functions/invocation-sampler/decisions";
import { requireSimulatedAccount } from "../support/account-tools";
import { emptyAccount } from "../support/accounts";
import { REPOSITORY } from "../support/prod-state";
import type { SimulatedAccount } from "../support/simulated-account/simulated-account";

const REGION = "eu-central-1";
const STREAM = "invocation-sampler";
const METADATA = "/ai-governance/calls/model-invocations";
const SAMPLES = "/ai-governance/calls-sampler/sampled-invocations";
const PERCENT = 10;

/** A record with a prompt, of the session. */
function record(session: string, requestId: string): string {
  return JSON.stringify({
    schemaType: "ModelInvocationLog",
    requestId,
    requestMetadata: { conversation_id: session },
    input: { inputBodyJson: { messages: [{ text: `a prompt of ${session}` }] }, inputTokenCount: 4 },
    output: { outputBodyJson: { stopReason: "end_turn" }, outputTokenCount: 2 },
  });
}

describe("the sampler of model invocations, in the simulated account,", function () {
  this.timeout(300_000);
  let account: SimulatedAccount;
  let folder = "";
  let logs: CloudWatchLogs;

  before(async function () {
    requireSimulatedAccount(this);
    account = await emptyAccount("111122223333");
    logs = new CloudWatchLogs(account.clientSettings(REGION));
    for (const logGroupName of [METADATA, SAMPLES]) {
      await logs.createLogGroup({ logGroupName });
      await logs.createLogStream({ logGroupName, logStreamName: STREAM });
    }
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "invocation-sampler-"));
    fs.writeFileSync(path.join(folder, "index.js"), CODE);
    // As Lambda's runtime has AWS's SDK.
    fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
  });

  after(async () => {
    fs.rmSync(folder, { recursive: true, force: true });
    await account.stop();
  });

  /** Calls the handler in a process of its own, as Lambda does. */
  function answer(messages: readonly string[], metadataLogGroup = METADATA): unknown {
    const timestamp = Date.now();
    const logEvents = messages.map((message, index) => ({ id: String(index), timestamp: timestamp + index, message }));
    const data = gzipSync(JSON.stringify({ messageType: "DATA_MESSAGE", logEvents })).toString("base64");
    const program = `require("./index.js").handler(${JSON.stringify({ awslogs: { data } })}).then((v) => console.log(JSON.stringify(v)), (e) => console.log(JSON.stringify(e.name)))`;
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", program], {
      cwd: folder,
      env: {
        ...process.env,
        ...account.environment,
        AWS_REGION: REGION,
        SAMPLE_PERCENT: String(PERCENT),
        SESSION_KEY: "conversation_id",
        METADATA_LOG_GROUP: metadataLogGroup,
        SAMPLES_LOG_GROUP: SAMPLES,
        LOG_STREAM: STREAM,
      },
      encoding: "utf8",
    });
    assert.notEqual(stdout, "", stderr);
    return JSON.parse(stdout);
  }

  async function written(logGroupName: string): Promise<readonly string[]> {
    const { events = [] } = await logs.getLogEvents({ logGroupName, logStreamName: STREAM, startFromHead: true });
    return events.map(({ message = "" }) => message);
  }

  it("writes the metadata of every record, and whole records of a share of sessions", async () => {
    const sessions = Array.from({ length: 40 }, (_, number) => `session-${number}`);
    const records = sessions.flatMap((session) => [record(session, `${session}-1`), record(session, `${session}-2`)]);
    const kept = sessions.filter((session) => isSampled(`session ${session}`, PERCENT));
    assert.ok(kept.length > 0 && kept.length < sessions.length);

    assert.deepEqual(answer([...records, "no record"]), { metadata: 81, samples: 2 * kept.length + 1 });

    const samples = await written(SAMPLES);
    const expected = kept.flatMap((session) => [record(session, `${session}-1`), record(session, `${session}-2`)]);
    assert.deepEqual(samples, [...expected, "no record"]);
    const metadata = await written(METADATA);
    assert.equal(metadata.length, 81);
    assert.ok(metadata.every((message) => !message.includes("a prompt of") && !message.includes("no record")));
    assert.deepEqual(JSON.parse(metadata[0] ?? ""), {
      schemaType: "ModelInvocationLog",
      requestId: "session-0-1",
      requestMetadata: { conversation_id: "session-0" },
      input: { inputTokenCount: 4 },
      output: { outputTokenCount: 2 },
      guardrail: { stopReason: "end_turn" },
      sampling: { percent: PERCENT, whole: kept.includes("session-0") },
    });
  });

  it("fails where it cannot write, so that Lambda calls again", () => {
    assert.equal(answer([record("session-0", "r")], "/not-there"), "ResourceNotFoundException");
  });
});
