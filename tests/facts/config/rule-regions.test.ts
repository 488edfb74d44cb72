import { KNOWN_REGIONS } from "../../../facts/regions";
import assert from "node:assert/strict";

import { isOfferedIn, RULE_REGIONS, type RuleRegions } from "../../../facts/config/rule-regions";

describe("The regions of managed rules", () => {
  it("offer the AgentCore rules in the 14 regions of their pages and the rule on memory in 8 of them", () => {
    const agentCore = KNOWN_REGIONS.filter((region) => isOfferedIn(RULE_REGIONS.agentCore, region));
    const memory = KNOWN_REGIONS.filter((region) => isOfferedIn(RULE_REGIONS.agentCoreMemory, region));
    assert.equal(agentCore.length, 14);
    assert.equal(memory.length, 8);
    assert.deepEqual(
      memory.filter((region) => !agentCore.includes(region)),
      [],
    );
  });

  it("offer the rule on Bedrock data sources everywhere but in the 18 regions of its page", () => {
    const missing = KNOWN_REGIONS.filter((region) => !isOfferedIn(RULE_REGIONS.bedrockDataSource, region));
    assert.equal(missing.length, 18);
    assert.ok(missing.includes("us-west-1") && missing.includes("me-central-1"));
    assert.ok(!missing.includes("eu-central-2") && !missing.includes("us-west-2"));
  });

  it("offer the rules on key policies, bucket ACLs and notebooks everywhere but where their pages say", () => {
    const missing = (regions: RuleRegions): readonly string[] =>
      KNOWN_REGIONS.filter((region) => !isOfferedIn(regions, region));
    assert.deepEqual(missing(RULE_REGIONS.keyPolicy), ["ca-west-1", "us-gov-east-1", "us-gov-west-1"]);
    assert.deepEqual(missing(RULE_REGIONS.bucketAcl), ["ap-southeast-6"]);
    assert.deepEqual(missing(RULE_REGIONS.notebookNetwork), [
      "ap-east-2",
      "ap-south-2",
      "ap-southeast-4",
      "ap-southeast-5",
      "ap-southeast-6",
      "ap-southeast-7",
      "ca-west-1",
      "eu-central-2",
      "eu-south-2",
      "il-central-1",
      "me-central-1",
      "mx-central-1",
      "us-gov-east-1",
      "us-gov-west-1",
    ]);
  });

  it("offer a rule with exceptions in no region that is not known, and a rule without exceptions in any", () => {
    assert.equal(isOfferedIn(RULE_REGIONS.logGroupRetention, "xx-north-9"), false);
    assert.equal(isOfferedIn(RULE_REGIONS.all, "xx-north-9"), true);
  });

  it("name known regions only, none twice", () => {
    for (const regions of Object.values(RULE_REGIONS)) {
      const named = regions.kind === "all" ? [] : regions.regions;
      assert.equal(new Set(named).size, named.length);
      assert.deepEqual(
        named.filter((region) => !KNOWN_REGIONS.some((known) => known === region)),
        [],
      );
    }
  });
});
