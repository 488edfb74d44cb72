/** AWS Config: recorders, delivery channels, retention and rules. */
import type * as aws from "@pulumi/aws";
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import { isWireMap } from "../../pulumi/wire";
import { type Problem, type Properties, type Subject, camelCased, observer, textOf } from "../observer";
import type { OutputOf } from "../operations";
import type { Reader } from "../reader";

export const recorderObserver = observer<aws.cfg.RecorderArgs>({
  type: "aws:cfg/recorder:Recorder",
  check: "verify-config-recorder-as-declared",
  parts: [{ properties: ["name", "roleArn", "recordingGroup", "recordingMode"], read: readRecorder }],
  defaults: { recordingMode: { recordingFrequency: "CONTINUOUS" } },
  conditions: [{ check: "verify-config-recorder-healthy", read: recordingProblems }],
});

async function readRecorder(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("config:DescribeConfigurationRecorders", region, {
    ConfigurationRecorderNames: [id],
  });
  const [recorder] = found?.ConfigurationRecorders ?? [];
  if (recorder === undefined) {
    return undefined;
  }
  const { recordingGroup: group, recordingMode: mode } = recorder;
  const strategy = group?.recordingStrategy?.useOnly;
  return {
    name: recorder.name,
    roleArn: recorder.roleARN,
    recordingGroup: unsetLeftOut({
      allSupported: group?.allSupported,
      includeGlobalResourceTypes: group?.includeGlobalResourceTypes,
      resourceTypes: group?.resourceTypes,
      exclusionByResourceTypes: listed(group?.exclusionByResourceTypes?.resourceTypes, "resourceTypes"),
      recordingStrategies: strategy === undefined ? undefined : [{ useOnly: strategy }],
    }),
    recordingMode: unsetLeftOut({
      recordingFrequency: mode?.recordingFrequency ?? "CONTINUOUS",
      recordingModeOverride: camelCased(mode?.recordingModeOverrides?.[0]),
    }),
  };
}

function listed(values: readonly string[] | undefined, name: string): WireValue | undefined {
  return values === undefined || values.length === 0 ? undefined : [{ [name]: values }];
}

async function statusOf(reader: Reader, { id, region }: Subject) {
  const found = await reader.read("config:DescribeConfigurationRecorderStatus", region, {
    ConfigurationRecorderNames: [id],
  });
  return found?.ConfigurationRecordersStatus?.[0];
}

async function recordingProblems(reader: Reader, subject: Subject): Promise<readonly Problem[]> {
  const status = await statusOf(reader, subject);
  const { lastStatus = "not told", lastErrorCode = "", lastErrorMessage = "" } = status ?? {};
  switch (lastStatus.toUpperCase()) {
    case "SUCCESS":
    case "NOTAPPLICABLE":
      return [];
    case "FAILURE": {
      const why = [lastErrorCode, lastErrorMessage].filter((text) => text !== "").join(": ");
      return [{ result: "fail", property: "lastStatus", message: `is ${lastStatus}${why === "" ? "" : ` (${why})`}` }];
    }
    default:
      return [{ result: "undecided", property: "lastStatus", message: `is ${lastStatus}: nothing was delivered yet` }];
  }
}

export const recorderStatusObserver = observer<aws.cfg.RecorderStatusArgs>({
  type: "aws:cfg/recorderStatus:RecorderStatus",
  check: "verify-config-recorder-running",
  parts: [
    {
      properties: ["name", "isEnabled"],
      read: async (reader, subject) => {
        const status = await statusOf(reader, subject);
        return status && { name: status.name, isEnabled: status.recording === true };
      },
    },
  ],
});

export const deliveryChannelObserver = observer<aws.cfg.DeliveryChannelArgs>({
  type: "aws:cfg/deliveryChannel:DeliveryChannel",
  check: "verify-config-delivery-channel-as-declared",
  parts: [
    {
      properties: ["name", "s3BucketName", "s3KeyPrefix", "s3KmsKeyArn", "snsTopicArn", "snapshotDeliveryProperties"],
      read: async (reader, { id, region }) => {
        const found = await reader.read("config:DescribeDeliveryChannels", region, { DeliveryChannelNames: [id] });
        const [channel] = found?.DeliveryChannels ?? [];
        return (
          channel && {
            name: channel.name,
            s3BucketName: channel.s3BucketName,
            s3KeyPrefix: channel.s3KeyPrefix,
            s3KmsKeyArn: channel.s3KmsKeyArn,
            snsTopicArn: channel.snsTopicARN,
            snapshotDeliveryProperties: camelCased(channel.configSnapshotDeliveryProperties),
          }
        );
      },
    },
  ],
  defaults: { s3KeyPrefix: null, s3KmsKeyArn: null, snsTopicArn: null },
  conditions: [{ check: "verify-config-delivery-healthy", read: deliveryProblems }],
});

/** The deliveries of a channel, by the field of DescribeDeliveryChannelStatus. */
const DELIVERIES = ["configHistoryDeliveryInfo", "configSnapshotDeliveryInfo", "configStreamDeliveryInfo"] as const;

async function deliveryProblems(reader: Reader, { id, region }: Subject): Promise<readonly Problem[]> {
  const found = await reader.read("config:DescribeDeliveryChannelStatus", region, { DeliveryChannelNames: [id] });
  const status = found?.DeliveryChannelsStatus?.[0];
  return DELIVERIES.flatMap((field) => {
    const { lastStatus, lastErrorCode = "", lastErrorMessage = "" } = status?.[field] ?? {};
    const why = [lastErrorCode, lastErrorMessage].filter((text) => text !== "").join(": ");
    return lastStatus?.toUpperCase() === "FAILURE"
      ? [{ result: "fail" as const, property: `${field}.lastStatus`, message: `is ${lastStatus} (${why})` }]
      : [];
  });
}

export const retentionObserver = observer<aws.cfg.RetentionConfigurationArgs>({
  type: "aws:cfg/retentionConfiguration:RetentionConfiguration",
  check: "verify-config-retention-as-declared",
  parts: [
    {
      properties: ["retentionPeriodInDays"],
      read: async (reader, { region }) => {
        // An account has one at most, whose name AWS chooses.
        const found = await reader.read("config:DescribeRetentionConfigurations", region, {});
        const [retention] = found?.RetentionConfigurations ?? [];
        return retention && { retentionPeriodInDays: retention.RetentionPeriodInDays };
      },
    },
  ],
});

export const aggregatorObserver = observer<aws.cfg.ConfigurationAggregatorArgs>({
  type: "aws:cfg/configurationAggregator:ConfigurationAggregator",
  check: "verify-config-aggregator-as-declared",
  parts: [{ properties: ["name", "accountAggregationSource", "organizationAggregationSource"], read: readAggregator }],
  defaults: { accountAggregationSource: null, organizationAggregationSource: null },
});

async function readAggregator(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("config:DescribeConfigurationAggregators", region, {
    ConfigurationAggregatorNames: [id],
  });
  const [aggregator] = found?.ConfigurationAggregators ?? [];
  const [accounts] = aggregator?.AccountAggregationSources ?? [];
  const organization = aggregator?.OrganizationAggregationSource;
  return (
    aggregator && {
      name: aggregator.ConfigurationAggregatorName,
      accountAggregationSource: accounts && unsetLeftOut({ accountIds: accounts.AccountIds, ...regionsOf(accounts) }),
      organizationAggregationSource:
        organization && unsetLeftOut({ roleArn: organization.RoleArn, ...regionsOf(organization) }),
    }
  );
}

/** AWS says that a source takes in all regions, or names them. */
function regionsOf({
  AllAwsRegions,
  AwsRegions = [],
}: {
  readonly AllAwsRegions?: boolean | undefined;
  readonly AwsRegions?: readonly string[] | undefined;
}) {
  return AllAwsRegions === true ? { allRegions: true } : { regions: AwsRegions };
}

export const aggregationAuthorizationObserver = observer<aws.cfg.AggregateAuthorizationArgs>({
  type: "aws:cfg/aggregateAuthorization:AggregateAuthorization",
  check: "verify-config-aggregation-authorization-as-declared",
  parts: [{ properties: ["accountId", "authorizedAwsRegion"], read: readAuthorization }],
});

async function readAuthorization(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const pages = await reader.readPages("config:DescribeAggregationAuthorizations", region, {}, ({ NextToken }) =>
    NextToken === undefined ? undefined : { NextToken },
  );
  const authorization = pages
    .flatMap(({ AggregationAuthorizations = [] }) => AggregationAuthorizations)
    .find(
      ({ AuthorizedAccountId, AuthorizedAwsRegion }) =>
        AuthorizedAccountId === textOf(inputs["accountId"]) &&
        AuthorizedAwsRegion === textOf(inputs["authorizedAwsRegion"]),
    );
  return (
    authorization && {
      accountId: authorization.AuthorizedAccountId,
      authorizedAwsRegion: authorization.AuthorizedAwsRegion,
    }
  );
}

export const remediationObserver = observer<aws.cfg.RemediationConfigurationArgs>({
  type: "aws:cfg/remediationConfiguration:RemediationConfiguration",
  check: "verify-config-remediation-as-declared",
  parts: [
    {
      properties: [
        "configRuleName",
        "resourceType",
        "targetType",
        "targetId",
        "targetVersion",
        "automatic",
        "maximumAutomaticAttempts",
        "retryAttemptSeconds",
        "parameters",
      ],
      read: readRemediation,
    },
  ],
  // Without a version it runs the document's default one, which is read with the document.
  defaults: { targetVersion: null, automatic: false },
  notCompared: { executionControls: "The project declares none." },
});

async function readRemediation(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("config:DescribeRemediationConfigurations", region, { ConfigRuleNames: [id] });
  const [remediation] = found?.RemediationConfigurations ?? [];
  return (
    remediation && {
      configRuleName: remediation.ConfigRuleName,
      resourceType: remediation.ResourceType,
      targetType: remediation.TargetType,
      targetId: remediation.TargetId,
      targetVersion: remediation.TargetVersion,
      automatic: remediation.Automatic ?? false,
      maximumAutomaticAttempts: remediation.MaximumAutomaticAttempts,
      retryAttemptSeconds: remediation.RetryAttemptSeconds,
      parameters: Object.entries(remediation.Parameters ?? {}).map(([name, { ResourceValue, StaticValue }]) =>
        unsetLeftOut({ name, resourceValue: ResourceValue?.Value, ...staticValues(StaticValue?.Values) }),
      ),
    }
  );
}

/** The provider has one property for a single value, and another for several. */
function staticValues(values: readonly string[] = []): Readonly<Record<string, unknown>> {
  return values.length > 1 ? { staticValues: values } : { staticValue: values[0] };
}

export const configRuleObserver = observer<aws.cfg.RuleArgs>({
  type: "aws:cfg/rule:Rule",
  check: "verify-config-rule-as-declared",
  parts: [
    {
      properties: [
        "name",
        "description",
        "inputParameters",
        "maximumExecutionFrequency",
        "scope",
        "source",
        "evaluationModes",
      ],
      read: readRule,
    },
  ],
  forms: { inputParameters: "document" },
  defaults: { inputParameters: null, scope: null },
  conditions: [{ check: "verify-config-rule-active", read: ruleProblems }],
});

type ConfigRule = NonNullable<OutputOf<"config:DescribeConfigRules">["ConfigRules"]>[number];

/** All rules of a region are read together, because a region has dozens and AWS limits the calls. */
async function ruleOf(reader: Reader, { id, region }: Subject): Promise<ConfigRule | undefined> {
  const pages = await reader.readPages("config:DescribeConfigRules", region, {}, ({ NextToken }) =>
    NextToken === undefined ? undefined : { NextToken },
  );
  return pages.flatMap(({ ConfigRules = [] }) => ConfigRules).find(({ ConfigRuleName }) => ConfigRuleName === id);
}

async function readRule(reader: Reader, subject: Subject): Promise<Properties | undefined> {
  const rule = await ruleOf(reader, subject);
  if (rule === undefined) {
    return undefined;
  }
  const { Source, Scope } = rule;
  const custom = Source?.CustomPolicyDetails;
  return {
    name: rule.ConfigRuleName,
    description: rule.Description,
    inputParameters: rule.InputParameters,
    maximumExecutionFrequency: rule.MaximumExecutionFrequency,
    scope: unsetLeftOut({
      complianceResourceTypes: Scope?.ComplianceResourceTypes,
      complianceResourceId: Scope?.ComplianceResourceId,
      tagKey: Scope?.TagKey,
      tagValue: Scope?.TagValue,
    }),
    source: unsetLeftOut({
      owner: Source?.Owner,
      sourceIdentifier: Source?.SourceIdentifier,
      sourceDetails: sourceDetails(Source, subject),
      customPolicyDetails:
        custom &&
        unsetLeftOut({
          enableDebugLogDelivery: custom.EnableDebugLogDelivery ?? false,
          policyRuntime: custom.PolicyRuntime,
          policyText: custom.PolicyText ?? (await policyText(reader, subject)),
        }),
    }),
    evaluationModes: camelCased(rule.EvaluationModes),
  };
}

/** The list of rules leaves out the text of a custom policy. */
async function policyText(reader: Reader, { id, region }: Subject): Promise<string | undefined> {
  const found = await reader.read("config:GetCustomRulePolicy", region, { ConfigRuleName: id });
  return found?.PolicyText;
}

/** AWS adds its own event source to each trigger; it is compared where the stack names one. */
function sourceDetails(source: ConfigRule["Source"], { inputs }: Subject): WireValue | undefined {
  const declared = JSON.stringify(inputs["source"] ?? null);
  const details = source?.SourceDetails?.map(({ EventSource, MessageType, MaximumExecutionFrequency }) =>
    unsetLeftOut({
      eventSource: declared.includes("eventSource") ? EventSource : undefined,
      messageType: MessageType,
      maximumExecutionFrequency: MaximumExecutionFrequency,
    }),
  );
  return details;
}

async function ruleProblems(reader: Reader, subject: Subject): Promise<readonly Problem[]> {
  const rule = await ruleOf(reader, subject);
  const state = rule?.ConfigRuleState ?? "not told";
  return state === "ACTIVE"
    ? []
    : [{ result: "fail", property: "ConfigRuleState", message: `is ${state}; only an ACTIVE rule evaluates` }];
}

function unsetLeftOut(properties: Properties | Readonly<Record<string, unknown>>): WireMap {
  const value = camelCased(properties);
  return isWireMap(value) ? value : {};
}
