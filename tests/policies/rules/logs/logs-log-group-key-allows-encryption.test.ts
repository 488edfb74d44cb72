import { logsLogGroupKeyAllowsEncryption } from "../../../../policies/rules/logs/logs-log-group-key-allows-encryption";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { allow, keyPolicy } from "../kms/key-documents";
import { nameOf } from "../stack-resources";

const GROUP = { type: "aws:cloudwatch/logGroup:LogGroup", name: "baseline-trail-log-group" };
const KEY = { type: "aws:kms/key:Key", name: "baseline-trail-key" };
const ARN = "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/cloudtrail/baseline-trail";
const LOGS = "logs.eu-central-1.amazonaws.com";
const ACTIONS = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"];

type Change = (stack: readonly ResourceState[]) => readonly ResourceState[];

/** The trail's key with a policy that lets CloudWatch Logs do the actions for the log groups. */
function granting({ service = LOGS, context = ARN, operator = "ArnEquals", actions = ACTIONS }: Grant = {}): Change {
  const Condition: WireMap = { [operator]: { "kms:EncryptionContext:aws:logs:arn": context } };
  const policy = keyPolicy(allow({ Service: service }, { Action: actions, Condition }));
  return (stack) => changeAll(stack, KEY, { set: { policy } });
}

interface Grant {
  readonly service?: string;
  readonly context?: string | readonly string[];
  readonly operator?: string;
  readonly actions?: readonly string[];
}

function notAllowed(actions: string, service = LOGS) {
  const message = `references the key baseline-trail-key, whose policy does not allow ${service} ${actions}; allow it`;
  return [{ name: "baseline-trail-log-group", message }] as const;
}

const ALL = notAllowed("kms:Encrypt, kms:Decrypt, kms:ReEncryptFrom, kms:ReEncryptTo, kms:GenerateDataKey");

describeStackRule(logsLogGroupKeyAllowsEncryption, {
  fails: [
    {
      title: "a key for the account only",
      change: (stack) => changeAll(stack, KEY, { set: { policy: keyPolicy() } }),
      findings: ALL,
    },
    {
      title: "a key for CloudWatch Logs of another region",
      change: granting({ service: "logs.us-east-1.amazonaws.com" }),
      findings: ALL,
    },
    {
      title: "a key for CloudWatch Logs without a region",
      change: granting({ service: "logs.amazonaws.com" }),
      findings: ALL,
    },
    { title: "a key for another log group", change: granting({ context: `${ARN}-of-old` }), findings: ALL },
    { title: "a key for the streams of the log group", change: granting({ context: `${ARN}:*` }), findings: ALL },
    {
      title: "a key that may not decrypt",
      change: granting({ actions: ACTIONS.filter((action) => action !== "kms:Decrypt") }),
      findings: notAllowed("kms:Decrypt"),
    },
    {
      title: "a key without re-encryption",
      change: granting({ actions: ACTIONS.filter((action) => action !== "kms:ReEncrypt*") }),
      findings: notAllowed("kms:ReEncryptFrom, kms:ReEncryptTo"),
    },
    {
      title: "a log group in China with the principal of another partition",
      change: (stack) => changeAll(stack, GROUP, { set: { arn: ARN.replace("arn:aws:", "arn:aws-cn:") } }),
      findings: notAllowed(
        "kms:Encrypt, kms:Decrypt, kms:ReEncryptFrom, kms:ReEncryptTo, kms:GenerateDataKey",
        "logs.eu-central-1.amazonaws.com.cn",
      ),
    },
  ],
  passes: [
    { title: "a key for this log group among others", change: granting({ context: ["arn:aws:logs:x", ARN] }) },
    {
      title: "a key for every log group of the account",
      change: granting({ operator: "ArnLike", context: "arn:aws:logs:eu-central-1:111122223333:log-group:*" }),
    },
    { title: "a key that CloudWatch Logs need not describe", change: granting({ actions: ACTIONS.slice(0, -1) }) },
  ],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(stack, KEY, { set: { policy: UNKNOWN_VALUE } }),
      property: "kmsKeyId",
    },
    {
      title: "a key of another stack",
      change: (stack) => without(stack, KEY),
      property: "kmsKeyId",
    },
    {
      title: "a log group whose ARN is not known yet",
      change: (stack) => changeAll(stack, GROUP, { set: { arn: UNKNOWN_VALUE } }),
      property: "kmsKeyId",
    },
  ],
  notApplicable: [
    {
      title: "log groups without a key",
      change: (stack) =>
        changeAll(
          stack.filter((resource) => resource.type !== GROUP.type || nameOf(resource) === GROUP.name),
          GROUP,
          { remove: ["kmsKeyId"] },
        ),
    },
  ],
});
