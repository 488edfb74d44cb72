/** `baseline trusted-advisor`: what AWS Trusted Advisor recommends for the account of the caller. */
import { callerOf } from "../account/caller";
import { ReadError, accountReader } from "../account/reader";
import { readRecommendations } from "../account/trusted-advisor/recommendations";
import { type Pillar, SUPPORT_PLANS, TRUSTED_ADVISOR_REGION } from "../facts/trusted-advisor/access";
import { type FailingStatus, type TrustedAdvisorReport, isAccepted } from "../reports/trusted-advisor/report";
import { withReports } from "./endings";
import { EXIT_FAIL, EXIT_PASS, UsageError } from "./failure";
import { progress } from "./progress";
import type { ReportFolder } from "./report-folder";
import { endingWithThisProcess } from "./subject";
import { TRUSTED_ADVISOR_OUTPUTS, type TrustedAdvisorFormat, publishTrustedAdvisor } from "./trusted-advisor-reporting";

export interface TrustedAdvisorOptions {
  readonly pillar: Pillar | "all";
  readonly failOn?: readonly FailingStatus[];
  readonly concurrency: number;
  readonly format: TrustedAdvisorFormat;
  readonly out: string;
}

/** @returns the exit code. */
export function trustedAdvisor(options: TrustedAdvisorOptions): Promise<number> {
  const inputs = { state: undefined, judged: undefined };
  return withReports(options.out, TRUSTED_ADVISOR_OUTPUTS, inputs, (reports) => read(options, reports));
}

async function read(options: TrustedAdvisorOptions, reports: ReportFolder): Promise<number> {
  const status = progress(process.stderr);
  endingWithThisProcess();
  const { pillar, concurrency, failOn = [] } = options;
  const reader = accountReader({ homeRegion: TRUSTED_ADVISOR_REGION, concurrency });
  try {
    const { arn, accountId } = await callerOf(reader);
    status.stage(`Reading Trusted Advisor of account ${accountId} as ${arn}`);
    const recommendations = await readRecommendations(reader, pillar === "all" ? undefined : pillar);
    status.done();
    const at = new Date().toISOString();
    const report: TrustedAdvisorReport = { account: accountId, caller: arn, at, pillar, recommendations, failOn };
    publishTrustedAdvisor(report, options.format, reports);
    return isAccepted(report) ? EXIT_PASS : EXIT_FAIL;
  } catch (error) {
    throw error instanceof ReadError ? new UsageError(refusal(error)) : error;
  } finally {
    status.done();
  }
}

/** AWS refuses an account without a support plan as it refuses a caller without the permission. */
function refusal({ obstacle, operation, message }: ReadError): string {
  if (operation.startsWith("trustedadvisor:") && obstacle === "access-denied") {
    const plans = `${SUPPORT_PLANS.slice(0, -1).join(", ")} or ${SUPPORT_PLANS.at(-1) ?? ""}`;
    return `Trusted Advisor cannot be read: ${message}. Its API takes a support plan, ${plans}, without which AWS refuses every call alike; or the caller lacks the permissions in docs/permissions/trusted-advisor.json.`;
  }
  return `Trusted Advisor cannot be read: ${message}. Give credentials as AWS's own tools find them, such as AWS_PROFILE.`;
}
