/** Assessments as the account tells of them. No simulated account has Audit Manager: what AWS answers is written here, as its SDK types it. */
import assert from "node:assert/strict";
import type { GetAssessmentCommandOutput, ListAssessmentsCommandOutput } from "@aws-sdk/client-auditmanager";
import { assessmentObserver } from "../../../account/observers/auditmanager";
import type { Reader } from "../../../account/reader";

const OWNER = "arn:aws:iam::111122223333:role/audit-owner";
const SUBJECT = {
  id: "0",
  region: "eu-central-1",
  inputs: { name: "baseline-audit-assessment" },
  component: {},
  dependents: [],
};

type Answer<Output> = Omit<Output, "$metadata">;

const LISTED: readonly Answer<ListAssessmentsCommandOutput>[] = [
  { assessmentMetadata: [{ id: "a1", name: "another" }], nextToken: "more" },
  { assessmentMetadata: [{ id: "a2", name: "baseline-audit-assessment" }] },
];
const ASSESSMENT: Answer<GetAssessmentCommandOutput> = {
  assessment: {
    framework: { id: "f1" },
    metadata: {
      id: "a2",
      name: "baseline-audit-assessment",
      description: "Evidence",
      status: "ACTIVE",
      assessmentReportsDestination: { destination: "s3://reports", destinationType: "S3" },
      roles: [{ roleArn: OWNER, roleType: "PROCESS_OWNER" }],
      scope: { awsAccounts: [{ id: "111122223333", name: "prod" }], awsServices: [{ serviceName: "s3" }] },
    },
  },
};

/** Reason for the cast: a reader's types follow each operation, and only these two are asked. */
function readerOf(listed: readonly Answer<ListAssessmentsCommandOutput>[], asked: unknown[]): Reader {
  return {
    readPages: (operation: string, region: string, input: unknown, next: (page: unknown) => unknown) => {
      asked.push([operation, region, input, next(listed[0])]);
      return Promise.resolve(listed);
    },
    read: (operation: string, region: string, input: unknown) => {
      asked.push([operation, region, input]);
      return Promise.resolve(ASSESSMENT);
    },
  } as unknown as Reader;
}

describe("an assessment in the account", () => {
  const [part] = assessmentObserver.parts;

  it("is found by its name among those that collect evidence, on whichever page", async () => {
    const asked: unknown[] = [];
    assert.deepEqual(await part.read(readerOf(LISTED, asked), SUBJECT), {
      name: "baseline-audit-assessment",
      description: "Evidence",
      frameworkId: "f1",
      assessmentReportsDestination: { destination: "s3://reports", destinationType: "S3" },
      roles: [{ roleArn: OWNER, roleType: "PROCESS_OWNER" }],
      scope: { awsAccounts: [{ id: "111122223333" }] },
    });
    assert.deepEqual(asked, [
      ["auditmanager:ListAssessments", "eu-central-1", { status: "ACTIVE" }, { status: "ACTIVE", nextToken: "more" }],
      ["auditmanager:GetAssessment", "eu-central-1", { assessmentId: "a2" }],
    ]);
  });

  it("is missing where none has the name", async () => {
    assert.equal(await part.read(readerOf(LISTED.slice(0, 1), []), SUBJECT), undefined);
  });
});
