/** What AWS Config costs: recording, and evaluating rules. */
import { type Declared, textAt } from "../declared";
import { everyMonth, ofType, type Usage, type UsagesOf } from "../usage";

/** How often a change is recorded, and of which resources. */
export const RECORDING_SETTINGS = ["configRecordingFrequency", "configExcludedTypes"] as const;

export const configUsages: UsagesOf = (account) => [
  ...ofType(account, "aws:cfg/recorder:Recorder").map((recorder): Usage => {
    const daily = textAt(recorder.properties, "recordingMode", "recordingFrequency") === "DAILY";
    const driver = daily ? "dailyConfigurationItemsPerRegionPerMonth" : "configurationItemsPerRegionPerMonth";
    return {
      price: daily ? "config.dailyItems" : "config.continuousItems",
      what: `configuration items, ${daily ? "daily" : "continuous"}`,
      resource: recorder,
      quantity: everyMonth(account.volumes[driver]),
      drivers: [driver],
      bound: { setting: RECORDING_SETTINGS, property: "recordingGroup" },
    };
  }),
  ...ofType(account, "aws:cfg/rule:Rule").map((rule): Usage => ({
    price: "config.ruleEvaluations",
    ...ruleKind(rule),
    resource: rule,
    quantity: everyMonth(account.volumes.evaluationsPerRulePerRegionPerMonth),
    drivers: ["evaluationsPerRulePerRegionPerMonth"],
  })),
  ...ofType(account, "aws:cfg/conformancePack:ConformancePack").map((pack): Usage => ({
    price: "config.conformancePackEvaluations",
    what: "evaluations of conformance packs",
    resource: pack,
    quantity: everyMonth(account.volumes.evaluationsPerConformancePackPerMonth),
    drivers: ["evaluationsPerConformancePackPerMonth"],
    bound: { property: "templateBody" },
  })),
];

type RuleKind = Pick<Usage, "what" | "bound" | "note">;

const RULE_KINDS: Readonly<Record<string, RuleKind>> = {
  AWS: { what: "evaluations of managed rules", bound: { setting: "configRules", property: "scope" } },
  CUSTOM_POLICY: {
    what: "evaluations of custom Guard rules",
    bound: { setting: "governedRegions", property: "scope" },
  },
  CUSTOM_LAMBDA: {
    what: "evaluations of custom Lambda rules",
    bound: { property: "scope" },
    note: "without the price of the functions that evaluate",
  },
};

function ruleKind({ properties }: Declared): RuleKind {
  const owner = textAt(properties, "source", "owner") ?? "";
  return RULE_KINDS[owner] ?? { what: "evaluations of rules", bound: { property: "scope" } };
}
