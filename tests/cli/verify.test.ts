/** `baseline verify` as a person or a CI system runs it. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as path from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import type { JsonDocument } from "../../reports/json";
import { clientsOf } from "../simulated-account/breakages";
import { inEnvironment } from "../support/environment";
import { requireRealProvider } from "../support/account-tools";
import { type DeployedAccount, deployedAccount } from "../support/accounts";
import { REPOSITORY } from "../support/prod-state";
import {
  type Ended,
  assertRefused,
  baseline,
  program,
  removeTemporaryFolders,
  temporaryFile,
  temporaryFolder,
} from "./command";

const NO_ACCOUNT = {
  AWS_ACCESS_KEY_ID: "",
  AWS_SECRET_ACCESS_KEY: "",
  AWS_PROFILE: "",
  AWS_SHARED_CREDENTIALS_FILE: "/none",
  AWS_CONFIG_FILE: "/none",
  AWS_EC2_METADATA_DISABLED: "true",
};

describe("baseline verify", function () {
  this.timeout(300_000);
  after(removeTemporaryFolders);

  describe("without an account", () => {
    const verify = (...args: readonly string[]): Promise<Ended> =>
      inEnvironment(NO_ACCOUNT, () => baseline(["verify", "--out", temporaryFolder(), ...args]));
    const state = (): string => temporaryFile("state.json", DEPLOYED);

    it("says that there are no credentials, and how to set them", async () => {
      assertRefused(await verify("--state", state()), 2, /has no usable credentials/, /AWS_PROFILE/);
    });

    it("refuses a control that does not exist, or of which an account shows nothing", async () => {
      assertRefused(
        await verify("--state", state(), "--control", "TRIAL-01"),
        2,
        /TRIAL-01; the controls are TRAIL-01/,
      );
      assertRefused(await verify("--state", state(), "--control", "MODEL-02"), 2, /MODEL-02, of which an account/);
    });

    it("says which actions are missing when every call is refused", async () => {
      const server = createServer((request, response) => {
        let body = "";
        request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
        request.on("end", () => {
          const [status, answer] = body.includes("GetCallerIdentity") ? [200, CALLER] : [403, DENIED];
          response.writeHead(status, { "content-type": "text/xml" }).end(answer);
        });
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const { port } = server.address() as AddressInfo; // of a server that listens
      const AWS_ENDPOINT_URL = `http://127.0.0.1:${port}`;
      const credentials = { AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
      try {
        const ended = await inEnvironment(credentials, () =>
          baseline(["verify", "--state", state(), "--out", temporaryFolder()]),
        );
        assertRefused(ended, 2, /refused every call/, /sns:GetTopicAttributes in eu-central-1 is not allowed/);
      } finally {
        server.close();
        server.closeAllConnections();
      }
    });

    it("refuses options that are wrong", async () => {
      assertRefused(await verify("--concurrency", "0"), 2, /whole number of calls, at least 1/);
      assertRefused(await verify("--state", state(), "--program", "."), 2, /cannot be used with/);
    });

    it("ends as check does when the program fails", async () => {
      assertRefused(await verify("--program", program("throws"), "--stack", "dev"), 3);
    });
  });

  describe("with the prod stack in its account", () => {
    let deployed: DeployedAccount;
    let state: string;

    before(async function () {
      requireRealProvider(this);
      deployed = await deployedAccount("prod");
      const { version } = deployed.state;
      const manifest = { time: "", magic: "", version: "v3.260.0" };
      state = temporaryFile("state.json", { version, deployment: { ...deployed.state.deployment, manifest } });
    });

    const verify = async (...args: readonly string[]): Promise<Ended & { readonly out: string }> => {
      const out = temporaryFolder();
      const run = () => baseline(["verify", "--state", state, "--out", out, ...args]);
      return { ...(await inEnvironment(deployed.account.environment, run)), out };
    };

    it("passes a control that is as declared, and says when and as whom it read which account", async () => {
      const ended = await verify("--control", "KEY-01", "--format", "json");
      assert.equal(ended.code, 0, ended.stderr);
      const { summary, findings } = JSON.parse(ended.stdout) as JsonDocument; // by the report's own tests
      assert.equal(summary.verified?.accountId, "111122223333");
      assert.match(summary.verified.caller, /^arn:aws:sts::111122223333:/);
      assert.match(summary.verified.at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      assert.deepEqual(
        findings.map(({ rule, result }) => `${rule} ${result}`),
        Array.from({ length: 22 }, () => "verify-kms-key-rotation-as-declared pass"),
      );
      assert.match(ended.stderr, /^Reading account 111122223333 as arn:aws:sts::/m);
    });

    it("fails on what differs, and writes it and the caller into every report", async () => {
      const ended = await verify("--control", "ALERT-02", "--region", "eu-central-1");
      assert.equal(ended.code, 1, ended.stderr);
      assert.match(ended.stdout, /verify-sns-subscription-confirmed/);
      const texts = fs.readdirSync(ended.out).filter((file) => file !== "state.json");
      assert.equal(texts.length, 6);
      for (const file of texts) {
        const text = fs.readFileSync(path.join(ended.out, file), "utf8");
        assert.match(text, /verify(-|&#45;)sns(-|&#45;)subscription(-|&#45;)confirmed/, file);
        assert.match(text, /arn(:|&#58;)aws(:|&#58;)sts(:|&#58;)/, file);
        assert.match(text, /111122223333/, file);
        assert.match(text, /\d{4}-\d\d-\d\dT\d\d/, file);
      }
      const csv = fs.readFileSync(path.join(ended.out, "controls.csv"), "utf8");
      const [line] = parseCsv<Record<string, string>>(csv, { columns: true });
      assert.equal(line?.["control"], "ALERT-02");
      assert.equal(line["status"], "violated");
      assert.match(line["failures"] ?? "", /SubscriptionArn is PendingConfirmation/);
    });

    it("says what the README says", async () => {
      const { cloudtrail, logs } = clientsOf(deployed.account);
      const logGroupName = "/aws/cloudtrail/baseline-trail";
      await cloudtrail.stopLogging({ Name: "baseline-trail" });
      await logs.putRetentionPolicy({ logGroupName, retentionInDays: 7 });
      try {
        const { stdout } = await verify();
        const readme = fs.readFileSync(path.join(REPOSITORY, "README.md"), "utf8");
        const [, sample = ""] = /^```log\n(Result[\s\S]*?)^\.\.\.$/m.exec(readme) ?? [];
        assert.ok(sample.length > 100);
        assert.ok(withoutLines(stdout).includes(withoutLines(sample)), stdout.slice(stdout.indexOf("Result")));
      } finally {
        await cloudtrail.startLogging({ Name: "baseline-trail" });
        await logs.putRetentionPolicy({ logGroupName, retentionInDays: 2557 });
      }
    });

    it("refuses another account than the declared one", async () => {
      const other = temporaryFile(
        "state.json",
        fs.readFileSync(state, "utf8").replaceAll("111122223333", "444455556666"),
      );
      const ended = await inEnvironment(deployed.account.environment, () =>
        baseline(["verify", "--state", other, "--out", temporaryFolder()]),
      );
      assertRefused(ended, 2, /declares account 444455556666, and the credentials are for account 111122223333/);
    });
  });
});

/** Lines of sources move, and the table is as wide as its longest names. */
function withoutLines(text: string): string {
  return text
    .replace(/\.ts:\d+/g, ".ts")
    .replace(/-{5,}/g, "-")
    .replace(/ +/g, " ");
}

const CALLER = `<GetCallerIdentityResponse><GetCallerIdentityResult>
<Arn>arn:aws:iam::111122223333:user/auditor</Arn><Account>111122223333</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`;
const DENIED =
  "<ErrorResponse><Error><Code>AuthorizationError</Code><Message>Not allowed</Message></Error></ErrorResponse>";

/** A deployed stack with a single resource. */
const DEPLOYED = {
  version: 3,
  deployment: {
    manifest: { time: "", magic: "", version: "v3.260.0" },
    resources: [
      {
        urn: "urn:pulumi:prod::governance::aws:sns/topic:Topic::alarms",
        type: "aws:sns/topic:Topic",
        custom: true,
        id: "arn:aws:sns:eu-central-1:111122223333:alarms",
        inputs: { name: "alarms", region: "eu-central-1" },
        outputs: { arn: "arn:aws:sns:eu-central-1:111122223333:alarms" },
      },
    ],
  },
};
