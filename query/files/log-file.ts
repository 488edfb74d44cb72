/** Files of a folder, and what kind of logs each holds, told by how it begins. */
import * as fs from "node:fs/promises";
import * as path from "node:path";
import { createGunzip, constants } from "node:zlib";

/** The kinds of log files, and what each holds. */
export const KINDS = {
  cloudtrail: "CloudTrail's records, a list in one object",
  "cloudtrail-lines": "CloudTrail's records, one a line",
  digest: "a digest of CloudTrail's log files",
  config: "configuration items of AWS Config",
  invocations: "Bedrock's invocation log",
  body: "a large body beside Bedrock's invocation log",
  kubernetes: "audit events of Kubernetes",
  access: "an access log of S3",
  application: "an application's telemetry",
} as const;

export type Kind = keyof typeof KINDS;

export interface LogFile {
  /** As it was found, beneath the folder that was given. */
  readonly path: string;
  readonly kind: Kind;
  readonly isCompressed: boolean;
  /** In bytes, as it lies. */
  readonly size: number;
}

/** A file that cannot be read as logs, and why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface Found {
  readonly files: readonly LogFile[];
  readonly unreadable: readonly Unreadable[];
  /** Files of other kinds, such as notes and pictures, that nobody takes for logs. */
  readonly passedOver: readonly string[];
}

/** How much of a file tells what it is, at the latest. */
const HEAD_BYTES = 64 * 1024;
/** How much of a file is tried first: of most, it is enough. */
const FIRST_BYTES = 1024;
const AT_ONCE = 64;

/**
 * Every file beneath a folder, sorted by its path. Links are not followed.
 *
 * @param isWanted tells of a path whether it is looked at. @default - every one
 * @throws NodeJS.ErrnoException where the folder cannot be read
 */
export async function filesIn(
  folder: string,
  onFile: (count: number) => void = () => undefined,
  isWanted: (file: string) => boolean = () => true,
): Promise<Found> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(isWanted)
    .sort();
  const found: (LogFile | Unreadable | string)[] = [];
  for (let index = 0; index < paths.length; index += AT_ONCE) {
    found.push(...(await Promise.all(paths.slice(index, index + AT_ONCE).map(classified))));
    onFile(found.length);
  }
  return {
    files: found.filter((one): one is LogFile => typeof one !== "string" && "kind" in one),
    unreadable: found.filter((one): one is Unreadable => typeof one !== "string" && "reason" in one),
    passedOver: found.filter((one) => typeof one === "string"),
  };
}

async function classified(file: string): Promise<LogFile | Unreadable | string> {
  try {
    const first = await headOf(file, FIRST_BYTES);
    const { size, isCompressed } = first;
    if (size === 0) {
      return { path: file, reason: "is empty" };
    }
    const kind = kindOf(first.head, file) ?? kindOf((await headOf(file, HEAD_BYTES)).head, file);
    if (kind !== undefined) {
      return { path: file, kind, isCompressed, size };
    }
    return isCompressed || LOG_NAMES.test(file)
      ? { path: file, reason: "holds no logs of a known kind, or is damaged at its beginning" }
      : file;
  } catch (error) {
    return { path: file, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The names that log files have. S3's access logs have no ending. */
const LOG_NAMES = /(\.(json|jsonl|ndjson|log|gz|txt)|\/[^./]+)$/i;

interface Head {
  readonly head: string;
  readonly size: number;
  readonly isCompressed: boolean;
}

async function headOf(file: string, most: number): Promise<Head> {
  const handle = await fs.open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size, most)), 0);
    const bytes = buffer.subarray(0, bytesRead);
    const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return { head: (isCompressed ? await inflated(bytes) : bytes).toString("utf8"), size, isCompressed };
  } finally {
    await handle.close();
  }
}

/** As much as comes out of the beginning of a compressed file. */
function inflated(bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    const done = (): void => resolve(Buffer.concat(chunks).subarray(0, HEAD_BYTES));
    gunzip.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) {
        gunzip.destroy();
        done();
      }
    });
    gunzip.on("end", done);
    gunzip.on("error", (error) => (length > 0 ? done() : reject(new Error(`is not a gzip file: ${error.message}`))));
    gunzip.end(bytes);
  });
}

/** What each kind begins with, the more special before the more general. */
const FORMS: readonly (readonly [Kind, RegExp])[] = [
  ["digest", /^\s*\{[^]*"digest(StartTime|S3Bucket|EndTime)"\s*:/],
  ["cloudtrail", /^\s*\{[^[]{0,2000}"Records"\s*:\s*\[/],
  ["config", /^\s*\{[^[]{0,2000}"configurationItems"\s*:\s*\[/],
  ["invocations", /^\s*\{[^\n]*"schemaType"\s*:/],
  ["kubernetes", /^\s*\{[^\n]*"(apiVersion"\s*:\s*"audit\.k8s\.io\/|auditID"\s*:)/],
  ["application", /^\s*\{[^\n]*"schemaUrl"\s*:\s*"https:\/\/opentelemetry\.io\/schemas\//],
  ["cloudtrail-lines", /^\s*\{[^\n]*"eventSource"\s*:\s*"[a-z0-9-]+\.amazonaws\.com"/],
  [
    "access",
    /^\S+ \S+ \[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] \S+ \S+ \S+ (REST|BATCH|S3|SOAP|WEBSITE)\./,
  ],
];

function kindOf(head: string, file: string): Kind | undefined {
  const text = head.replace(/^\uFEFF/, "");
  const form = FORMS.find(([, pattern]) => pattern.test(text))?.[0];
  // Bodies can be of any form, and lie beside the log.
  return form ?? (/BedrockModelInvocationLogs\/.*\/data\//.test(file) ? "body" : undefined);
}
