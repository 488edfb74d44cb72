/**
 * CloudTrail's log files held against its digests, without AWS: hashes, the chain of digests, and the signatures of all digests but the
 * newest, whose signature is in the metadata of its object in S3 and in no file.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html
 */
import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { createReadStream } from "node:fs";
import * as fs from "node:fs/promises";
import * as path from "node:path";
import { createGunzip, gunzipSync } from "node:zlib";

import type { LogFile } from "./log-file";

/** What was found of a file, and what that proves. */
export type IntegrityResult = "verified" | "changed" | "missing" | "unproven" | "unreadable";

export interface Integrity {
  readonly checked: "log file" | "digest";
  readonly result: IntegrityResult;
  readonly detail: string;
  /** The path of the file, or the key in S3 of one that is missing. */
  readonly file: string;
}

interface Digest {
  readonly awsAccountId?: string;
  readonly digestEndTime: string;
  readonly digestS3Bucket: string;
  readonly digestS3Object: string;
  readonly digestPublicKeyFingerprint: string;
  readonly previousDigestS3Object: string | null;
  readonly previousDigestHashValue: string | null;
  readonly previousDigestSignature: string | null;
  readonly logFiles: readonly { readonly s3Bucket: string; readonly s3Object: string; readonly hashValue: string }[];
}

interface ReadDigest {
  readonly file: string;
  readonly content: Buffer;
  readonly digest: Digest;
}

/** @param publicKeys as `aws cloudtrail list-public-keys` prints them */
export async function integrityOf(
  files: readonly LogFile[],
  publicKeys: string | undefined,
  onProgress: (phase: string, done?: number) => void,
): Promise<readonly Integrity[]> {
  const keys = keysIn(publicKeys);
  const read = await Promise.all(files.filter(({ kind }) => kind === "digest").map(readDigest));
  const digests = read.filter((one): one is ReadDigest => "digest" in one);
  const broken = read.filter((one): one is Integrity => "result" in one);
  const logs = files.filter(({ kind }) => kind === "cloudtrail");
  const byName = new Map(logs.map((log) => [path.basename(log.path), log]));
  const expected = new Map(
    digests.flatMap(({ digest }) => digest.logFiles.map((file) => [path.posix.basename(file.s3Object), file] as const)),
  );
  const results: Integrity[] = [...broken, ...digests.map((one) => chainOf(one, digests, keys))];
  let done = 0;
  for (const [name, { hashValue, s3Object }] of expected) {
    const log = byName.get(name);
    results.push(log === undefined ? missing(s3Object) : await hashed(log, hashValue));
    onProgress("Checking digests", ++done);
  }
  return [
    ...results,
    ...logs
      .filter((log) => !expected.has(path.basename(log.path)))
      .map(({ path: file }): Integrity => ({
        checked: "log file",
        result: "unproven",
        detail: "no digest of the folder names it",
        file,
      })),
  ];
}

function missing(file: string): Integrity {
  return { checked: "log file", result: "missing", detail: "a digest names it, and the folder lacks it", file };
}

async function readDigest({ path: file, isCompressed }: LogFile): Promise<ReadDigest | Integrity> {
  try {
    const bytes = await fs.readFile(file);
    const content = isCompressed ? gunzipSync(bytes) : bytes;
    const digest = JSON.parse(content.toString("utf8")) as Partial<Digest>; // checked in the next line
    if (typeof digest.digestS3Object !== "string" || !Array.isArray(digest.logFiles)) {
      throw new Error("it has no digestS3Object or no logFiles");
    }
    return { file, content, digest: digest as Digest }; // what CloudTrail writes into it
  } catch (error) {
    return {
      checked: "digest",
      result: "unreadable",
      detail: error instanceof Error ? error.message : String(error),
      file,
    };
  }
}

/** The digest after it holds its hash and its signature. */
function chainOf(
  { file, content, digest }: ReadDigest,
  digests: readonly ReadDigest[],
  keys: ReadonlyMap<string, KeyObject>,
): Integrity {
  const of = (result: IntegrityResult, detail: string): Integrity => ({ checked: "digest", result, detail, file });
  const next = digests.find(({ digest: other }) => other.previousDigestS3Object === digest.digestS3Object)?.digest;
  if (next === undefined) {
    return of(
      "unproven",
      "no later digest of the folder follows it: its signature is in the metadata of its object in S3 only",
    );
  }
  const hash = createHash("sha256").update(content).digest("hex");
  if (next.previousDigestHashValue !== hash) {
    return of("changed", "the digest after it holds another hash");
  }
  const key = keys.get(digest.digestPublicKeyFingerprint);
  if (key === undefined) {
    return of("unproven", "the chain of hashes holds; no public key with its fingerprint was given");
  }
  const signed = [
    digest.digestEndTime,
    `${digest.digestS3Bucket}/${digest.digestS3Object}`,
    hash,
    digest.previousDigestSignature ?? "null",
  ].join("\n");
  return verify("RSA-SHA256", Buffer.from(signed), key, Buffer.from(next.previousDigestSignature ?? "", "hex"))
    ? of("verified", "the chain of hashes holds, and CloudTrail signed it")
    : of("changed", "the signature is not that of its content");
}

async function hashed({ path: file, isCompressed }: LogFile, expected: string): Promise<Integrity> {
  const hash = createHash("sha256");
  const raw = createReadStream(file);
  const bytes: NodeJS.ReadableStream = isCompressed ? raw.pipe(createGunzip()) : raw;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      hash.update(chunk);
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { checked: "log file", result: "changed", detail: `it cannot be read to its end: ${detail}`, file };
  }
  return hash.digest("hex") === expected
    ? { checked: "log file", result: "verified", detail: "its content is what a digest names", file }
    : { checked: "log file", result: "changed", detail: "its content is not what a digest names", file };
}

interface PublicKeys {
  readonly PublicKeyList?: readonly { readonly Value?: string; readonly Fingerprint?: string }[];
}

/** @throws SyntaxError where it is no JSON */
function keysIn(publicKeys: string | undefined): ReadonlyMap<string, KeyObject> {
  const { PublicKeyList = [] } = publicKeys === undefined ? {} : (JSON.parse(publicKeys) as PublicKeys); // what the command prints
  return new Map(
    PublicKeyList.flatMap(({ Value, Fingerprint }) =>
      Value === undefined || Fingerprint === undefined
        ? []
        : [
            [
              Fingerprint,
              createPublicKey({ key: Buffer.from(Value, "base64"), format: "der", type: "pkcs1" }),
            ] as const,
          ],
    ),
  );
}
