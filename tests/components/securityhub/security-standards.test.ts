import { deepEqual, equal, rejects } from "node:assert/strict";

import { SecurityStandards, type SecurityStandardsArgs } from "../../../components/securityhub/security-standards";
import { record, type Recording } from "../recorder";

const HUB = "aws:securityhub/account:Account";
const STANDARD = "aws:securityhub/standardsSubscription:StandardsSubscription";

function standards(args: SecurityStandardsArgs): Promise<Recording> {
  return record(() => new SecurityStandards("standards", args));
}

describe("SecurityStandards", () => {
  it("are Security Hub with AWS's standard on AI and its foundational one", async () => {
    const made = await standards({ region: "us-east-1" });
    deepEqual(made.children(), [
      "ai-governance-baseline:index:SecurityStandards standards",
      `${HUB} standards-hub`,
      `${STANDARD} standards-ai-security-best-practices`,
      `${STANDARD} standards-aws-foundational-security-best-practices`,
    ]);
    deepEqual(made.inputs(HUB, "standards-hub"), {
      enableDefaultStandards: false,
      autoEnableControls: true,
      controlFindingGenerator: "SECURITY_CONTROL",
      region: "us-east-1",
    });
    deepEqual(made.inputs(STANDARD, "standards-ai-security-best-practices"), {
      standardsArn: "arn:aws:securityhub:us-east-1::standards/ai-security-best-practices/v/1.0.0",
      region: "us-east-1",
    });
  });

  it("are those that are named, in the partition of the region", async () => {
    const made = await standards({ standards: ["nist-800-53"], region: "us-gov-west-1" });
    deepEqual(made.children(), [
      "ai-governance-baseline:index:SecurityStandards standards",
      `${HUB} standards-hub`,
      `${STANDARD} standards-nist-800-53`,
    ]);
    equal(
      made.inputs(STANDARD, "standards-nist-800-53")["standardsArn"],
      "arn:aws-us-gov:securityhub:us-gov-west-1::standards/nist-800-53/v/5.0.0",
    );
  });

  it("refuse to guess the region that their ARNs name", async () => {
    await rejects(standards({}), /SecurityStandards "standards": region is not set and the stack has no aws:region/);
  });

  for (const named of [[], ["pci-dss", "pci-dss"]] as const) {
    it(`refuse ${named.length === 0 ? "none" : "one twice"}`, async () => {
      await rejects(
        standards({ standards: named, region: "us-east-1" }),
        /SecurityStandards "standards": standards is \[.*\]\. Allowed: one or more of ai-security-best-practices, .*, each once\. Name each standard once, or leave standards out\./,
      );
    });
  }
});
