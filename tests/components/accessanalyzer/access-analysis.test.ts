import { deepEqual, rejects } from "node:assert/strict";

import { AccessAnalysis, type AccessAnalysisArgs } from "../../../components/accessanalyzer/access-analysis";
import { record, type Recording } from "../recorder";

const ANALYZER = "aws:accessanalyzer/analyzer:Analyzer";

function analysis(args: AccessAnalysisArgs): Promise<Recording> {
  return record(() => new AccessAnalysis("access", args));
}

describe("AccessAnalysis", () => {
  it("is one analyzer of access from outside", async () => {
    const made = await analysis({ region: "us-east-1" });
    deepEqual(made.children(), ["ai-governance-baseline:index:AccessAnalysis access", `${ANALYZER} access-external`]);
    deepEqual(made.inputs(ANALYZER, "access-external"), {
      analyzerName: "access-external",
      type: "ACCOUNT",
      region: "us-east-1",
    });
  });

  it("is one of unused access as well where it is asked for", async () => {
    const made = await analysis({ unusedAccessDays: 90 });
    deepEqual(made.inputs(ANALYZER, "access-unused"), {
      analyzerName: "access-unused",
      type: "ACCOUNT_UNUSED_ACCESS",
      configuration: { unusedAccess: { unusedAccessAge: 90 } },
    });
  });

  for (const days of [1, 365]) {
    it(`takes ${days} days without use`, async () => {
      const { configuration } = (await analysis({ unusedAccessDays: days })).inputs(ANALYZER, "access-unused");
      deepEqual(configuration, { unusedAccess: { unusedAccessAge: days } });
    });
  }

  for (const days of [0, 366, 1.5]) {
    it(`refuses ${days} days`, async () => {
      await rejects(
        analysis({ unusedAccessDays: days }),
        /AccessAnalysis "access": unusedAccessDays is [\d.]+\. Allowed: a whole number of days from 1 to 365\./,
      );
    });
  }
});
