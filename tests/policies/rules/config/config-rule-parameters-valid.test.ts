import { configRuleParametersValid } from "../../../../policies/rules/config/config-rule-parameters-valid";
import { describeResourceRule } from "../../rule-harness";

const SOURCE = "source.sourceIdentifier";
const LEGAL = ["30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1827", "3653"];

function setToOneOf(days: readonly string[]): string {
  return `set it to one of ${days.map((day) => `"${day}"`).join(", ")}`;
}

const retention = (days: string) => ({
  title: `a retention of ${days} days`,
  set: { inputParameters: JSON.stringify({ MinRetentionTime: days }) },
});
const refused = (days: string) => ({
  ...retention(days),
  message: `has the MinRetentionTime "${days}"; ${setToOneOf(LEGAL)}`,
});

describeResourceRule(configRuleParametersValid, {
  example: {
    source: { owner: "AWS", sourceIdentifier: "CW_LOGGROUP_RETENTION_PERIOD_CHECK" },
    inputParameters: '{"MinRetentionTime":"365"}',
  },
  fails: [
    {
      title: "a number where the rule takes a string",
      set: { inputParameters: '{"MinRetentionTime":365}' },
      message: 'is "{\\"MinRetentionTime\\":365}"; set it to a JSON object whose values are strings',
    },
    {
      title: "text that is not JSON",
      set: { inputParameters: "MinRetentionTime=365" },
      message: 'is "MinRetentionTime=365"; set it to a JSON object whose values are strings',
    },
    {
      title: "an object that is not written as text",
      set: { inputParameters: { MinRetentionTime: "365" } },
      message: 'is {"MinRetentionTime":"365"}; set it to a JSON object whose values are strings',
    },
    {
      title: "JSON that holds nothing",
      set: { inputParameters: "null" },
      message: 'is "null"; set it to a JSON object whose values are strings',
    },
    {
      title: "a list, for any rule",
      set: { inputParameters: '["365"]', [SOURCE]: "CLOUD_TRAIL_ENABLED" },
      message: 'is "[\\"365\\"]"; set it to a JSON object whose values are strings',
    },
    {
      title: "a retention check that is given no period",
      remove: ["inputParameters"],
      message: `has no MinRetentionTime; ${setToOneOf(LEGAL)}`,
    },
    {
      title: "a retention check that is given other parameters",
      set: { inputParameters: '{"LogGroupNames":"/ai"}' },
      message: `has no MinRetentionTime; ${setToOneOf(LEGAL)}`,
    },
    refused("14"),
    refused("364"),
    refused("366"),
    refused("1096"),
    refused("2557"),
    {
      ...retention("180"),
      title: "less than a minimum that is configured",
      settings: { minimumRetentionDays: 365 },
      message: `has the MinRetentionTime "180"; ${setToOneOf(LEGAL.slice(6))}`,
    },
  ],
  passes: [
    retention("30"),
    retention("3653"),
    { ...retention("1"), title: "a minimum that is configured", settings: { minimumRetentionDays: 1 } },
    {
      title: "string parameters of another rule",
      set: { inputParameters: '{"expectedDeliveryWindowAge":"12"}', [SOURCE]: "CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED" },
    },
  ],
  unknown: ["inputParameters", SOURCE],
  notApplicable: [
    {
      title: "another rule without parameters",
      set: { [SOURCE]: "CLOUD_TRAIL_ENABLED" },
      remove: ["inputParameters"],
    },
  ],
});
