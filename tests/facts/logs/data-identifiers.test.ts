import assert from "node:assert/strict";

import {
  COMMON_DATA_IDENTIFIERS,
  DATA_IDENTIFIERS,
  DATA_IDENTIFIERS_BY_FAMILY,
  isDataIdentifier,
  MASKED_IDENTIFIERS,
  MASKING_SCOPES,
} from "../../../facts/logs/data-identifiers";

describe("The identifiers of sensitive data", () => {
  it("are as many as AWS's pages list in each family, none of them twice", () => {
    const sizes = Object.entries(DATA_IDENTIFIERS_BY_FAMILY).map(([family, { length }]) => [family, length]);
    assert.deepEqual(sizes, [
      ["credentials", 5],
      ["device", 1],
      ["financial", 9],
      ["health", 11],
      ["pii", 72],
    ]);
    assert.equal(new Set(DATA_IDENTIFIERS).size, 98);
    assert.equal(COMMON_DATA_IDENTIFIERS.length, 14);
  });

  it("have the codes and numbers that single countries give their people", () => {
    for (const identifier of [
      "CepCode-BR",
      "Cnpj-BR",
      "CpfCode-BR",
      "ElectoralRollNumber-GB",
      "IndividualTaxIdentificationNumber-US",
      "InseeCode-FR",
      "NhsNumber-GB",
      "NieNumber-ES",
      "NifNumber-ES",
      "PermanentResidenceNumber-CA",
      "PostalCode-CA",
      "RgNumber-BR",
      "SocialInsuranceNumber-CA",
      "ZipCode-US",
    ]) {
      assert.equal(isDataIdentifier(identifier), true, identifier);
    }
    assert.equal(isDataIdentifier("NhsNumber"), false);
    assert.equal(isDataIdentifier("ZipCode"), false);
  });

  it("are masked by the basic scope where every country has them, and by the whole scope all together", () => {
    assert.deepEqual(MASKING_SCOPES, ["basic", "all"]);
    assert.equal(MASKED_IDENTIFIERS.basic.length, 29);
    assert.deepEqual(
      COMMON_DATA_IDENTIFIERS.filter((identifier) => !MASKED_IDENTIFIERS.basic.includes(identifier)),
      [],
    );
    assert.ok(MASKED_IDENTIFIERS.basic.includes("PhoneNumber-DE") && MASKED_IDENTIFIERS.basic.includes("Ssn-US"));
    assert.equal(MASKED_IDENTIFIERS.basic.includes("NhsNumber-GB"), false);
    assert.deepEqual(MASKED_IDENTIFIERS.all, DATA_IDENTIFIERS);
  });
});
