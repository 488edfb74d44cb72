import assert from "node:assert/strict";
import { sortExemptions } from "../../../policies/exemptions";
import { exemptionTemplates } from "../../../reports/explanation/explanation";
import { BUCKET, TRAIL } from "../sample";
import { explanation, FAILURE, fingerprinted, RULE } from "./sample";

const KNOWN = new Set([RULE.id]);
const TODAY = "2026-11-28";

describe("The exemption that an explanation offers", () => {
  it("names the rule, the resource and the property, and what people have to write", () => {
    assert.deepEqual(exemptionTemplates(explanation()), [
      {
        rule: "trail-validates",
        urn: TRAIL,
        property: "enableLogFileValidation",
        reason: "WHY IT IS ACCEPTED",
        owner: "WHO ANSWERS FOR IT",
        approver: "WHO APPROVED IT",
        expires: "YYYY-MM-DD",
      },
    ]);
  });

  it("is refused by the pack as it is, and taken with its day written", () => {
    const [template] = exemptionTemplates(explanation());
    const asItIs = sortExemptions([template], KNOWN, TODAY);
    assert.deepEqual([asItIs.inForce.length, asItIs.defects[0]?.kind], [0, "malformed"]);
    assert.match(asItIs.defects[0]?.problem ?? "", /expires on "YYYY-MM-DD"/);
    assert.equal(sortExemptions([{ ...template, expires: TODAY }], KNOWN, TODAY).inForce.length, 1);
  });

  it("is one for each finding that fails or is undecided, and none for what passed or is exempt already", () => {
    const results = ["fail", "undecided", "exempt", "pass"] as const;
    const findings = results.map((result) => fingerprinted({ result, property: result }));
    assert.deepEqual(
      exemptionTemplates(explanation({ findings })).map(({ property }) => property),
      ["fail", "undecided"],
    );
  });

  it("is told once where findings differ by their messages only", () => {
    const findings = [FAILURE, { ...FAILURE, message: "is something else" }, fingerprinted({ urn: BUCKET })];
    assert.deepEqual(
      exemptionTemplates(explanation({ findings })).map(({ urn }) => urn),
      [TRAIL, BUCKET],
    );
  });

  it("has no property where the finding has none", () => {
    const [template] = exemptionTemplates(explanation({ findings: [fingerprinted()] }));
    assert.ok(template !== undefined && !("property" in template));
  });

  it("has the property as the program declares it, not as a diagnostic encodes it", () => {
    for (const [told, declared] of [
      ["tags.a%20b", "tags.a b"],
      ["%5Bexempt%5D", "[exempt%5D"],
      ["tags.a%2Fb", "tags.a%2Fb"],
      ["tags.100%", "tags.100%"],
      ["tags.%FF", "tags.%FF"],
    ] as const) {
      const findings = [fingerprinted({ property: told })];
      assert.equal(exemptionTemplates(explanation({ findings }))[0]?.property, declared);
    }
  });

  it("is none where the rule's findings cannot be exempted from, or the resource has no URN", () => {
    assert.deepEqual(exemptionTemplates(explanation({ rule: { ...RULE, notExempt: "Nothing does." } })), []);
    assert.deepEqual(exemptionTemplates(explanation({ findings: [fingerprinted({ urn: "" })] })), []);
  });
});
