/** Names and grants around CloudWatch log groups, as pure functions on plain strings. */
import { LOG_DELIVERY_ACTIONS, LOG_DELIVERY_PRINCIPAL } from "../../facts/logs/vended-logs";
import { principalSuffix } from "../../facts/regions";
import { allowService, oneOrMany, type AccountRegion, type Statement } from "./iam";

/** The ARN of a log group, without the trailing `:*` that some APIs append. */
export function logGroupArn(place: AccountRegion, logGroupName: string): string {
  return `arn:${place.partition}:logs:${place.region}:${place.accountId}:log-group:${logGroupName}`;
}

/** The ARN of a log stream, or of a family of streams when `stream` ends with `*`. */
export function logStreamArn(place: AccountRegion, logGroupName: string, stream: string): string {
  return `${logGroupArn(place, logGroupName)}:log-stream:${stream}`;
}

/**
 * What a key's policy must say for CloudWatch Logs to encrypt exactly these log groups with it.
 * The principal is regional; the encryption context is the log group's ARN and thereby the condition.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function logGroupsUseKey(place: AccountRegion, logGroupNames: readonly string[]): Statement {
  return allowService({
    sid: "CloudWatchLogsEncryptsLogGroups",
    service: `logs.${place.region}.${principalSuffix(place.partition)}`,
    actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
    resource: "*",
    condition: {
      ArnEquals: {
        "kms:EncryptionContext:aws:logs:arn": oneOrMany(logGroupNames.map((name) => logGroupArn(place, name))),
      },
    },
  });
}

/** What a role may do to write one family of streams of one log group, and nothing else. */
export function writeLogStreams(streamArns: readonly string[]): Statement {
  return {
    Sid: "WriteLogStreams",
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: oneOrMany(streamArns),
  };
}

/**
 * What the resource policy of an account says for AWS's log delivery to write to one log group, for this account alone.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html
 */
export function logDeliveryWrites(place: AccountRegion, logGroupName: string): Statement {
  return allowService({
    sid: "LogDeliveryWrites",
    service: LOG_DELIVERY_PRINCIPAL,
    actions: LOG_DELIVERY_ACTIONS,
    resource: logStreamArn(place, logGroupName, "*"),
    condition: {
      StringEquals: { "aws:SourceAccount": place.accountId },
      ArnLike: { "aws:SourceArn": `arn:${place.partition}:logs:${place.region}:${place.accountId}:*` },
    },
  });
}
