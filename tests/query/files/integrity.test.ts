import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { gzipSync } from "node:zlib";

import { FileEngine } from "../../../query/files/file-engine";
import { runbookOf } from "../../../runbooks/catalogue";
import { DEFAULTS } from "../../../runbooks/parameters";
import { sqlOf } from "../../../runbooks/queries/sql";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const FINGERPRINT = "67b9fa73676d86966b449dd677850753";
const KEYS = JSON.stringify({
  PublicKeyList: [
    { Value: publicKey.export({ format: "der", type: "pkcs1" }).toString("base64"), Fingerprint: FINGERPRINT },
  ],
});

const hashOf = (content: string): string => createHash("sha256").update(content).digest("hex");

interface Signed {
  readonly name: string;
  readonly content: string;
  readonly signature: string;
}

/** Digests as CloudTrail chains and signs them: the signature of each but the newest stands in the next. */
function chained(logFiles: readonly (readonly (readonly [name: string, content: string])[])[]): readonly Signed[] {
  return logFiles.reduce<readonly Signed[]>((chain, files, index) => {
    const previous = chain.at(-1);
    const name = `CloudTrail-Digest_${index}.json`;
    const digest = {
      awsAccountId: "111122223333",
      digestStartTime: `2026-11-11T0${index}:00:00Z`,
      digestEndTime: `2026-11-11T0${index + 1}:00:00Z`,
      digestS3Bucket: "trail",
      digestS3Object: `AWSLogs/${name}`,
      digestPublicKeyFingerprint: FINGERPRINT,
      digestSignatureAlgorithm: "SHA256withRSA",
      previousDigestS3Bucket: previous === undefined ? null : "trail",
      previousDigestS3Object: previous === undefined ? null : `AWSLogs/${previous.name}`,
      previousDigestHashValue: previous === undefined ? null : hashOf(previous.content),
      previousDigestHashAlgorithm: previous === undefined ? null : "SHA-256",
      previousDigestSignature: previous?.signature ?? null,
      logFiles: files.map(([file, content]) => ({
        s3Bucket: "trail",
        s3Object: `AWSLogs/${file}.gz`,
        hashValue: hashOf(content),
        hashAlgorithm: "SHA-256",
      })),
    };
    const content = JSON.stringify(digest);
    const signed = [digest.digestEndTime, `trail/AWSLogs/${name}`, hashOf(content), previous?.signature ?? "null"].join(
      "\n",
    );
    return [
      ...chain,
      { name, content, signature: sign("RSA-SHA256", Buffer.from(signed), privateKey).toString("hex") },
    ];
  }, []);
}

const LOGS = ["a", "b"].map(
  (name) => [`${name}.json`, JSON.stringify({ Records: [{ eventID: name, eventName: "StopLogging" }] })] as const,
);
const [A = ["", ""], B = ["", ""]] = LOGS;

describe("The digests of CloudTrail", () => {
  let folder = "";
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "digests-"));
    for (const [name, content] of LOGS) {
      put(name, content);
    }
    for (const { name, content } of chained([[A], [B], []])) {
      put(name, content);
    }
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  function put(name: string, content: string): void {
    fs.writeFileSync(path.join(folder, `${name}.gz`), gzipSync(content));
  }

  /** Each file with what was found of it; what is verified is in no answer of the runbook. */
  async function results(publicKeys: string | undefined): Promise<Readonly<Record<string, string>>> {
    const engine = await FileEngine.over({ folder, queries: 1, memory: "512MB", checksIntegrity: true, publicKeys });
    try {
      const { rows: all } = await engine.ask("SELECT file, result FROM log_file_integrity");
      const { rows } = await engine.ask(
        sqlOf(runbookOf("log-files-not-verified").query(DEFAULTS), { kind: "all" }, engine.tables),
      );
      assert.equal(rows.length, all.filter(({ result }) => result !== "verified").length);
      return Object.fromEntries(all.map(({ file, result }) => [path.basename(String(file)), String(result)]));
    } finally {
      engine.close();
    }
  }

  const VERIFIED = {
    "a.json.gz": "verified",
    "b.json.gz": "verified",
    "CloudTrail-Digest_0.json.gz": "verified",
    "CloudTrail-Digest_1.json.gz": "verified",
    // Its signature is in S3 only.
    "CloudTrail-Digest_2.json.gz": "unproven",
  };

  it("verify log files, each other and CloudTrail's signature", async () => {
    assert.deepEqual(await results(KEYS), VERIFIED);
  });

  it("prove no signature without its key", async () => {
    assert.deepEqual(await results(undefined), {
      ...VERIFIED,
      "CloudTrail-Digest_0.json.gz": "unproven",
      "CloudTrail-Digest_1.json.gz": "unproven",
    });
  });

  it("find a log file that was changed", async () => {
    put("a.json", A[1].replace("StopLogging", "GetObject"));
    assert.deepEqual(await results(KEYS), { ...VERIFIED, "a.json.gz": "changed" });
  });

  it("find a log file that is gone", async () => {
    fs.rmSync(path.join(folder, "a.json.gz"));
    assert.deepEqual(await results(KEYS), { ...VERIFIED, "a.json.gz": "missing" });
  });

  it("do not vouch for a log file that none of them names", async () => {
    put("c.json", A[1]);
    assert.deepEqual(await results(KEYS), { ...VERIFIED, "c.json.gz": "unproven" });
  });

  it("find a digest that was changed to name the changed log file", async () => {
    const changed = A[1].replace("StopLogging", "GetObject");
    put("a.json", changed);
    const [first] = chained([[A]]);
    put("CloudTrail-Digest_0.json", (first?.content ?? "").replace(hashOf(A[1]), hashOf(changed)));
    assert.equal((await results(KEYS))["CloudTrail-Digest_0.json.gz"], "changed");
  });

  it("find a chain that somebody else signed", async () => {
    const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey;
    const keys = {
      PublicKeyList: [
        { Value: other.export({ format: "der", type: "pkcs1" }).toString("base64"), Fingerprint: FINGERPRINT },
      ],
    };
    assert.equal((await results(JSON.stringify(keys)))["CloudTrail-Digest_0.json.gz"], "changed");
  });
});
