import assert from "node:assert/strict";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import fc from "fast-check";
import { type OrganizationPolicy, parseOrganizationPolicy } from "../../gate/organization-policy";
import { type FurtherConfiguration, type PolicyConfig, PolicyConfigError, reconcile } from "../../gate/policy-config";
import { isWeaker } from "../../gate/policy-levels";

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

function configured(config: PolicyConfig, further: FurtherConfiguration = {}): Readonly<Record<string, unknown>> {
  const { request, levels } = reconcile(pack(), config, further);
  return Object.fromEntries(
    ["retention", "naming"].map((name) => {
      const entry = request.getPolicyconfigMap().get(name);
      return [name, [levels.get(name), entry?.getEnforcementlevel(), entry?.getProperties()?.toJavaScript()]];
    }),
  );
}

function refusal(config: PolicyConfig, further: FurtherConfiguration = {}): readonly string[] {
  let lines: readonly string[] = [];
  assert.throws(
    () => reconcile(pack(), config, further),
    (error) => {
      assert.ok(error instanceof PolicyConfigError);
      lines = error.message.split("\n").map((line) => line.trim());
      return true;
    },
  );
  return lines;
}

function mistakes(config: PolicyConfig): readonly string[] {
  const [head, ...lines] = refusal(config);
  assert.equal(head, "The policy configuration is wrong:");
  return lines;
}

function organization(content: unknown): OrganizationPolicy {
  const parsed = parseOrganizationPolicy(content);
  return parsed.ok ? parsed.policy : assert.fail(parsed.mistakes.join("; "));
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

describe("the configuration of a policy whose name every object has", () => {
  it("is what is written, and not what the language adds", () => {
    const info = pack();
    const policy = new protocol.PolicyInfo();
    policy.setName("constructor");
    policy.setEnforcementlevel(MANDATORY);
    info.addPolicies(policy);
    const levelWith = (config: PolicyConfig) => reconcile(info, config).levels.get("constructor");
    assert.equal(levelWith({}), "mandatory");
    assert.equal(levelWith({ constructor: "advisory" }), "advisory");
    // JSON.parse makes a property of it; it is no policy of this pack.
    assert.throws(
      () => levelWith(JSON.parse('{"__proto__": {"constructor": "disabled"}}') as PolicyConfig),
      /__proto__/,
    );
  });
});

describe("the configuration in the program's folder", () => {
  const FIX =
    "Pass --trust-program-config if nobody you distrust can change it, or name a file of your own by --policy-config.";
  const refused = (program: PolicyConfig, config: PolicyConfig = {}): readonly string[] => {
    const [head, ...lines] = refusal(config, { program });
    assert.equal(head, "The policy configuration in the program's folder may raise levels, and nothing else:");
    assert.equal(lines.pop(), FIX);
    return lines;
  };

  it("raises levels above the pack's and the operator's", () => {
    const levels = (config: PolicyConfig, program: PolicyConfig): readonly unknown[] => [
      ...reconcile(pack(), config, { program }).levels.values(),
    ];
    assert.deepEqual(levels({}, { naming: "mandatory" }), ["mandatory", "mandatory"]);
    assert.deepEqual(levels({ all: "disabled" }, { retention: { enforcementLevel: "advisory" } }), [
      "advisory",
      "disabled",
    ]);
    assert.deepEqual(levels({}, { all: "mandatory" }), ["mandatory", "mandatory"]);
    assert.deepEqual(levels({ retention: "remediate" }, { retention: "mandatory" }), ["remediate", "advisory"]);
  });
  it("is refused where it lowers a level, by name or for all", () => {
    assert.deepEqual(refused({ retention: "disabled", naming: "advisory" }), [
      "retention: lowers the level from mandatory to disabled",
    ]);
    assert.deepEqual(refused({ all: "disabled" }), [
      "retention: lowers the level from mandatory to disabled",
      "naming: lowers the level from advisory to disabled",
    ]);
    assert.deepEqual(refused({ naming: "disabled" }, { naming: "mandatory" }), [
      "naming: lowers the level from mandatory to disabled",
    ]);
  });
  it("is refused where it changes a setting, be it to its default or beside a higher level", () => {
    assert.deepEqual(refused({ retention: { minimumDays: 30 } }), ["retention: changes minimumDays"]);
    assert.deepEqual(refused({ retention: { enforcementLevel: "mandatory", classes: ["a"], minimumDays: 400 } }), [
      "retention: changes classes, minimumDays",
    ]);
  });
  it("is refused where it names no policy and no level", () => {
    assert.deepEqual(refused({ retentoin: "mandatory", naming: "strict" }), [
      "retentoin: the pack pack has no such policy",
      'naming: asks for the level "strict", which is none',
    ]);
  });
  it("never weakens anything, whatever it holds", () => {
    const entry = fc.oneof(fc.constantFrom("advisory", "mandatory", "disabled", "remediate"), fc.jsonValue());
    const before = reconcile(pack(), {}).levels;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("all", "retention", "naming", "x"), entry), (program) => {
        try {
          const { levels, weakened } = reconcile(pack(), {}, { program });
          assert.deepEqual(weakened, []);
          for (const [name, level] of before) {
            assert.ok(!isWeaker(levels.get(name) ?? "disabled", level));
          }
        } catch (error) {
          assert.ok(error instanceof PolicyConfigError, String(error));
        }
      }),
    );
  });
});

describe("an organization's policy", () => {
  const FIX = "Raise the policy configuration to what the organization asks for.";
  const refused = (config: PolicyConfig, content: unknown): readonly string[] => {
    const [head, ...lines] = refusal(config, { organization: organization(content) });
    assert.equal(head, "The policy configuration goes below the organization's policy:");
    assert.equal(lines.pop(), FIX);
    return lines;
  };
  const misfit = (content: unknown): readonly string[] => {
    const [head, ...lines] = refusal({}, { organization: organization(content) });
    assert.equal(head, "The organization's policy does not fit the pack:");
    return lines;
  };

  it("raises levels and settings that nobody configured", () => {
    const content = {
      levels: { all: "mandatory" },
      settings: [{ rule: "retention", setting: "minimumDays", minimum: 365 }],
    };
    assert.deepEqual(configured({}, { organization: organization(content) }), {
      retention: ["mandatory", MANDATORY, { minimumDays: 365 }],
      naming: ["mandatory", MANDATORY, {}],
    });
  });
  it("leaves alone what is as strict or stricter", () => {
    const content = {
      levels: { all: "advisory", retention: "default" },
      settings: [{ rule: "retention", setting: "minimumDays", minimum: 30, maximum: 400 }],
    };
    assert.deepEqual(
      configured({ naming: "mandatory", retention: { minimumDays: 400 } }, { organization: organization(content) }),
      { retention: ["mandatory", MANDATORY, { minimumDays: 400 }], naming: ["mandatory", MANDATORY, {}] },
    );
  });
  it("refuses levels below its own: by rule, for all, and as the pack has them", () => {
    assert.deepEqual(refused({ retention: "advisory" }, { levels: { retention: "mandatory" } }), [
      "retention: the level is advisory; the organization asks for mandatory",
    ]);
    assert.deepEqual(refused({ all: "disabled" }, { levels: { all: "advisory" } }), [
      "retention: the level is disabled; the organization asks for advisory",
      "naming: the level is disabled; the organization asks for advisory",
    ]);
    assert.deepEqual(refused({ all: "disabled" }, { levels: { all: "default" } }), [
      "retention: the level is disabled; the organization asks for mandatory",
      "naming: the level is disabled; the organization asks for advisory",
    ]);
  });
  it("lets a level by name go below the one for all", () => {
    const content = { levels: { all: "default", retention: "advisory" } };
    const { levels } = reconcile(pack(), { retention: "advisory" }, { organization: organization(content) });
    assert.equal(levels.get("retention"), "advisory");
  });
  it("refuses settings out of its bounds, on both sides, and others than the value it names", () => {
    const bounded = { settings: [{ rule: "retention", setting: "minimumDays", minimum: 90, maximum: 400 }] };
    assert.deepEqual(refused({ retention: { minimumDays: 89 } }, bounded), [
      "retention: minimumDays is 89; the organization asks for at least 90",
    ]);
    assert.deepEqual(refused({ retention: { minimumDays: 401 } }, bounded), [
      "retention: minimumDays is 401; the organization asks for at most 400",
    ]);
    const exact = { settings: [{ rule: "retention", setting: "classes", equals: ["standard"] }] };
    assert.deepEqual(refused({ retention: { classes: [] } }, exact), [
      'retention: classes is []; the organization asks for ["standard"]',
    ]);
  });
  it("does not let a rule whose settings are bounded be switched off", () => {
    const bounded = { settings: [{ rule: "retention", setting: "minimumDays", minimum: 30 }] };
    assert.deepEqual(refused({ retention: "disabled" }, bounded), [
      "retention: the level is disabled; the organization asks for mandatory",
    ]);
    assert.deepEqual(refused({ retention: "advisory" }, { ...bounded, levels: { all: "advisory" } }), [
      "retention: the level is advisory; the organization asks for mandatory",
    ]);
  });
  it("is refused if it names what the pack does not have or cannot be", () => {
    assert.deepEqual(
      misfit({
        levels: { retentoin: "mandatory" },
        settings: [
          { rule: "nameing", setting: "longest", maximum: 3 },
          { rule: "naming", setting: "longest", maximum: 3 },
          { rule: "retention", setting: "minimumDays", minimum: 0.5 },
        ],
        mustCheck: ["rotatoin"],
        exemptions: { never: ["all", "kye-rotation"] },
      }),
      [
        "retentoin: the pack pack has no such policy",
        "nameing: the pack pack has no such policy",
        "rotatoin: the pack pack has no such policy",
        "kye-rotation: the pack pack has no such policy",
        "naming: has no setting longest; its settings are none",
        "retention: minimumDays must be integer",
        "retention: minimumDays must be >= 1",
      ],
    );
  });
  it("is a floor, whatever is configured", () => {
    const content = {
      levels: { naming: "advisory", retention: "mandatory" },
      settings: [{ rule: "retention", setting: "minimumDays", minimum: 90 }],
    };
    const level = fc.constantFrom("advisory", "mandatory", "disabled", "remediate");
    const entry = fc.record({ enforcementLevel: level, minimumDays: fc.integer({ min: 1 }) }, { requiredKeys: [] });
    const config = fc.record({ all: level, naming: level, retention: entry }, { requiredKeys: [] });
    fc.assert(
      fc.property(config, config, (operator, program) => {
        try {
          const further = { program, organization: organization(content) };
          const { request, levels } = reconcile(pack(), operator, further);
          assert.equal(isWeaker(levels.get("retention") ?? "disabled", "mandatory"), false);
          assert.notEqual(levels.get("naming"), "disabled");
          const settings = request.getPolicyconfigMap().get("retention")?.getProperties()?.toJavaScript();
          assert.ok(Number(settings?.["minimumDays"]) >= 90);
        } catch (error) {
          assert.ok(error instanceof PolicyConfigError, String(error));
        }
      }),
    );
  });
});

describe("what a configuration weakens", () => {
  const changes = (config: PolicyConfig, content?: unknown): readonly string[] =>
    reconcile(pack(), config, content === undefined ? {} : { organization: organization(content) }).weakened.map(
      ({ rule, change }) => `${rule} ${change}`,
    );

  it("is nothing without one, or by a stricter one", () => {
    assert.deepEqual(changes({}), []);
    assert.deepEqual(changes({ naming: "mandatory", retention: { minimumDays: 30 } }), []);
  });
  it("is each rule that is disabled, lowered or set otherwise", () => {
    assert.deepEqual(changes({ naming: "disabled", retention: { enforcementLevel: "advisory", minimumDays: 7 } }), [
      "retention is advisory instead of mandatory",
      "retention has minimumDays 7 instead of 30",
      "naming is disabled",
    ]);
    assert.deepEqual(changes({ retention: { classes: ["a"] } }), ['retention has classes ["a"] instead of nothing']);
  });
  it("is measured by the organization's policy, which weakens nothing itself", () => {
    const content = { levels: { all: "mandatory", naming: "advisory" } };
    const bounds = { settings: [{ rule: "retention", setting: "minimumDays", minimum: 90 }] };
    assert.deepEqual(changes({}, { ...content, ...bounds }), []);
    assert.deepEqual(changes({ retention: { minimumDays: 100 } }, bounds), [
      "retention has minimumDays 100 instead of 90",
    ]);
  });
});
