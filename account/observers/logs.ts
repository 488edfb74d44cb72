/** Log groups, their streams and subscriptions, and the policies that mask what is in them. */
import type { PolicyType } from "@aws-sdk/client-cloudwatch-logs";
import type * as aws from "@pulumi/aws";
import { type Properties, type Subject, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const logGroupObserver = observer<aws.cloudwatch.LogGroupArgs>({
  type: "aws:cloudwatch/logGroup:LogGroup",
  check: "verify-logs-log-group-as-declared",
  checks: {
    retentionInDays: "verify-logs-retention-as-declared",
    kmsKeyId: "verify-logs-encryption-as-declared",
    deletionProtectionEnabled: "verify-logs-deletion-protection-as-declared",
  },
  parts: [
    {
      properties: ["name", "retentionInDays", "kmsKeyId", "logGroupClass", "deletionProtectionEnabled"],
      read: readLogGroup,
    },
  ],
  notCompared: {
    namePrefix: "It only chooses the name.",
    skipDestroy: "It says what the engine does when it deletes the group; the account does not know it.",
  },
  // Zero stands for events that never expire.
  defaults: { retentionInDays: 0, kmsKeyId: null, deletionProtectionEnabled: false, logGroupClass: "STANDARD" },
});

async function readLogGroup(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const name = nameOfLogGroup(id);
  const pages = await reader.readPages(
    "logs:DescribeLogGroups",
    region,
    { logGroupNamePrefix: name },
    ({ nextToken }) => (nextToken === undefined ? undefined : { logGroupNamePrefix: name, nextToken }),
  );
  const group = pages.flatMap(({ logGroups = [] }) => logGroups).find(({ logGroupName }) => logGroupName === name);
  return (
    group && {
      name,
      retentionInDays: group.retentionInDays ?? 0,
      kmsKeyId: group.kmsKeyId,
      logGroupClass: group.logGroupClass ?? "STANDARD",
      deletionProtectionEnabled: group.deletionProtectionEnabled ?? false,
    }
  );
}

export const dataProtectionObserver = observer<aws.cloudwatch.LogDataProtectionPolicyArgs>({
  type: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
  check: "verify-logs-data-protection-as-declared",
  parts: [
    {
      properties: ["logGroupName", "policyDocument"],
      read: async (reader, { id, region }) => {
        const name = nameOfLogGroup(id);
        const found = await reader.read("logs:GetDataProtectionPolicy", region, { logGroupIdentifier: name });
        // A group without a policy is an answer without a document.
        return found?.policyDocument === undefined
          ? undefined
          : { logGroupName: name, policyDocument: found.policyDocument };
      },
    },
  ],
  forms: { policyDocument: "document" },
});

export const accountDataProtectionObserver = observer<aws.cloudwatch.LogAccountPolicyArgs>({
  type: "aws:cloudwatch/logAccountPolicy:LogAccountPolicy",
  check: "verify-logs-account-policy-as-declared",
  parts: [
    {
      properties: ["policyDocument", "policyName", "policyType", "scope"],
      read: async (reader, { region, inputs }) => {
        const [policyName, policyType] = [textOf(inputs["policyName"]), textOf(inputs["policyType"])];
        const asked = { policyName, policyType: policyType as PolicyType }; // what the provider took, AWS takes
        const found = await reader.read("logs:DescribeAccountPolicies", region, asked);
        const [policy] = found?.accountPolicies ?? [];
        return policy && { policyName, policyType, policyDocument: policy.policyDocument, scope: policy.scope };
      },
    },
  ],
  forms: { policyDocument: "document" },
  defaults: { scope: "ALL" },
});

export const logStreamObserver = observer<aws.cloudwatch.LogStreamArgs>({
  type: "aws:cloudwatch/logStream:LogStream",
  check: "verify-logs-log-stream-as-declared",
  parts: [{ properties: ["name", "logGroupName"], read: readLogStream }],
});

async function readLogStream(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const [name, logGroupName] = [textOf(inputs["name"]), textOf(inputs["logGroupName"])];
  const asked = { logGroupName, logStreamNamePrefix: name };
  const pages = await reader.readPages("logs:DescribeLogStreams", region, asked, ({ nextToken }) =>
    nextToken === undefined ? undefined : { ...asked, nextToken },
  );
  const stream = pages.flatMap(({ logStreams = [] }) => logStreams).find(({ logStreamName }) => logStreamName === name);
  return stream && { name, logGroupName };
}

export const subscriptionFilterObserver = observer<aws.cloudwatch.LogSubscriptionFilterArgs>({
  type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
  check: "verify-logs-subscription-as-declared",
  parts: [
    {
      properties: ["name", "logGroup", "destinationArn", "roleArn", "filterPattern", "distribution"],
      read: readSubscription,
    },
  ],
  notCompared: {
    applyOnTransformedLogs: "The project transforms no logs.",
    emitSystemFields: "The project asks for none.",
  },
  defaults: { distribution: "ByLogStream" },
});

async function readSubscription(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const [name, logGroupName] = [textOf(inputs["name"]), textOf(inputs["logGroup"])];
  const asked = { logGroupName, filterNamePrefix: name };
  const pages = await reader.readPages("logs:DescribeSubscriptionFilters", region, asked, ({ nextToken }) =>
    nextToken === undefined ? undefined : { ...asked, nextToken },
  );
  const filter = pages
    .flatMap(({ subscriptionFilters = [] }) => subscriptionFilters)
    .find(({ filterName }) => filterName === name);
  return (
    filter && {
      name,
      logGroup: filter.logGroupName,
      destinationArn: filter.destinationArn,
      roleArn: filter.roleArn,
      filterPattern: filter.filterPattern ?? "",
      distribution: filter.distribution ?? "ByLogStream",
    }
  );
}

/** A log group may be named by its ARN, with or without the asterisk for its streams. */
function nameOfLogGroup(id: string): string {
  return id.replace(/^arn:.*:log-group:/, "").replace(/:\*$/, "");
}
