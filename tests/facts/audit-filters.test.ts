import assert from "node:assert/strict";
import { AUDIT_FILTERS, type AuditFilter } from "../../facts/cloudtrail/audit-filters";
import { parseFilterPattern } from "../../policies/patterns/filter-pattern";
import { matchesLogEvent } from "../../policies/patterns/log-event-matching";
import type { PropertyMap } from "../../policies/properties";

/** A call that nobody has to look at. */
const ORDINARY: PropertyMap = {
  eventVersion: "1.11",
  eventSource: "s3.amazonaws.com",
  eventName: "GetObject",
  eventType: "AwsApiCall",
  sourceIPAddress: "192.0.2.7",
  userIdentity: { type: "AssumedRole", invokedBy: "athena.amazonaws.com" },
  additionalEventData: { MFAUsed: "Yes" },
};

/** Records that are near to what is counted. */
const NEAR: Readonly<Record<string, readonly PropertyMap[]>> = {
  "unauthorized-calls": [{ errorCode: "NoSuchBucket" }],
  "sign-in-without-mfa": [
    {
      eventName: "ConsoleLogin",
      additionalEventData: { MFAUsed: "Yes" },
      userIdentity: { type: "IAMUser" },
      responseElements: { ConsoleLogin: "Success" },
    },
    {
      eventName: "ConsoleLogin",
      additionalEventData: { MFAUsed: "No" },
      userIdentity: { type: "AssumedRole" },
      responseElements: { ConsoleLogin: "Success" },
    },
  ],
  "root-use": [
    { userIdentity: { type: "Root", invokedBy: "support.amazonaws.com" }, eventType: "AwsApiCall" },
    { userIdentity: { type: "Root" }, eventType: "AwsServiceEvent" },
  ],
  "sign-in-failures": [{ eventName: "ConsoleLogin", responseElements: { ConsoleLogin: "Success" } }],
  "key-removal": [{ eventSource: "iot.amazonaws.com", eventName: "DisableKey" }],
  "organizations-changes": [{ eventSource: "iam.amazonaws.com", eventName: "CreatePolicy" }],
  "denied-model-calls": [{ eventSource: "bedrock.amazonaws.com", errorCode: "ThrottlingException" }],
};

describe("what is counted of a trail", () => {
  for (const [id, { pattern, records }] of Object.entries<AuditFilter>(AUDIT_FILTERS)) {
    const condition = parseFilterPattern(pattern);

    it(`as ${id} is each of its records, and no other`, () => {
      for (const record of records) {
        assert.equal(matchesLogEvent(condition, record), true, JSON.stringify(record));
      }
      for (const record of [ORDINARY, ...(NEAR[id] ?? [])]) {
        assert.equal(matchesLogEvent(condition, record), false, JSON.stringify(record));
      }
    });

    it(`as ${id} has a pattern of ${pattern.length} characters, of which there may be 1024`, () => {
      assert.ok(pattern.length <= 1024);
    });
  }
});
