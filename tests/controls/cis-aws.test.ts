import assert from "node:assert/strict";

import { cis, cisAws3, cisAws5, cisAws6, cisAws7 } from "../../controls/frameworks/cis-aws";

describe("the CIS benchmark in four versions", () => {
  it("numbers logging as 3 up to version 5 and as 4 from version 6", () => {
    assert.deepEqual(cis("log-file-validation"), {
      "cis-aws-3.0.0": ["3.2"],
      "cis-aws-5.0.0": ["3.2"],
      "cis-aws-6.0.0": ["4.2"],
      "cis-aws-7.0.0": ["4.2"],
    });
  });

  it("omits versions that do not contain the requirement", () => {
    assert.deepEqual(cis("no-public-resource-policy"), { "cis-aws-7.0.0": ["2.21"] });
    assert.equal("4.10" in cisAws7.clauses, true);
    assert.equal(Object.values<string>(cisAws6.clauses).includes("Web front ends log access"), false);
  });

  it("groups several requirements by version", () => {
    assert.deepEqual(cis("bucket-public-access", "no-public-resource-policy"), {
      "cis-aws-3.0.0": ["2.1.4"],
      "cis-aws-5.0.0": ["2.1.4"],
      "cis-aws-6.0.0": ["3.1.4"],
      "cis-aws-7.0.0": ["3.1.4", "2.21"],
    });
  });

  it("gives the same number different meanings in different versions", () => {
    assert.equal(cisAws3.clauses["4.5"], "Trail changes trigger an alert");
    assert.equal(cisAws5.clauses["4.5"], "Trail changes trigger an alert");
    assert.equal(cisAws6.clauses["4.5"], "Trails are encrypted with a customer managed key");
    assert.equal(cisAws7.clauses["4.5"], "Trails are encrypted with a customer managed key");
  });

  it("copies the reason of an unclaimed requirement into every version", () => {
    assert.match(cisAws3.unclaimed["3.7"] ?? "", /network/);
    assert.match(cisAws7.unclaimed["4.7"] ?? "", /network/);
    assert.equal(cisAws7.unclaimed["4.6"], undefined);
  });
});
