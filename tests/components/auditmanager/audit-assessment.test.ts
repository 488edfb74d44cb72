import assert from "node:assert/strict";

import { AuditAssessment, type AuditAssessmentArgs } from "../../../components/auditmanager/audit-assessment";
import { PLACE, record, type Recording } from "../recorder";

const ASSESSMENT = "aws:auditmanager/assessment:Assessment";
const OWNER = `arn:aws:iam::${PLACE.accountId}:role/audit-owner`;
const FRAMEWORK = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

describe("AuditAssessment", () => {
  it("is an assessment of the account by the framework", async () => {
    const made = await assessment({ region: "us-east-1" });
    assert.deepEqual(made.children(), [
      "ai-governance-baseline:index:AuditAssessment audit",
      `${ASSESSMENT} audit-assessment`,
    ]);
    assert.deepEqual(made.inputs(ASSESSMENT, "audit-assessment"), {
      name: "audit-assessment",
      description: "Evidence of how AI is governed in this account",
      frameworkId: FRAMEWORK,
      assessmentReportsDestination: { destination: "s3://acme-audit-reports", destinationType: "S3" },
      roles: [{ roleArn: OWNER, roleType: "PROCESS_OWNER" }],
      scope: { awsAccounts: [{ id: PLACE.accountId }] },
      region: "us-east-1",
    });
  });

  it("refuses what is not the id of a framework", async () => {
    await assert.rejects(
      assessment({ frameworkId: "AWS Generative AI Best Practices Framework v2" }),
      /frameworkId is "AWS Generative AI Best Practices Framework v2"\. Allowed: the id of a framework, a UUID in lower case\. Copy it/,
    );
  });
});

function assessment(args: Partial<AuditAssessmentArgs>): Promise<Recording> {
  return record(
    () =>
      void new AuditAssessment("audit", {
        frameworkId: FRAMEWORK,
        ownerArn: OWNER,
        reportsBucket: "acme-audit-reports",
        ...args,
      }),
  );
}
