import assert from "node:assert/strict";

import { isLegalValue } from "../../../components/documents/managed-rule-parameters";
import { type RuleTrigger } from "../../../facts/config/managed-rule";
import { BASELINE_RULE_IDS, MANAGED_RULE_IDS, managedRule } from "../../../facts/config/managed-rules";
import { RULE_REGIONS } from "../../../facts/config/rule-regions";

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

  it("says of the rules on IAM, and of no others, that they read what exists once in the account", () => {
    assert.deepEqual(
      MANAGED_RULE_IDS.filter((id) => managedRule(id).readsGlobalResources),
      MANAGED_RULE_IDS.filter((id) => managedRule(id).regions === RULE_REGIONS.iam),
    );
  });

  it("counts the triggers as AWS lists them", () => {
    const counted = (wanted: RuleTrigger): number =>
      MANAGED_RULE_IDS.filter((id) => managedRule(id).trigger === wanted).length;
    assert.deepEqual([counted("change"), counted("periodic"), counted("hybrid")], [20, 20, 2]);
    assert.equal(managedRule("eks-cluster-log-enabled").trigger, "change");
    assert.equal(managedRule("eks-cluster-secrets-encrypted").trigger, "periodic");
    assert.equal(managedRule("s3-bucket-public-read-prohibited").trigger, "hybrid");
  });
});
