import assert from "node:assert/strict";

import { OptionError } from "../../../components/base/options";
import { ConfigRemediation, type ConfigRemediationArgs } from "../../../components/config/config-remediation";
import { fixingRunbook } from "../../../components/documents/automation";
import {
  automationTrust,
  remediationOf,
  remediationStatements,
} from "../../../components/documents/config-remediations";
import { policyJson } from "../../../components/documents/iam";
import { REMEDIABLE_RULES } from "../../../facts/config/remediable-rules";
import { PLACE, record, type Recording } from "../recorder";

const COMPONENT = "ai-governance-baseline:index:ConfigRemediation";
const ROLE = "aws:iam/role:Role";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const RUNBOOK = "aws:ssm/document:Document";
const REMEDIATION = "aws:cfg/remediationConfiguration:RemediationConfiguration";
const TRAIL = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/audit";
const ROTATION = { ruleNames: { "cmk-backing-key-rotation-enabled": "drift-rotation" } };

function made(args: ConfigRemediationArgs): Promise<Recording> {
  return record(() => new ConfigRemediation("fix", args));
}

describe("ConfigRemediation", () => {
  it("is a role, its policy, a runbook and a remediation for each rule", async () => {
    const ruleNames = Object.fromEntries(REMEDIABLE_RULES.map((rule) => [rule, `drift-${rule}`]));
    const recording = await made({ ruleNames, trailArn: TRAIL });
    assert.deepEqual(
      recording.children(),
      [
        `${COMPONENT} fix`,
        ...REMEDIABLE_RULES.map((rule) => remediationOf(rule).name).flatMap((name) => [
          `${ROLE} fix-${name}-role`,
          `${ROLE_POLICY} fix-${name}-role-policy`,
          `${RUNBOOK} fix-${name}`,
          `${REMEDIATION} fix-${name}-remediation`,
        ]),
      ].sort(),
    );
  });

  it("waits for a person and changes nothing by default", async () => {
    const recording = await made({ ...ROTATION, region: "us-east-1" });
    assert.deepEqual(recording.inputs(REMEDIATION, "fix-key-rotation-remediation"), {
      configRuleName: "drift-rotation",
      resourceType: "AWS::KMS::Key",
      targetType: "SSM_DOCUMENT",
      targetId: "fix-key-rotation",
      automatic: false,
      parameters: [
        {
          name: "AutomationAssumeRole",
          staticValue: `arn:aws:iam:${PLACE.region}:${PLACE.accountId}:role/fix-key-rotation-role`,
        },
        { name: "DryRun", staticValue: "true" },
        { name: "KeyId", resourceValue: "RESOURCE_ID" },
      ],
      region: "us-east-1",
    });
  });

  it("starts by itself and changes what it finds where the options say both", async () => {
    const recording = await made({ ...ROTATION, automatic: true, dryRun: false });
    const { automatic, maximumAutomaticAttempts, retryAttemptSeconds, parameters } = recording.inputs(
      REMEDIATION,
      "fix-key-rotation-remediation",
    );
    assert.deepEqual([automatic, maximumAutomaticAttempts, retryAttemptSeconds], [true, 5, 60]);
    assert.deepEqual((parameters as readonly unknown[]).at(1), { name: "DryRun", staticValue: "false" }); // a list, as above
  });

  it("starts the logging of the trail that it is given, since the rule finds the account", async () => {
    const recording = await made({ ruleNames: { "cloudtrail-enabled": "drift-trail" }, trailArn: TRAIL });
    const { resourceType, parameters } = recording.inputs(REMEDIATION, "fix-trail-logging-remediation");
    assert.equal(resourceType, undefined);
    assert.deepEqual((parameters as readonly unknown[]).at(2), { name: "TrailName", staticValue: TRAIL }); // a list, as above
  });

  it("has a runbook of Automation, and a role that may do what it calls", async () => {
    const recording = await made(ROTATION);
    const remediation = remediationOf("cmk-backing-key-rotation-enabled");
    assert.deepEqual(recording.inputs(RUNBOOK, "fix-key-rotation"), {
      name: "fix-key-rotation",
      documentType: "Automation",
      documentFormat: "JSON",
      content: fixingRunbook(remediation.fix),
    });
    assert.deepEqual(recording.inputs(ROLE, "fix-key-rotation-role"), {
      name: "fix-key-rotation-role",
      description: "Systems Manager Automation runs the remediation fix-key-rotation",
      assumeRolePolicy: policyJson([automationTrust(PLACE)]),
    });
    assert.deepEqual(recording.inputs(ROLE_POLICY, "fix-key-rotation-role-policy"), {
      name: "fix-key-rotation-role-policy",
      role: "fix-key-rotation-role",
      policy: policyJson(remediationStatements(remediation, PLACE)),
    });
  });

  it("takes a rule's name of 64 characters", async () => {
    const configRuleName = "r".repeat(64);
    const recording = await made({ ruleNames: { "cmk-backing-key-rotation-enabled": configRuleName } });
    assert.equal(recording.inputs(REMEDIATION, "fix-key-rotation-remediation")["configRuleName"], configRuleName);
  });

  const REFUSED: readonly (readonly [string, ConfigRemediationArgs, RegExp])[] = [
    ["no rule", { ruleNames: {} }, /^ConfigRemediation "fix": ruleNames is \[\]\. Allowed: names of one or more of /],
    [
      "a rule without a remediation",
      { ruleNames: { ...ROTATION.ruleNames, ...{ "vpc-flow-logs-enabled": "flow" } } },
      /ruleNames is \["cmk-backing-key-rotation-enabled","vpc-flow-logs-enabled"\]/,
    ],
    [
      "a rule whose name the provider takes for none",
      { ruleNames: { "cmk-backing-key-rotation-enabled": "r".repeat(65) } },
      /ruleNames\.cmk-backing-key-rotation-enabled is "r{65}"\. Allowed: the name of a rule, 64 characters at most/,
    ],
    ["no trail to start", { ruleNames: { "cloudtrail-enabled": "drift-trail" } }, /trailArn is undefined\. Allowed: /],
    ["a trail that would be ignored", { ...ROTATION, trailArn: TRAIL }, /trailArn is .* which would ignore it/],
  ];
  for (const [title, args, message] of REFUSED) {
    it(`refuses ${title}`, () => {
      assert.throws(
        () => new ConfigRemediation("fix", args),
        (error) => {
          assert.ok(error instanceof OptionError);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }
});
