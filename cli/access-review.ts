/** `baseline access-review`: who may read what a deployed stack logs, and when they were last there. */
import type { AccessReview } from "../account/access/access";
import { reviewAccess } from "../account/access/review";
import { type Caller, callerOf } from "../account/caller";
import { ReadError, type Reader, accountReader } from "../account/reader";
import { readProject } from "../preview/project";
import { Secrets } from "../pulumi/secrets";
import { type AccessReviewReport, type Concern, isAccepted } from "../reports/access-review/report";
import { maskTexts } from "../reports/without-secrets";
import { ACCESS_REVIEW_OUTPUTS, type AccessReviewFormat, publishAccessReview } from "./access-review-reporting";
import { withReports } from "./endings";
import { EXIT_FAIL, EXIT_PASS, UsageError } from "./failure";
import { type Progress, progress } from "./progress";
import type { ReportFolder } from "./report-folder";
import { type Subject, endingWithThisProcess, subjectOfFile, subjectOfProgram } from "./subject";

export interface AccessReviewOptions {
  readonly stack?: string;
  readonly program: string;
  readonly state?: string;
  readonly timeout: number;
  readonly passEnv?: readonly string[];
  readonly concurrency: number;
  readonly unusedDays: number;
  readonly failOn?: readonly Concern[];
  readonly format: AccessReviewFormat;
  readonly out: string;
}

/** @returns the exit code. */
export function accessReview(options: AccessReviewOptions): Promise<number> {
  const { program, state } = options;
  const inputs = { state, judged: state === undefined ? program : undefined };
  return withReports(options.out, ACCESS_REVIEW_OUTPUTS, inputs, (reports) => reviewed(options, reports));
}

async function reviewed(options: AccessReviewOptions, reports: ReportFolder): Promise<number> {
  const status = progress(process.stderr);
  const signal = endingWithThisProcess();
  try {
    const subject = await subjectOf(options, status, signal);
    const reader = accountReader({
      homeRegion: subject.region,
      concurrency: options.concurrency,
      onCall: (done) => {
        status.detail(`Read the account with ${done} calls`);
      },
    });
    const { arn, accountId } = await identified(reader, subject);
    status.stage(`Reading account ${accountId} as ${arn}`);
    const review = await readReview(reader, subject);
    status.done();
    if (review.stores.length === 0 && review.notReviewed.length === 0) {
      throw new UsageError(
        `The stack ${subject.stack} declares no log group, bucket, key, Athena workgroup or trail, so there is nothing to review.`,
      );
    }
    const secrets = new Secrets(subject.state.deployment.resources, { texts: subject.secretSettings });
    const report: AccessReviewReport = {
      project: subject.project,
      stack: subject.stack,
      account: accountId,
      caller: arn,
      at: new Date().toISOString(),
      unusedDays: options.unusedDays,
      failOn: options.failOn ?? [],
      review: maskTexts(review, secrets),
    };
    publishAccessReview(report, options.format, reports);
    return isAccepted(report) ? EXIT_PASS : EXIT_FAIL;
  } finally {
    status.done();
  }
}

async function subjectOf(options: AccessReviewOptions, status: Progress, signal: AbortSignal): Promise<Subject> {
  if (options.state !== undefined) {
    return subjectOfFile(options.state);
  }
  const project = readProject(options.program, options.stack);
  status.stage(`Previewing ${project.name}, stack ${project.stack}`);
  return subjectOfProgram(project, { ...options, signal });
}

/** @throws UsageError if the account cannot be read, or is another one than the stack declares. */
async function identified(reader: Reader, { stack, account }: Subject): Promise<Caller> {
  const caller = await asUsage(callerOf(reader), "Give credentials as AWS's own tools find them, such as AWS_PROFILE.");
  if (caller.accountId !== account.id || account.placeholder) {
    const declared = account.placeholder
      ? "names no account; set aws:allowedAccountIds"
      : `is for account ${account.id}`;
    throw new UsageError(
      `The stack ${stack} ${declared}, and the credentials are those of account ${caller.accountId} (${caller.arn}). Use credentials of the stack's account.`,
    );
  }
  return caller;
}

function readReview(reader: Reader, { state, account }: Subject): Promise<AccessReview> {
  return asUsage(
    reviewAccess(reader, state, account.id),
    "Give the caller the permissions in docs/permissions/access-review.json.",
  );
}

/** @throws UsageError where the account refuses what nothing goes on without */
async function asUsage<T>(read: Promise<T>, remedy: string): Promise<T> {
  return read.catch((error: unknown) => {
    throw error instanceof ReadError
      ? new UsageError(`The account cannot be read: ${error.message}. ${remedy}`)
      : error;
  });
}
