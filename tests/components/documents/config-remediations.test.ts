import assert from "node:assert/strict";

import {
  automationTrust,
  remediationOf,
  remediationParameters,
  remediationStatements,
} from "../../../components/documents/config-remediations";
import { BASELINE_RULE_IDS } from "../../../facts/config/managed-rules";
import { REMEDIABLE_RULES } from "../../../facts/config/remediable-rules";
import { PLACE } from "../recorder";

/** What IAM calls the operations whose action has another name. */
const ACTIONS: Readonly<Record<string, string>> = {
  "s3:GetPublicAccessBlock": "s3:GetBucketPublicAccessBlock",
  "s3:PutPublicAccessBlock": "s3:PutBucketPublicAccessBlock",
};

/** An identity that a rule of AWS Config can have found, and one that it cannot. */
const TARGETS = {
  "cloudtrail-enabled": ["arn:aws:cloudtrail:eu-central-1:123456789012:trail/audit", "{{ DryRun }}"],
  "cmk-backing-key-rotation-enabled": ["1234abcd-12ab-34cd-56ef-1234567890ab", ""],
  "s3-bucket-level-public-access-prohibited": ["audit-123456789012", "Audit"],
} as const;

describe("The remediations of AWS Config's rules", () => {
  it("are of these rules, all of the baseline", () => {
    assert.deepEqual([...REMEDIABLE_RULES].sort(), Object.keys(TARGETS).sort());
    assert.deepEqual(
      REMEDIABLE_RULES.filter((rule) => !BASELINE_RULE_IDS.includes(rule)),
      [],
    );
  });

  for (const rule of REMEDIABLE_RULES) {
    const remediation = remediationOf(rule);
    const { fix, name } = remediation;

    it(`of ${rule} call what their role may call, and nothing else`, () => {
      const called = [fix.read, fix.change].map(({ service, api }) => `${service}:${api}`);
      assert.deepEqual(
        called.map((operation) => ACTIONS[operation] ?? operation),
        remediation.actions,
      );
    });

    it(`of ${rule} are about the resource that they are given, whose form they check`, () => {
      const [good, bad] = TARGETS[rule];
      assert.match(good, new RegExp(fix.target.pattern));
      assert.doesNotMatch(bad, new RegExp(fix.target.pattern));
      for (const { parameters } of [fix.read, fix.change]) {
        assert.ok(Object.values<unknown>(parameters).includes(`{{ ${fix.target.name} }}`));
      }
    });

    it(`of ${rule} leave room for a region in the name of their role, which IAM bounds to 64 characters`, () => {
      assert.ok(`baseline-ap-southeast-1-remediation-${name}-role`.length <= 64);
    });
  }

  it("may act in their account alone", () => {
    const statements = REMEDIABLE_RULES.map((rule) => remediationStatements(remediationOf(rule), PLACE));
    assert.deepEqual(
      statements.flat().map(({ Resource, Condition }) => [Resource, Condition]),
      [
        ["arn:aws:cloudtrail:*:123456789012:trail/*", undefined],
        ["arn:aws:kms:*:123456789012:key/*", undefined],
        ["arn:aws:s3:::*", { StringEquals: { "aws:ResourceAccount": "123456789012" } }],
      ],
    );
  });

  it("have a role that runs in the account alone may take on", () => {
    assert.deepEqual(automationTrust(PLACE), {
      Sid: "AutomationAssumesRole",
      Effect: "Allow",
      Principal: { Service: "ssm.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": "arn:aws:ssm:*:123456789012:automation-execution/*" },
      },
    });
  });

  it("are given what was found, or a target where nothing is", () => {
    const remediation = remediationOf("cmk-backing-key-rotation-enabled");
    assert.deepEqual(remediationParameters(remediation, { roleArn: "r", target: undefined, dryRun: true }), [
      { name: "AutomationAssumeRole", staticValue: "r" },
      { name: "DryRun", staticValue: "true" },
      { name: "KeyId", resourceValue: "RESOURCE_ID" },
    ]);
    assert.deepEqual(remediationParameters(remediation, { roleArn: "r", target: "k", dryRun: false }), [
      { name: "AutomationAssumeRole", staticValue: "r" },
      { name: "DryRun", staticValue: "false" },
      { name: "KeyId", staticValue: "k" },
    ]);
  });
});
