/** Breakages of AWS Config and its runbooks. */
import type { ConfigRule, ConfigService, RemediationConfiguration } from "@aws-sdk/client-config-service";
import { type Breakage } from "./breakage";

const RECORDER = "baseline-eu-central-1-recorder-recorder";
const CHANNEL = "baseline-eu-central-1-recorder-channel";
const ROTATION_RULE = "baseline-eu-central-1-rules-cmk-backing-key-rotation-enabled";
const RUNBOOK = "baseline-eu-central-1-remediation-key-rotation";

export const configBreakages: readonly Breakage[] = [
  {
    what: "the recorder is stopped",
    control: "CONFIG-01",
    act: async ({ config }) => {
      await config.stopConfigurationRecorder({ ConfigurationRecorderName: RECORDER });
      return () => config.startConfigurationRecorder({ ConfigurationRecorderName: RECORDER });
    },
    says: [
      "verify-config-recorder-running",
      "baseline-eu-central-1-recorder-status",
      "isEnabled",
      "is false in the account; the stack declares true",
    ],
    more: true,
  },
  {
    what: "the recorder leaves out types",
    control: "CONFIG-01",
    act: async ({ config }) => {
      const { ConfigurationRecorders = [] } = await config.describeConfigurationRecorders({});
      const [recorder] = ConfigurationRecorders;
      const recordingGroup = { allSupported: false, resourceTypes: ["AWS::S3::Bucket"] as const };
      await config.putConfigurationRecorder({
        ConfigurationRecorder: {
          ...recorder,
          recordingGroup: { ...recordingGroup, resourceTypes: [...recordingGroup.resourceTypes] },
        },
      });
      return () => config.putConfigurationRecorder({ ConfigurationRecorder: recorder });
    },
    says: [
      "verify-config-recorder-as-declared",
      RECORDER,
      "recordingGroup.allSupported",
      "is false in the account; the stack declares true",
    ],
    more: true,
  },
  {
    what: "snapshots are delivered more often",
    control: "CONFIG-02",
    act: async ({ config }) => {
      const { DeliveryChannels = [] } = await config.describeDeliveryChannels({});
      const [channel] = DeliveryChannels;
      await config.putDeliveryChannel({
        DeliveryChannel: { ...channel, configSnapshotDeliveryProperties: { deliveryFrequency: "One_Hour" } },
      });
      return () => config.putDeliveryChannel({ DeliveryChannel: channel });
    },
    says: [
      "verify-config-delivery-channel-as-declared",
      CHANNEL,
      "snapshotDeliveryProperties.deliveryFrequency",
      "is One_Hour in the account; the stack declares TwentyFour_Hours",
    ],
  },
  {
    what: "configuration items are kept for a month",
    control: "CONFIG-02",
    act: async ({ config }) => {
      await config.putRetentionConfiguration({ RetentionPeriodInDays: 30 });
      return () => config.putRetentionConfiguration({ RetentionPeriodInDays: 2557 });
    },
    says: [
      "verify-config-retention-as-declared",
      "baseline-eu-central-1-recorder-retention",
      "retentionPeriodInDays",
      "is 30 in the account; the stack declares 2557",
    ],
  },
  {
    what: "a rule is deleted",
    control: "CONFIG-03",
    act: async ({ config }) => {
      const ConfigRuleName = "baseline-eu-central-1-rules-multi-region-cloudtrail-enabled";
      const { ConfigRules = [] } = await config.describeConfigRules({ ConfigRuleNames: [ConfigRuleName] });
      await config.deleteConfigRule({ ConfigRuleName });
      return () => config.putConfigRule({ ConfigRule: asNew(ConfigRules[0]) });
    },
    says: [
      "verify-config-rule-as-declared",
      "baseline-eu-central-1-rules-multi-region-cloudtrail-enabled",
      "",
      "is missing in the account; the stack declares it (baseline-eu-central-1-rules-multi-region-cloudtrail-enabled in eu-central-1)",
    ],
    more: true,
  },
  {
    what: "a rule allows older access keys",
    control: "CONFIG-03",
    act: async ({ config }) => {
      const ConfigRuleName = "baseline-eu-central-1-rules-access-keys-rotated";
      const { ConfigRules = [] } = await config.describeConfigRules({ ConfigRuleNames: [ConfigRuleName] });
      const rule = asNew(ConfigRules[0]);
      await config.putConfigRule({ ConfigRule: { ...rule, InputParameters: '{"maxAccessKeyAge":"900"}' } });
      return () => config.putConfigRule({ ConfigRule: rule });
    },
    says: [
      "verify-config-rule-as-declared",
      "baseline-eu-central-1-rules-access-keys-rotated",
      "inputParameters.maxAccessKeyAge",
      "is 900 in the account; the stack declares 90",
    ],
  },
  {
    what: "a rule has no remediation any more",
    control: "CONFIG-06",
    act: async ({ config }) => {
      const RemediationConfigurations = await remediationsOf(config, ROTATION_RULE);
      await config.deleteRemediationConfiguration({ ConfigRuleName: ROTATION_RULE });
      return () => config.putRemediationConfigurations({ RemediationConfigurations });
    },
    says: [
      "verify-config-remediation-as-declared",
      `${RUNBOOK}-remediation`,
      "",
      `is missing in the account; the stack declares it (${ROTATION_RULE} in eu-central-1)`,
    ],
  },
  {
    what: "a remediation starts by itself",
    control: "CONFIG-06",
    act: async ({ config }) => {
      const RemediationConfigurations = await remediationsOf(config, ROTATION_RULE);
      await config.putRemediationConfigurations({
        RemediationConfigurations: RemediationConfigurations.map((one) => ({ ...one, Automatic: true })),
      });
      return () => config.putRemediationConfigurations({ RemediationConfigurations });
    },
    says: [
      "verify-config-remediation-as-declared",
      `${RUNBOOK}-remediation`,
      "automatic",
      "is true in the account; the stack declares false",
    ],
  },
  {
    what: "a remediation changes what a dry run shows",
    control: "CONFIG-06",
    act: async ({ config }) => {
      const RemediationConfigurations = await remediationsOf(config, ROTATION_RULE);
      await config.putRemediationConfigurations({
        RemediationConfigurations: RemediationConfigurations.map((one) => ({
          ...one,
          Parameters: { ...one.Parameters, DryRun: { StaticValue: { Values: ["false"] } } },
        })),
      });
      return () => config.putRemediationConfigurations({ RemediationConfigurations });
    },
    says: [
      "verify-config-remediation-as-declared",
      `${RUNBOOK}-remediation`,
      "parameters[DryRun].staticValue",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "a runbook is deleted",
    control: "CONFIG-06",
    act: async ({ ssm }) => {
      const { Content } = await ssm.getDocument({ Name: RUNBOOK });
      await ssm.deleteDocument({ Name: RUNBOOK });
      return () => ssm.createDocument({ Name: RUNBOOK, DocumentType: "Automation", DocumentFormat: "JSON", Content });
    },
    says: [
      "verify-ssm-document-as-declared",
      RUNBOOK,
      "",
      `is missing in the account; the stack declares it (${RUNBOOK} in eu-central-1)`,
    ],
  },
  {
    what: "a runbook runs another call",
    control: "CONFIG-06",
    act: async ({ ssm }) => {
      const { Content = "", DocumentVersion: before } = await ssm.getDocument({ Name: RUNBOOK });
      const { DocumentDescription } = await ssm.updateDocument({
        Name: RUNBOOK,
        DocumentVersion: "$LATEST",
        DocumentFormat: "JSON",
        Content: Content.replace("EnableKeyRotation", "DisableKeyRotation"),
      });
      const run = (DocumentVersion: string | undefined) =>
        ssm.updateDocumentDefaultVersion({ Name: RUNBOOK, DocumentVersion });
      await run(DocumentDescription?.DocumentVersion);
      return () => run(before);
    },
    says: [
      "verify-ssm-document-as-declared",
      RUNBOOK,
      "content.mainSteps[Change].inputs.Api",
      "is DisableKeyRotation in the account; the stack declares EnableKeyRotation",
    ],
  },
  {
    what: "a runbook is shared with another account",
    control: "CONFIG-06",
    act: async ({ ssm }) => {
      const AccountIds = ["444455556666"];
      const share = { Name: RUNBOOK, PermissionType: "Share" } as const;
      await ssm.modifyDocumentPermission({ ...share, AccountIdsToAdd: AccountIds });
      return () => ssm.modifyDocumentPermission({ ...share, AccountIdsToRemove: AccountIds });
    },
    says: ["verify-ssm-document-as-declared", RUNBOOK, "permissions", /444455556666/],
  },
];

async function remediationsOf(config: ConfigService, rule: string): Promise<RemediationConfiguration[]> {
  const found = await config.describeRemediationConfigurations({ ConfigRuleNames: [rule] });
  return found.RemediationConfigurations ?? [];
}

/** A rule as it is put: AWS refuses its own identifiers and its state. */
function asNew(rule: ConfigRule | undefined): ConfigRule {
  const { ConfigRuleArn, ConfigRuleId, ConfigRuleState, CreatedBy, ...own } = rule ?? { Source: undefined };
  void [ConfigRuleArn, ConfigRuleId, ConfigRuleState, CreatedBy];
  return own;
}
