/**
 * The function behind the periodic rules on what AWS Config does not record. AWS Config calls it by the clock with a rule's
 * parameters; it reads the account, and tells AWS Config what it finds. It changes nothing.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html
 */
import { BedrockClient, GetModelInvocationLoggingConfigurationCommand } from "@aws-sdk/client-bedrock";
import { CloudWatchLogsClient, paginateDescribeLogGroups } from "@aws-sdk/client-cloudwatch-logs";
import { ConfigServiceClient, PutEvaluationsCommand } from "@aws-sdk/client-config-service";

import { judgeInvocationLogging, judgeLogRetention, type LogGroup, type Verdict } from "./decisions";
import { type Check, parseParameters } from "./parameters";

/** What AWS Config calls the function with, as far as it is used. */
export interface PeriodicEvent {
  /** JSON with `messageType` and `notificationCreationTime`. */
  readonly invokingEvent: string;
  /** JSON: an object of texts. */
  readonly ruleParameters: string;
  /** By which AWS Config knows what the evaluations are about; `TESTMODE` tells it nothing. */
  readonly resultToken: string;
  readonly accountId: string;
}

/** The token by which AWS's own tools try rules without a report. */
const TEST_TOKEN = "TESTMODE";

/** @throws when the account cannot be read, which AWS Config shows as an error of the rule and not as a finding. */
export async function handler(event: PeriodicEvent): Promise<Verdict> {
  const { messageType, notificationCreationTime } = JSON.parse(event.invokingEvent) as Record<string, unknown>; // the form of every event
  if (messageType !== "ScheduledNotification") {
    throw new Error(`messageType is ${String(messageType)}; the rule runs by the clock, as ScheduledNotification`);
  }
  const verdict = await judge(parseParameters(event.ruleParameters));
  await new ConfigServiceClient({}).send(
    new PutEvaluationsCommand({
      ResultToken: event.resultToken,
      TestMode: event.resultToken === TEST_TOKEN,
      Evaluations: [
        {
          // Neither log groups nor the configuration of logging are resources that AWS Config knows.
          ComplianceResourceType: "AWS::::Account",
          ComplianceResourceId: event.accountId,
          ComplianceType: verdict.compliance,
          Annotation: verdict.annotation,
          OrderingTimestamp: new Date(String(notificationCreationTime)),
        },
      ],
    }),
  );
  return verdict;
}

async function judge(check: Check): Promise<Verdict> {
  switch (check.check) {
    case "invocation-logging": {
      const answer = await new BedrockClient({}).send(new GetModelInvocationLoggingConfigurationCommand({}));
      return judgeInvocationLogging(check, answer.loggingConfig);
    }
    case "log-retention":
      return judgeLogRetention(check, await logGroups(check.prefixes));
  }
}

async function logGroups(prefixes: readonly string[]): Promise<readonly LogGroup[]> {
  const client = new CloudWatchLogsClient({});
  const found = new Map<string, LogGroup>();
  for (const logGroupNamePrefix of prefixes) {
    for await (const page of paginateDescribeLogGroups({ client }, { logGroupNamePrefix })) {
      for (const { logGroupName: name, retentionInDays: days } of page.logGroups ?? []) {
        if (name !== undefined) {
          found.set(name, { name, days });
        }
      }
    }
  }
  return [...found.values()];
}
