import assert from "node:assert/strict";

import {
  AccountDataProtection,
  type AccountDataProtectionArgs,
} from "../../../components/logs/account-data-protection";
import { DATA_IDENTIFIERS } from "../../../facts/logs/data-identifiers";
import { PLACE, record } from "../recorder";

const POLICY = "aws:cloudwatch/logAccountPolicy:LogAccountPolicy";

const masked = (args: AccountDataProtectionArgs) => record(() => new AccountDataProtection("masking", args));

describe("AccountDataProtection", () => {
  it("is one policy of all log groups that finds and masks what it names", async () => {
    const recording = await masked({ identifiers: ["EmailAddress", "IpAddress"], region: PLACE.region });
    assert.deepEqual(recording.children(), [
      "ai-governance-baseline:index:AccountDataProtection masking",
      `${POLICY} masking-policy`,
    ]);
    const { policyDocument, ...inputs } = recording.inputs(POLICY, "masking-policy");
    assert.deepEqual(inputs, {
      policyName: "masking-policy",
      policyType: "DATA_PROTECTION_POLICY",
      scope: "ALL",
      region: PLACE.region,
    });
    const identifiers = ["EmailAddress", "IpAddress"].map(
      (name) => `arn:aws:dataprotection::aws:data-identifier/${name}`,
    );
    assert.deepEqual(JSON.parse(String(policyDocument)), {
      Name: "masking-policy",
      Description: "Finds sensitive data in log events and masks it wherever they are read",
      Version: "2021-06-01",
      Statement: [
        { Sid: "find", DataIdentifier: identifiers, Operation: { Audit: { FindingsDestination: {} } } },
        { Sid: "mask", DataIdentifier: identifiers, Operation: { Deidentify: { MaskConfig: {} } } },
      ],
    });
  });

  it("stays within the 30,720 characters of a policy when it masks everything", async () => {
    const recording = await masked({ identifiers: DATA_IDENTIFIERS });
    const { policyDocument } = recording.inputs(POLICY, "masking-policy");
    assert.ok(String(policyDocument).length <= 30_720, String(String(policyDocument).length));
  });

  for (const [title, identifiers] of [
    ["nothing", []],
    ["what CloudWatch Logs does not know", ["Email"]],
  ] as const) {
    it(`refuses to mask ${title}`, async () => {
      // Reason for the cast: the second is what a program in JavaScript may give.
      await assert.rejects(masked({ identifiers } as unknown as AccountDataProtectionArgs), {
        message:
          /^AccountDataProtection "masking": identifiers is .* Name the kinds of data to mask, or leave the component out to mask nothing\./,
      });
    });
  }
});
