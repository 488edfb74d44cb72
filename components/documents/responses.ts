/** What each response to a finding reads and changes, and what its role may do: pure functions on plain strings. */
import { principalSuffix } from "../../facts/regions";
import { type ResponseId, responseOf } from "../../runbooks/responses";
import type { ApprovedFix } from "./automation";
import type { DeliveredInvocations } from "./bedrock";
import { remediationOf } from "./config-remediations";
import { type AccountRegion, oneOrMany, type Statement } from "./iam";
import { logGroupArn } from "./logs";

/** A response as it is made: what its runbook does, and what its role may do for it. */
export interface PlannedResponse {
  readonly id: ResponseId;
  readonly fix: ApprovedFix;
  readonly statements: readonly Statement[];
}

/** A log group, and the days that it keeps its events. */
export interface DeclaredRetention {
  readonly name: string;
  readonly days: number;
}

/**
 * Deleting an endpoint stops what it answers and what it costs, and leaves its configuration and model, of which it can be made again.
 * IAM has no condition by which an approved endpoint could be told from another: people tell it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DeleteEndpoint.html
 */
export function disableEndpoint(place: AccountRegion): PlannedResponse {
  const parameters = { EndpointName: "{{ EndpointName }}" };
  return {
    id: "disable-endpoint",
    fix: {
      description: responseOf("disable-endpoint").description,
      target: {
        name: "EndpointName",
        description: "The endpoint's name",
        allowed: { pattern: "^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$" },
      },
      read: {
        service: "sagemaker",
        api: "DescribeEndpoint",
        parameters,
        selector: "$.EndpointStatus",
        type: "String",
      },
      changes: [{ name: "DeleteEndpoint", service: "sagemaker", api: "DeleteEndpoint", parameters }],
    },
    statements: [
      allow(
        "ReadAndDeleteEndpoints",
        ["sagemaker:DescribeEndpoint", "sagemaker:DeleteEndpoint"],
        [`arn:${place.partition}:sagemaker:${place.region}:${place.accountId}:endpoint/*`],
      ),
    ],
  };
}

/** What the remediation of AWS Config's rule does, of one trail alone. */
export function restoreTrailLogging(trailArn: string): PlannedResponse {
  const { fix, actions } = remediationOf("cloudtrail-enabled");
  const { name, description } = fix.target;
  return {
    id: "restore-trail-logging",
    fix: {
      description: responseOf("restore-trail-logging").description,
      target: { name, description, allowed: { values: [trailArn] } },
      read: fix.read,
      changes: [{ name: fix.change.api, ...fix.change }],
    },
    statements: [allow("ReadAndStartTrail", actions, [trailArn])],
  };
}

/**
 * Each call replaces the region's configuration whole, so that the whole of what is declared stands in the runbook.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_PutModelInvocationLoggingConfiguration.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function restoreInvocationLogging(place: AccountRegion, loggingConfig: DeliveredInvocations): PlannedResponse {
  return {
    id: "restore-invocation-logging",
    fix: {
      description: responseOf("restore-invocation-logging").description,
      read: {
        service: "bedrock",
        api: "GetModelInvocationLoggingConfiguration",
        parameters: {},
        selector: "$.loggingConfig",
        type: "StringMap",
      },
      changes: [
        {
          name: "PutModelInvocationLoggingConfiguration",
          service: "bedrock",
          api: "PutModelInvocationLoggingConfiguration",
          parameters: { loggingConfig },
        },
      ],
    },
    statements: [
      {
        // Neither action knows a resource.
        ...allow(
          "ReadAndConfigureInvocationLogging",
          ["bedrock:GetModelInvocationLoggingConfiguration", "bedrock:PutModelInvocationLoggingConfiguration"],
          ["*"],
        ),
        Condition: { StringEquals: { "aws:RequestedRegion": place.region } },
      },
      {
        ...allow("PassDeliveryRole", ["iam:PassRole"], [loggingConfig.cloudWatchConfig.roleArn]),
        Condition: { StringEquals: { "iam:PassedToService": "bedrock.amazonaws.com" } },
      },
    ],
  };
}

/**
 * IAM has no condition on the days: the runbook, which knows those of each log group, is what holds a run to them.
 *
 * @param logGroups one or more
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export function restoreLogRetention(place: AccountRegion, logGroups: readonly DeclaredRetention[]): PlannedResponse {
  const days = [...new Set(logGroups.map((group) => group.days))].sort((one, other) => one - other);
  const logGroupName = "{{ LogGroupName }}";
  const arns = logGroups.map(({ name }) => logGroupArn(place, name));
  return {
    id: "restore-log-retention",
    fix: {
      description: responseOf("restore-log-retention").description,
      target: {
        name: "LogGroupName",
        description: "The log group's name",
        allowed: { values: logGroups.map(({ name }) => name) },
      },
      read: {
        service: "logs",
        api: "DescribeLogGroups",
        parameters: { logGroupNamePrefix: logGroupName },
        // CloudWatch Logs lists them by name, so that the one whose whole name it is comes first.
        selector: "$.logGroups[0].retentionInDays",
        type: "Integer",
      },
      changes: days.map((retentionInDays) => ({
        name: `Keep${retentionInDays}Days`,
        of: logGroups.filter((group) => group.days === retentionInDays).map(({ name }) => name),
        service: "logs",
        api: "PutRetentionPolicy",
        parameters: { logGroupName, retentionInDays },
      })),
    },
    statements: [
      {
        // The action knows no resource.
        ...allow("ListLogGroups", ["logs:DescribeLogGroups"], ["*"]),
        Condition: { StringEquals: { "aws:RequestedRegion": place.region } },
      },
      allow(
        "SetRetention",
        ["logs:PutRetentionPolicy"],
        arns.flatMap((arn) => [arn, `${arn}:*`]),
      ),
    ],
  };
}

/**
 * A key whose deletion is cancelled is disabled, and one that is only disabled has no deletion to cancel. A deletion that could not be
 * cancelled ends the run all the same: KMS enables no key that waits for it.
 *
 * @param keyArns one or more, whose key policies leave them to IAM
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 */
export function cancelKeyDeletion(keyArns: readonly string[]): PlannedResponse {
  const parameters = { KeyId: "{{ KeyId }}" };
  return {
    id: "cancel-key-deletion",
    fix: {
      description: responseOf("cancel-key-deletion").description,
      target: { name: "KeyId", description: "The key's ARN", allowed: { values: [...new Set(keyArns)] } },
      read: { service: "kms", api: "DescribeKey", parameters, selector: "$.KeyMetadata.KeyState", type: "String" },
      changes: [
        { name: "CancelKeyDeletion", service: "kms", api: "CancelKeyDeletion", parameters, mayBeRefused: true },
        { name: "EnableKey", service: "kms", api: "EnableKey", parameters },
      ],
    },
    statements: [allow("ReadAndKeepKeys", ["kms:DescribeKey", "kms:CancelKeyDeletion", "kms:EnableKey"], keyArns)],
  };
}

/** The topic by which approvers are asked, and the key that encrypts it. */
export interface ApprovalTopic {
  readonly topicArn: string;
  readonly keyArn: string;
}

/**
 * What every role may do besides: ask. A run publishes by its own role, and what it publishes is encrypted by it through SNS alone.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMAutomationRole.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function askingStatements(place: AccountRegion, { topicArn, keyArn }: ApprovalTopic): readonly Statement[] {
  return [
    allow("AskApprovers", ["sns:Publish"], [topicArn]),
    {
      ...allow("EncryptRequest", ["kms:Decrypt", "kms:GenerateDataKey"], [keyArn]),
      Condition: { StringEquals: { "kms:ViaService": `sns.${place.region}.${principalSuffix(place.partition)}` } },
    },
  ];
}

/** What approvers are told: what they agree to, where, and which runbook of the project it answers. */
export function approvalMessage(place: AccountRegion, { id, fix }: Pick<PlannedResponse, "id" | "fix">): string {
  const { answers } = responseOf(id);
  const of = fix.target === undefined ? "" : ` ${fix.target.name}: {{ ${fix.target.name} }}.`;
  const runbooks = `${answers.length === 1 ? "the runbook" : "one of the runbooks"} ${answers.join(", ")}`;
  return `${fix.description}${of} Account ${place.accountId}, region ${place.region}. It answers ${runbooks}. What there is now is in the output of the step Before. Approve it if the data governance team has decided so; without a decision the run ends after a day.`;
}

function allow(sid: string, actions: readonly string[], resources: readonly string[]): Statement {
  return { Sid: sid, Effect: "Allow", Action: oneOrMany(actions), Resource: oneOrMany(resources) };
}
