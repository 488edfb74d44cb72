import { DATA_IDENTIFIERS, isDataIdentifier } from "../../../facts/logs/data-identifiers";
import assert from "node:assert/strict";

import { dataProtectionDocument } from "../../../components/documents/logs-data-protection";

describe("A data-protection policy", () => {
  it("finds and masks the same identifiers", () => {
    const identifiers = [
      "arn:aws:dataprotection::aws:data-identifier/EmailAddress",
      "arn:aws:dataprotection::aws:data-identifier/Ssn-US",
    ];
    assert.deepEqual(dataProtectionDocument({ partition: "aws" }, "prompts", ["EmailAddress", "Ssn-US"]), {
      Name: "prompts",
      Description: "Finds sensitive data in log events and masks it wherever they are read",
      Version: "2021-06-01",
      Statement: [
        { Sid: "find", DataIdentifier: identifiers, Operation: { Audit: { FindingsDestination: {} } } },
        { Sid: "mask", DataIdentifier: identifiers, Operation: { Deidentify: { MaskConfig: {} } } },
      ],
    });
  });

  it("fits into the 30,720 characters that CloudWatch Logs accepts with every identifier there is", () => {
    assert.ok(
      JSON.stringify(dataProtectionDocument({ partition: "aws-us-gov" }, "all", DATA_IDENTIFIERS)).length <= 30_720,
    );
  });

  it("knows identifiers by their country where they have one", () => {
    assert.equal(new Set(DATA_IDENTIFIERS).size, DATA_IDENTIFIERS.length);
    for (const known of ["EmailAddress", "PhoneNumber-DE", "DriversLicense-AT", "DriversLicense-US"]) {
      assert.equal(isDataIdentifier(known), true, known);
    }
    for (const unknown of ["PhoneNumber", "EmailAddress-DE", "Ssn-DE", "emailaddress"]) {
      assert.equal(isDataIdentifier(unknown), false, unknown);
    }
  });
});
