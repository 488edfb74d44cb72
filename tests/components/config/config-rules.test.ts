import assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { ConfigRules, type ConfigRulesArgs, resolveConfigRules } from "../../../components/config/config-rules";
import { checkedConfigRules } from "../../../components/config/checked-config-rules";
import {
  checkableRetentionDays,
  type ConfigRulesChoice,
  planConfigRules,
} from "../../../components/documents/config-rules-plan";
import { BASELINE_GUARD_RULES, type GuardRule } from "../../../components/documents/config-guard-rules";
import { BASELINE_RULE_IDS, MANAGED_RULE_IDS } from "../../../facts/config/managed-rules";
import { PLACE, record } from "../recorder";

const REGION = PLACE.region;
const RULE = "aws:cfg/rule:Rule";
const COMPONENT = "ai-governance-baseline:index:ConfigRules";

function program(args: Omit<ConfigRulesArgs, "recorder">): () => ConfigRules {
  return () => {
    const recorder = new aws.cfg.Recorder("recorder", { roleArn: "arn:aws:iam::123456789012:role/config" });
    return new ConfigRules("drift", { ...args, recorder });
  };
}

describe("The options of ConfigRules", () => {
  it("are every baseline rule and every Guard rule of its own when only the recorder and the region are given", async () => {
    await record(() => {
      const recorder = new aws.cfg.Recorder("recorder", { roleArn: "arn:aws:iam::123456789012:role/config" });
      const { managed, ...options } = resolveConfigRules("drift", { recorder, region: REGION });
      assert.deepEqual(
        managed.map(({ id }) => id),
        BASELINE_RULE_IDS,
      );
      assert.deepEqual(Object.keys(options).sort(), ["before", "custom", "region", "unavailable"]);
      assert.deepEqual(
        options.before.map((resource) => resource === recorder),
        [true],
      );
      assert.deepEqual([options.region, options.custom, options.unavailable], [REGION, BASELINE_GUARD_RULES, []]);
    });
  });
});

describe("ConfigRules", () => {
  it("creates every baseline rule and every Guard rule of its own in a region that offers all", async () => {
    const recording = await record(program({ region: REGION }));
    assert.deepEqual(
      recording.children(),
      [
        "aws:cfg/recorder:Recorder recorder",
        `${COMPONENT} drift`,
        ...BASELINE_RULE_IDS.map((id) => `${RULE} drift-${id}`),
        ...BASELINE_GUARD_RULES.map(({ name }) => `${RULE} drift-${name}`),
      ].sort(),
    );
    assert.deepEqual(recording.inputs(COMPONENT, "drift"), { region: REGION, unavailableRules: [] });
  });

  it("names a rule as its child, or by its remediation where the provider could make none for so long a name", async () => {
    const rules = ["s3-bucket-level-public-access-prohibited", "access-keys-rotated"] as const;
    const namesIn = async (name: string): Promise<readonly unknown[]> => {
      const recording = await record(() => new ConfigRules(name, { rules, region: REGION, customPolicyRules: [] }));
      return rules.map((id) => recording.inputs(RULE, `${name}-${id}`)["name"]);
    };
    // 64 characters with the longer rule, and one more.
    const [short, long] = ["d".repeat(23), "d".repeat(24)] as const;
    assert.deepEqual(
      await namesIn(short),
      rules.map((id) => `${short}-${id}`),
    );
    assert.deepEqual(await namesIn(long), [`${long}-bucket-access`, `${long}-access-keys-rotated`]);
  });

  it("tells the names of the managed rules by the rule", async () => {
    await record(() => {
      const { managedRuleNames } = new ConfigRules("drift", { rules: ["access-keys-rotated"], region: REGION });
      assert.deepEqual(Object.keys(managedRuleNames), ["access-keys-rotated"]);
    });
  });

  it("gives a managed rule its identifier and its parameters as a JSON string of strings", async () => {
    const recording = await record(
      program({
        region: REGION,
        rules: ["cw-loggroup-retention-period-check", "cloudtrail-enabled"],
        minimumLogRetentionDays: 90,
        customPolicyRules: [],
      }),
    );
    assert.deepEqual(recording.inputs(RULE, "drift-cw-loggroup-retention-period-check"), {
      name: "drift-cw-loggroup-retention-period-check",
      description: "Non-compliant: A log group keeps its events for fewer days than the minimum",
      source: { owner: "AWS", sourceIdentifier: "CW_LOGGROUP_RETENTION_PERIOD_CHECK" },
      inputParameters: '{"MinRetentionTime":"90"}',
      region: REGION,
    });
    assert.deepEqual(recording.inputs(RULE, "drift-cloudtrail-enabled"), {
      name: "drift-cloudtrail-enabled",
      description: "Non-compliant: No trail is enabled in the account",
      source: { owner: "AWS", sourceIdentifier: "CLOUD_TRAIL_ENABLED" },
      region: REGION,
    });
  });

  it("runs Guard rules on the two change messages, within their resource types", async () => {
    const policyText = 'rule ready when resourceType == "AWS::Bedrock::Guardrail" { configuration.Status == "READY" }';
    const recording = await record(
      program({
        region: REGION,
        rules: [],
        customPolicyRules: [{ name: "ready", resourceTypes: ["AWS::Bedrock::Guardrail"], policyText }],
      }),
    );
    assert.deepEqual(recording.inputs(RULE, "drift-ready"), {
      name: "drift-ready",
      scope: { complianceResourceTypes: ["AWS::Bedrock::Guardrail"] },
      source: {
        owner: "CUSTOM_POLICY",
        sourceDetails: [
          { messageType: "ConfigurationItemChangeNotification" },
          { messageType: "OversizedConfigurationItemChangeNotification" },
        ],
        customPolicyDetails: { policyRuntime: "guard-2.x.x", policyText, enableDebugLogDelivery: false },
      },
      region: REGION,
    });
  });

  it("leaves out and lists what the region is not known to offer", async () => {
    const recording = await record(program({ region: "us-west-1", customPolicyRules: [] }));
    const unavailable = [
      "bedrock-data-source-encryption-enabled",
      "bedrock-agentcore-memory-encryption-enabled",
      "bedrockagentcore-gateway-authorizer-enabled",
      "bedrockagentcore-runtime-private-network-required",
      "bedrockagentcore-codeinterpreter-networkmode-check",
    ];
    assert.deepEqual(recording.inputs(COMPONENT, "drift")["unavailableRules"], unavailable);
    assert.deepEqual(
      recording.children().filter((child) => child.includes("bedrock")),
      [],
    );
  });

  it("leaves out and lists the custom policy rules on types that AWS Config does not record in the region", () => {
    const names = (region: string): readonly (readonly string[])[] => {
      const { custom, unavailable } = planConfigRules({ rules: [] }, region);
      return [custom.map(({ name }) => name), unavailable];
    };
    const all = BASELINE_GUARD_RULES.map(({ name }) => name);
    const onGuardrails = ["bedrock-guardrail-ready", "bedrock-guardrail-encrypted", "ai-resource-tagged"];
    assert.deepEqual(names("eu-central-1"), [all, []]);
    assert.deepEqual(names("eu-south-1"), [onGuardrails, all.filter((name) => !onGuardrails.includes(name))]);
    assert.deepEqual(names("us-west-1"), [[], all]);
    const own: GuardRule = { name: "own", resourceTypes: ["AWS::Bedrock::Guardrail"], policyText: "rule r {}" };
    const kept = [
      { ...own, name: "of-no-table", resourceTypes: ["AWS::S3::Bucket"] },
      { ...own, name: "partly-recorded", resourceTypes: ["AWS::Bedrock::Guardrail", "AWS::S3::Bucket"] },
    ];
    const plan = planConfigRules({ rules: [], customPolicyRules: [own, ...kept] }, "us-west-1");
    assert.deepEqual([plan.custom, plan.unavailable], [kept, ["own"]]);
  });

  it("leaves the rules on IAM to the region that records IAM", async () => {
    const names = async (globalResourceRules: boolean): Promise<readonly string[]> =>
      (await record(program({ region: REGION, customPolicyRules: [], globalResourceRules }))).children();
    const [there, elsewhere] = [await names(true), await names(false)];
    assert.deepEqual(
      there.filter((child) => !elsewhere.includes(child)),
      [
        "access-keys-rotated",
        "iam-customer-policy-blocked-kms-actions",
        "iam-policy-no-statements-with-admin-access",
        "iam-root-access-key-check",
        "iam-user-mfa-enabled",
      ].map((id) => `${RULE} drift-${id}`),
    );
    assert.equal(elsewhere.length, there.length - 5);
  });

  it("waits for the recorder", async () => {
    const recording = await record(program({ region: REGION, rules: ["cloudtrail-enabled"] }));
    for (const rule of ["drift-cloudtrail-enabled", "drift-bedrock-guardrail-ready"]) {
      assert.deepEqual(recording.registration(RULE, rule).dependsOn, ["aws:cfg/recorder:Recorder recorder"]);
    }
  });
});

describe("ConfigRules beside a recorder that exists already", () => {
  it("are created and wait for nothing", async () => {
    const recording = await record(
      () => new ConfigRules("drift", { region: REGION, rules: ["cloudtrail-enabled"], customPolicyRules: [] }),
    );
    assert.deepEqual(recording.children(), [`${COMPONENT} drift`, `${RULE} drift-cloudtrail-enabled`].sort());
    assert.deepEqual(recording.registration(RULE, "drift-cloudtrail-enabled").dependsOn, []);
  });
});

describe("The plan of Config rules", () => {
  it("takes the rule's own retention periods, and of CloudWatch Logs' others the next lower one for the rule", () => {
    const parameter = (days: number) =>
      checkedConfigRules({ rules: ["cw-loggroup-retention-period-check"], minimumLogRetentionDays: days }, REGION)
        .managed[0]?.inputParameters;
    assert.equal(parameter(731), '{"MinRetentionTime":"731"}');
    assert.equal(parameter(3653), '{"MinRetentionTime":"3653"}');
    for (const days of [0, 366, 1096, 2557, 3654]) {
      assert.throws(() => parameter(days), {
        message:
          `minimumLogRetentionDays is ${days}; cw-loggroup-retention-period-check takes 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, ` +
          "180, 365, 400, 545, 731, 1827, 3653. CloudWatch Logs allows more periods than this rule can check: choose the next " +
          "lower one.",
      });
    }
    assert.deepEqual(
      [1, 364, 365, 1096, 2557, 3652, 3653].map(checkableRetentionDays),
      [1, 180, 365, 731, 1827, 1827, 3653],
    );
  });

  it("keeps the parameters of a rule that the region lacks from being a mistake", () => {
    const parameters = { "cw-loggroup-retention-period-check": { LogGroupNames: "/ai-governance/" } };
    const plan = planConfigRules(
      {
        rules: ["cw-loggroup-retention-period-check"],
        parameters,
        minimumLogRetentionDays: 30,
        customPolicyRules: [],
      },
      "me-central-1",
    );
    assert.deepEqual(plan.unavailable, ["cw-loggroup-retention-period-check"]);
    assert.deepEqual(plan.managed, []);
  });

  it("refuses every mistake at once", () => {
    const choice: ConfigRulesChoice = {
      // Settings files can name any rule.
      rules: ["cloudtrail-enabled", "cloudtrail-enabled", "cloudtrail-disabled" as "cloudtrail-enabled"],
      parameters: { "access-keys-rotated": { maxAccessKeyAge: "30" } },
      minimumLogRetentionDays: 365,
      customPolicyRules: [
        { name: "Groups", resourceTypes: ["AWS::Logs::LogGroup"], policyText: " " },
        { name: "none", resourceTypes: [], policyText: "x".repeat(10_001) },
        { name: "none", resourceTypes: ["AWS::S3::Bucket"], policyText: "x".repeat(10_000) },
      ],
    };
    assert.throws(() => checkedConfigRules(choice, REGION), {
      message: [
        `rules has "cloudtrail-disabled", which is not a known managed rule. Known are: ${MANAGED_RULE_IDS.join(", ")}.`,
        'rules has "cloudtrail-enabled" more than once. Name each rule once.',
        'parameters.access-keys-rotated would be ignored, since rules has no "access-keys-rotated". Add the rule or remove its ' +
          "parameters.",
        'minimumLogRetentionDays would be ignored, since rules has no "cw-loggroup-retention-period-check". Add the rule or ' +
          "remove the option.",
        'customPolicyRules[0].name is "Groups"; allowed are 1 to 64 small letters, digits and inner hyphens.',
        'customPolicyRules[0].resourceTypes has "AWS::Logs::LogGroup", which AWS Config does not record, so the rule would ' +
          "never run.",
        "customPolicyRules[0].policyText has 1 characters; allowed are 1 to 10000, not all blank.",
        "customPolicyRules[1].resourceTypes is empty, so that every change would trigger the rule. Name its resource types.",
        "customPolicyRules[1].policyText has 10001 characters; allowed are 1 to 10000, not all blank.",
        'customPolicyRules has "none" more than once. Names must differ.',
      ].join("\n"),
    });
  });

  it("refuses a rule on IAM where such rules are kept away, and lists it where the region lacks it", () => {
    assert.throws(
      () =>
        checkedConfigRules(
          { rules: ["access-keys-rotated", "cloudtrail-enabled"], globalResourceRules: false },
          REGION,
        ),
      {
        message:
          'rules has "access-keys-rotated", which is about what exists once in the account, while globalResourceRules is ' +
          "false. Remove the rule, or set globalResourceRules to true in this one region.",
      },
    );
    const alone: ConfigRulesChoice = { rules: ["access-keys-rotated"], customPolicyRules: [] };
    assert.deepEqual(planConfigRules(alone, "me-central-1").unavailable, ["access-keys-rotated"]);
    const elsewhere = planConfigRules({ globalResourceRules: false }, "me-central-1");
    assert.equal(elsewhere.unavailable.includes("access-keys-rotated"), false);
  });

  it("refuses a minimum retention that is given twice", () => {
    const choice = {
      parameters: { "cw-loggroup-retention-period-check": { MinRetentionTime: "365" } },
      minimumLogRetentionDays: 365,
    };
    assert.throws(() => checkedConfigRules(choice, REGION), {
      message:
        "minimumLogRetentionDays and parameters.cw-loggroup-retention-period-check.MinRetentionTime say the same thing twice. " +
        "Set one of them.",
    });
  });
});
