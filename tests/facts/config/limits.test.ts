import assert from "node:assert/strict";

import { BASELINE_GUARD_RULES } from "../../../components/documents/config-guard-rules";
import {
  GLOBAL_RECORDING_REGIONS,
  globalRecordingRegion,
  isRecordedIn,
  recordsGlobalResources,
  RECORDED_IN,
} from "../../../facts/config/limits";
import { isOfferedIn, RULE_REGIONS } from "../../../facts/config/rule-regions";
import { KNOWN_REGIONS } from "../../../facts/regions";

describe("The regions in which AWS Config records the types of IAM", () => {
  it("are those in which it offers the rules on IAM", () => {
    assert.deepEqual(
      GLOBAL_RECORDING_REGIONS,
      KNOWN_REGIONS.filter((region) => isOfferedIn(RULE_REGIONS.iam, region)),
    );
    assert.equal(GLOBAL_RECORDING_REGIONS.length, 26);
  });

  it("end with Jakarta, opened in December 2021", () => {
    assert.equal(recordsGlobalResources("ap-southeast-3"), true);
    assert.equal(recordsGlobalResources("me-central-1"), false);
    assert.equal(recordsGlobalResources("xx-north-9"), false);
  });
});

describe("The region that records what exists once in an account", () => {
  it("is the home region where it can, else the first other that can, else none", () => {
    assert.equal(globalRecordingRegion("eu-central-1", ["us-east-1"]), "eu-central-1");
    assert.equal(globalRecordingRegion("eu-central-2", ["me-central-1", "eu-west-1", "us-east-1"]), "eu-west-1");
    assert.equal(globalRecordingRegion("eu-central-2", ["eu-central-2"]), undefined);
    assert.equal(globalRecordingRegion("xx-north-9", []), undefined);
  });
});

describe("The regions in which AWS Config records the types of custom policy rules", () => {
  it("differ by type", () => {
    assert.equal(isRecordedIn("AWS::Bedrock::Guardrail", "eu-south-1"), true);
    assert.equal(isRecordedIn("AWS::Bedrock::KnowledgeBase", "eu-south-1"), false);
    assert.equal(isRecordedIn("AWS::Bedrock::Guardrail", "us-west-1"), false);
    assert.equal(isRecordedIn("AWS::Bedrock::Guardrail", "xx-north-9"), false);
  });

  it("are taken to be all for a type of no table", () => {
    assert.equal(isRecordedIn("AWS::S3::Bucket", "us-west-1"), true);
  });

  it("are known for every type of the baseline's own rules", () => {
    const types = BASELINE_GUARD_RULES.flatMap(({ resourceTypes }) => resourceTypes);
    assert.deepEqual([...new Set(types)], [...RECORDED_IN.keys()]);
  });
});
