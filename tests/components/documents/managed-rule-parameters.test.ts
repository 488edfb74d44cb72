import assert from "node:assert/strict";

import fc from "fast-check";

import {
  isLegalValue,
  parameterMistakes,
  parametersJson,
  resolveParameters,
} from "../../../components/documents/managed-rule-parameters";
import { MANAGED_RULE_IDS, managedRule } from "../../../facts/config/managed-rules";
import { CHECKABLE_RETENTION_DAYS } from "../../../facts/config/managed-rules-logging";

const anyRule = fc.constantFrom(...MANAGED_RULE_IDS);
const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

describe("The parameters of a managed rule", () => {
  it("are its defaults when none is given, ordered by name, each a string", () => {
    fc.assert(
      fc.property(anyRule, (id) => {
        const resolved = resolveParameters(id, {});
        const expected = Object.entries(managedRule(id).parameters)
          .filter(([, parameter]) => parameter.default !== undefined)
          .map(([name]) => name)
          .sort();
        assert.deepEqual(Object.keys(resolved), expected);
        assert.ok(Object.values(resolved).every((value) => typeof value === "string"));
      }),
    );
  });

  it("make the same JSON in whatever order they are given", () => {
    const values = {
      BlockPublicAcls: "True",
      BlockPublicPolicy: "False",
      IgnorePublicAcls: "True",
      RestrictPublicBuckets: "False",
    };
    const expected = JSON.stringify(values);
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(values), { minLength: 4 }), (entries) => {
        const given = Object.fromEntries(entries);
        const resolved = resolveParameters("s3-account-level-public-access-blocks-periodic", given);
        assert.equal(parametersJson(resolved), expected);
      }),
    );
  });

  it("are no JSON when there are none", () => {
    assert.equal(parametersJson(resolveParameters("cloudtrail-enabled", {})), undefined);
  });

  it("take for the minimum retention exactly the rule's own values", () => {
    const { legal } = managedRule("cw-loggroup-retention-period-check").parameters["MinRetentionTime"] ?? {};
    assert.ok(legal);
    const own: readonly number[] = CHECKABLE_RETENTION_DAYS;
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.constantFrom(1096, 2192, 2557, 2922, 3288, 3653, 365)), (days) => {
        assert.equal(isLegalValue(legal, String(days)), own.includes(days));
      }),
    );
  });

  it("take whole numbers within bounds and no other text for one", () => {
    const legal = { kind: "integer", minimum: 1, maximum: 168 } as const;
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 400 }), (value) => {
        assert.equal(isLegalValue(legal, String(value)), value >= 1 && value <= 168);
      }),
    );
    for (const [value, expected] of [
      ["0", false],
      ["1", true],
      ["168", true],
      ["169", false],
      ["01", false],
      ["1.0", false],
      [" 1", false],
      ["", false],
      ["1e2", false],
    ] as const) {
      assert.equal(isLegalValue(legal, value), expected, JSON.stringify(value));
    }
  });

  it("take lists of distinct log types only", () => {
    const legal = { kind: "items-of", values: LOG_TYPES } as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LOG_TYPES, "kubelet", " api", "")), (items) => {
        const expected =
          items.length > 0 && items.every((item) => LOG_TYPES.includes(item)) && new Set(items).size === items.length;
        assert.equal(isLegalValue(legal, items.join(",")), expected);
      }),
    );
  });

  it("refuse every mistake at once, saying what is taken", () => {
    const given = { logTypes: "audit,kubelet", logtypes: "audit", constructor: "x" };
    assert.deepEqual(parameterMistakes("eks-cluster-log-enabled", given, "parameters.eks-cluster-log-enabled"), [
      'parameters.eks-cluster-log-enabled.logTypes is "audit,kubelet"; eks-cluster-log-enabled takes a comma-separated list ' +
        "without blanks of api, audit, authenticator, controllerManager, scheduler, none twice.",
      "parameters.eks-cluster-log-enabled.logtypes is not a parameter of eks-cluster-log-enabled, which takes logTypes. " +
        "Remove it.",
      "parameters.eks-cluster-log-enabled.constructor is not a parameter of eks-cluster-log-enabled, which takes logTypes. " +
        "Remove it.",
    ]);
  });
});
