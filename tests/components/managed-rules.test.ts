import assert from "node:assert/strict";

import { isLegalValue } from "../../components/managed-rule-parameters";
import { BASELINE_RULE_IDS, MANAGED_RULE_IDS, managedRule } from "../../components/managed-rules";

/** Rules whose identifier is not their name in capitals, as AWS warns on their pages. */
const RENAMED: Readonly<Record<string, string>> = {
  "cloudtrail-enabled": "CLOUD_TRAIL_ENABLED",
  "multi-region-cloudtrail-enabled": "MULTI_REGION_CLOUD_TRAIL_ENABLED",
};

describe("The table of managed rules", () => {
  for (const id of MANAGED_RULE_IDS) {
    it(`identifies ${id} as AWS does and gives its parameters legal defaults`, () => {
      const { identifier, parameters, description } = managedRule(id);
      assert.equal(identifier, RENAMED[id] ?? id.toUpperCase().replaceAll("-", "_"));
      assert.match(description, /^[A-Z].*[^.]$/);
      for (const { legal, default: value } of Object.values(parameters)) {
        assert.ok(value === undefined || isLegalValue(legal, value), value);
      }
    });
  }

  it("has each identifier once", () => {
    assert.equal(new Set(MANAGED_RULE_IDS.map((id) => managedRule(id).identifier)).size, MANAGED_RULE_IDS.length);
  });

  it("leaves out of the baseline only what the baseline itself would fail or what is no matter of evidence", () => {
    assert.deepEqual(
      MANAGED_RULE_IDS.filter((id) => !BASELINE_RULE_IDS.includes(id)),
      ["s3-default-encryption-kms", "sagemaker-endpoint-config-prod-instance-count"],
    );
  });
});
