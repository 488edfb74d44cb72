import assert from "node:assert/strict";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import { type PolicyConfig, PolicyConfigError, reconcile } from "../../gate/policy-config";

const { ADVISORY, DISABLED, MANDATORY, REMEDIATE } = protocol.EnforcementLevel;

function pack(): protocol.AnalyzerInfo {
  const retention = new protocol.PolicyInfo();
  retention.setName("retention");
  retention.setEnforcementlevel(MANDATORY);
  const schema = new protocol.PolicyConfigSchema();
  schema.setProperties(
    Struct.fromJavaScript({
      minimumDays: { type: "integer", minimum: 1, default: 30 },
      classes: { type: "array", items: { type: "string" } },
    }),
  );
  retention.setConfigschema(schema);
  const naming = new protocol.PolicyInfo();
  naming.setName("naming");
  naming.setEnforcementlevel(ADVISORY);
  const info = new protocol.AnalyzerInfo();
  info.setName("pack");
  info.setPoliciesList([retention, naming]);
  return info;
}

function configured(config: PolicyConfig): Readonly<Record<string, unknown>> {
  const { request, levels } = reconcile(pack(), config);
  return Object.fromEntries(
    ["retention", "naming"].map((name) => {
      const entry = request.getPolicyconfigMap().get(name);
      return [name, [levels.get(name), entry?.getEnforcementlevel(), entry?.getProperties()?.toJavaScript()]];
    }),
  );
}

function mistakes(config: PolicyConfig): readonly string[] {
  let lines: readonly string[] = [];
  assert.throws(
    () => reconcile(pack(), config),
    (error) => {
      assert.ok(error instanceof PolicyConfigError);
      lines = error.message.split("\n").map((line) => line.trim());
      return true;
    },
  );
  assert.equal(lines[0], "The policy configuration is wrong:");
  return lines.slice(1);
}

describe("a pack's configuration", () => {
  it("defaults to each policy's own level and its schema's defaults", () => {
    assert.deepEqual(configured({}), {
      retention: ["mandatory", MANDATORY, { minimumDays: 30 }],
      naming: ["advisory", ADVISORY, {}],
    });
  });
  it("sets levels, as a string or among settings", () => {
    assert.deepEqual(configured({ retention: "remediate", naming: { enforcementLevel: "disabled" } }), {
      retention: ["remediate", REMEDIATE, { minimumDays: 30 }],
      naming: ["disabled", DISABLED, {}],
    });
  });
  it("sets the level of all policies except those that are named", () => {
    assert.deepEqual(configured({ all: "disabled", retention: { minimumDays: 90, enforcementLevel: "advisory" } }), {
      retention: ["advisory", ADVISORY, { minimumDays: 90 }],
      naming: ["disabled", DISABLED, {}],
    });
    assert.deepEqual((configured({ all: { enforcementLevel: "mandatory" } })["naming"] as unknown[])[0], "mandatory");
  });

  describe("is rejected", () => {
    it("with all mistakes at once", () => {
      assert.deepEqual(mistakes({ retentoin: "mandatory", retention: { minimumDays: 0 }, naming: { longest: 3 } }), [
        "retentoin: the pack pack has no such policy",
        "retention: minimumDays must be >= 1",
        "naming: settings must NOT have additional properties (longest; allowed are none)",
      ]);
    });
    it("if a level is invalid", () => {
      assert.deepEqual(mistakes({ retention: "strict" }), [
        'retention: enforcementLevel is "strict"; allowed are advisory, mandatory, disabled, remediate',
      ]);
      assert.equal(mistakes({ all: "strict" }).length, 2);
      assert.match(mistakes({ retention: "toString" })[0] ?? "", /enforcementLevel is "toString"/);
    });
    it("if a policy's settings are not an object", () => {
      assert.deepEqual(mistakes({ retention: ["mandatory"] }), [
        'retention: is ["mandatory"]; it must be a level or an object',
      ]);
      assert.deepEqual(mistakes({ retention: 3 }), ["retention: is 3; it must be a level or an object"]);
    });
    it("if a setting has the wrong type", () => {
      assert.deepEqual(mistakes({ retention: { minimumDays: "30" } }), ["retention: minimumDays must be integer"]);
      assert.deepEqual(mistakes({ retention: { classes: ["a", 1] } }), ["retention: classes/1 must be string"]);
    });
  });
});
