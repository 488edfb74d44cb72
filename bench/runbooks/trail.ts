/**
 * Writes files of a trail as CloudTrail delivers them: `node trail.ts FOLDER FIRST LAST`, the files of these numbers. Each record is one
 * of its own, and one in a hundred thousand tampers with a trail.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { gzipSync } from "node:zlib";

export const RECORDS_PER_FILE = 2000;
const RARELY = 100_000;

/** A service, a call of it, and its parameters. */
const CALLS = [
  ["bedrock", "InvokeModel", (of: number) => ({ modelId: `anthropic.claude-sonnet-4-${of % 5}` })],
  ["s3", "GetObject", (of: number) => ({ bucketName: `training-${of % 9}`, key: `claims/2026/11/${of}.json` })],
  ["kms", "Decrypt", () => ({ encryptionAlgorithm: "SYMMETRIC_DEFAULT" })],
  ["sts", "AssumeRole", (of: number) => ({ roleArn: `arn:aws:iam::111122223333:role/app-${of % 20}` })],
  ["logs", "CreateLogStream", (of: number) => ({ logGroupName: `/app/${of % 40}`, logStreamName: `${of}` })],
  ["ec2", "DescribeInstances", () => ({ instancesSet: {}, filterSet: {} })],
  ["dynamodb", "GetItem", (of: number) => ({ tableName: `sessions-${of % 3}`, key: { id: String(of) } })],
] as const;

function record(index: number): object {
  const [service, eventName, parameters] =
    index % RARELY === RARELY / 2
      ? (["cloudtrail", "StopLogging", () => ({ name: "audit" })] as const)
      : (CALLS[(index * 7919) % CALLS.length] ?? CALLS[0]);
  const role = `app-${index % 20}`;
  const account = "111122223333";
  return {
    eventVersion: "1.11",
    userIdentity: {
      type: "AssumedRole",
      principalId: `AROAEXAMPLE:session-${index % 50}`,
      arn: `arn:aws:sts::${account}:assumed-role/${role}/session-${index % 50}`,
      accountId: account,
      accessKeyId: `ASIAEXAMPLE${index % 100}`,
      sessionContext: {
        sessionIssuer: {
          type: "Role",
          principalId: "AROAEXAMPLE",
          arn: `arn:aws:iam::${account}:role/${role}`,
          accountId: account,
          userName: role,
        },
        attributes: { creationDate: "2026-11-10T08:00:00Z", mfaAuthenticated: "false" },
      },
    },
    eventTime: new Date(1_794_300_000_000 + index * 50).toISOString().replace(/\.\d+/, ""),
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: "eu-central-1",
    sourceIPAddress: `10.0.${index % 250}.7`,
    userAgent: "aws-sdk-js/3.981.0 ua/2.1 os/linux#6.1 lang/js md/nodejs#22.20.0 api/bedrock-runtime#3.981.0",
    ...(index % 31 === 0 ? { errorCode: "AccessDenied", errorMessage: "User is not authorized" } : {}),
    requestParameters: parameters(index),
    responseElements: null,
    additionalEventData: { SignatureVersion: "SigV4", CipherSuite: "TLS_AES_128_GCM_SHA256", bytesTransferredIn: 0 },
    requestID: idOf(index, "4"),
    eventID: idOf(index, "5"),
    readOnly: true,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: "Management",
    tlsDetails: {
      tlsVersion: "TLSv1.3",
      cipherSuite: "TLS_AES_128_GCM_SHA256",
      clientProvidedHostHeader: `${service}.eu-central-1.amazonaws.com`,
    },
  };
}

/** A UUID that no other record has, and whose digits look drawn, so that they compress no better than real ones. */
function idOf(index: number, version: string): string {
  const digits = [1, 2, 3, 4]
    .map((part) => (Math.imul(index * 4 + part, 0x9e3779b1) >>> 0).toString(16).padStart(8, "0"))
    .join("");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${version}${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${index.toString(16).padStart(12, "0")}`;
}

function main(): void {
  const [folder = "", first = "0", last = "0"] = process.argv.slice(2);
  for (let file = Number(first); file < Number(last); file += 1) {
    const records = Array.from({ length: RECORDS_PER_FILE }, (_, index) => record(file * RECORDS_PER_FILE + index));
    // As deep as deliveries lie, a few hundred files a day.
    const day = path.join(
      folder,
      "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11",
      String(1 + (file % 28)).padStart(2, "0"),
    );
    fs.mkdirSync(day, { recursive: true });
    fs.writeFileSync(
      path.join(day, `111122223333_CloudTrail_eu-central-1_${file}.json.gz`),
      gzipSync(JSON.stringify({ Records: records })),
    );
  }
}

if (require.main === module) {
  main();
}
