/** Checkov, on what the real provider says that the stacks hold: no check fails without a reason. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { requireRealProvider } from "../support/account-tools";
import { DEPLOYMENT_TIMEOUT, deployedAccount } from "../support/accounts";
import { requireJudge } from "../support/judges";
import { type StackName, stackState } from "../support/prod-state";
import { type Plan, withReferencesByName } from "../support/real-provider/plan-references";
import { type Explained, type FailedCheck, REASONS, itExplainsEveryFailure } from "./explained-failures";

/** Of both stacks. */
const OF_EVERY_STACK: readonly Explained[] = [
  { check: "CKV2_AWS_3", on: /^aws_guardduty_detector\./, why: REASONS.guardDutyOfOrganization },
  { check: "CKV2_AWS_62", on: /^aws_s3_bucket\./, why: REASONS.nothingWaitsForObjects },
  { check: "CKV_AWS_144", on: /^aws_s3_bucket\./, why: REASONS.evidenceStaysInRegion },
  { check: "CKV_AWS_145", on: /^aws_s3_bucket\..*-access-logs$/, why: REASONS.accessLogsWithoutKey },
  {
    check: "CKV_AWS_116",
    on: /^aws_lambda_function\..*-checks$/,
    why: "AWS Config says of a rule that its function failed, and asks again by the clock",
  },
  {
    check: "CKV_AWS_117",
    on: /^aws_lambda_function\./,
    why: "it calls public endpoints of AWS, and nothing in a network",
  },
  { check: "CKV_AWS_173", on: /^aws_lambda_function\..*-checks$/, why: "it has no environment variables" },
  { check: "CKV_AWS_272", on: /^aws_lambda_function\./, why: "its code is in the program, which nothing signs before" },
  { check: "CKV_AWS_338", on: /^aws_cloudwatch_log_group\..*-checks-log-group$/, why: REASONS.operationalLog },
];

const EXPLAINED: Readonly<Record<StackName, readonly Explained[]>> = {
  prod: [
    ...OF_EVERY_STACK,
    {
      check: "CKV2_AWS_48",
      on: /\.baseline-us-east-1-recorder-recorder$/,
      why: "what belongs to no region is recorded once, at home",
    },
  ],
  sandbox: [
    ...OF_EVERY_STACK,
    { check: "CKV_AWS_252", on: /\.baseline-trail$/, why: "nobody is named who waits for the trail's files" },
    {
      check: "CKV_AWS_338",
      on: /\.baseline-eu-central-1-invocations-log-group$/,
      why: "a sandbox keeps the log of model calls for the least time that the baseline allows",
    },
  ],
};

for (const stack of ["prod", "sandbox"] as const) {
  describe(`Checkov, on the ${stack} stack in an account`, function () {
    this.timeout(DEPLOYMENT_TIMEOUT);
    let results: Results = { passed_checks: [], failed_checks: [], parsing_errors: [] };

    before(async function () {
      requireRealProvider(this);
      const checkov = requireJudge(this, "checkov");
      const { workspace } = await deployedAccount(stack);
      // Nothing is planned to change, so the plan knows every value, also those that the account gave.
      const plan = await workspace.planDocument(await stackState(stack), { refresh: false });
      results = await resultsOf(checkov, withReferencesByName(plan));
    });

    it("reads the whole plan, and has something to say", () => {
      assert.deepEqual(results.parsing_errors, []);
      assert.ok(results.passed_checks.length > 200);
    });

    itExplainsEveryFailure(EXPLAINED[stack], () => results.failed_checks.map(failedCheck));
  });
}

/** What Checkov writes of one framework, as far as it is read here. */
interface Results {
  readonly passed_checks: readonly CheckovResult[];
  readonly failed_checks: readonly CheckovResult[];
  readonly parsing_errors: readonly string[];
}

interface CheckovResult {
  readonly check_id: string;
  readonly check_name: string;
  /** Terraform's address. */
  readonly resource: string;
}

function failedCheck({ check_id, check_name, resource }: CheckovResult): FailedCheck {
  return { check: check_id, resource, text: check_name };
}

/** In bytes: a report on several hundred resources has one and a half million. */
const LARGEST_REPORT = 64 * 1024 * 1024;

async function resultsOf(checkov: string, plan: Plan): Promise<Results> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-checkov-"));
  try {
    const file = path.join(folder, "plan.json");
    fs.writeFileSync(file, JSON.stringify(plan));
    const options = [
      "--framework",
      "terraform_plan",
      "--compact",
      "--soft-fail",
      "--skip-download",
      "--output",
      "json",
    ];
    const environment = { HOME: folder, PATH: process.env["PATH"] };
    const written = await new Promise<string>((resolve, reject) => {
      execFile(
        checkov,
        ["--file", file, ...options],
        { env: environment, maxBuffer: LARGEST_REPORT },
        (error, stdout, stderr) =>
          error === null ? resolve(stdout) : reject(new Error(`${error.message}\n${stderr}`)),
      );
    });
    return (JSON.parse(written) as { readonly results: Results }).results; // by Checkov's own format
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
