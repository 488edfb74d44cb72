import assert from "node:assert/strict";
import fc from "fast-check";
import type { ResourceState, WireMap } from "../../pulumi/stack-state";
import { configRulesLeftOut, leftOutLine } from "../../reports/config-rules-left-out";
import { hostileText } from "./hostile";
import { reportWithRulesLeftOut } from "./sample";

function rules(inputs: WireMap, type = "ai-governance-baseline:index:ConfigRules"): ResourceState {
  return { urn: `urn:pulumi:prod::governance::${type}::rules`, type, custom: false, inputs, outputs: {} };
}

describe("The Config rules that a report names as left out", () => {
  it("are those of each region's component", () => {
    assert.deepEqual(configRulesLeftOut(reportWithRulesLeftOut.resources), [
      { region: "us-west-1", rules: ["bedrock-guardrail-ready", "key-policy | checked"] },
    ]);
  });

  it("are joined for components of the same region, each rule once", () => {
    const resources = [
      rules({ region: "us-west-1", unavailableRules: ["one", "two"] }),
      rules({ region: "us-west-1", unavailableRules: ["two", "three"] }),
      rules({ region: "eu-south-1", unavailableRules: ["one"] }),
    ];
    assert.deepEqual(configRulesLeftOut(resources), [
      { region: "us-west-1", rules: ["one", "two", "three"] },
      { region: "eu-south-1", rules: ["one"] },
    ]);
  });

  it("are nothing where the inputs are of another type or another form", () => {
    const unreadable = [
      rules({ region: "us-west-1", unavailableRules: ["one"] }, "other:index:ConfigRules"),
      rules({ region: "us-west-1" }),
      rules({ region: "us-west-1", unavailableRules: "one" }),
      rules({ region: "us-west-1", unavailableRules: [1, null] }),
      rules({ region: 1, unavailableRules: ["one"] }),
    ];
    assert.deepEqual(configRulesLeftOut(unreadable), []);
  });

  it("take one line for any text", () => {
    fc.assert(
      fc.property(hostileText, (region) => {
        assert.doesNotMatch(leftOutLine({ region, rules: ["one"] }), /[\n\u001B]/);
      }),
    );
    assert.equal(leftOutLine({ region: "eu-south-1", rules: ["one"] }), "AWS Config lacks 1 chosen rule in eu-south-1");
  });
});
