/** The cases of every rule that requires a setting of an account in each of its governed regions. */
import type { StackRule } from "../../../../policies/rule";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { beside, declinedCase, saying, unknownDeclined } from "../account-modes";
import { declared } from "../stack-resources";

const BASELINE = { type: "ai-governance-baseline:index:AccountBaseline", name: "baseline" };

interface RegionSetting {
  readonly type: string;
  /** Of the one in the prod stack's second region. */
  readonly name: string;
  readonly capability: string;
  /** The setting where an account does without it. */
  readonly words: string;
  /** The setting where a region lacks it. */
  readonly what: string;
}

export function describeRegionSetting(rule: StackRule, { what, name, ...setting }: RegionSetting): void {
  const abroad = { type: setting.type, name };
  const wanted = { ...setting, region: "us-east-1", property: "governedRegions.1", id: "us-east-1" };
  const missing = (stack: readonly ResourceState[]) => without(stack, abroad);
  const finding = {
    name: BASELINE.name,
    property: "governedRegions.1",
    message: `is "us-east-1", which has no ${what}; declare one there`,
  };
  describeStackRule(rule, {
    fails: [
      { title: "a governed region without the setting", change: missing, findings: [finding] },
      {
        title: "a region without the setting where other regions and other things are adopted or left out",
        change: saying(beside(wanted), missing),
        findings: [finding],
      },
    ],
    passes: [
      {
        title: "a single region, left to the provider",
        change: () => [
          ...emptyStack(),
          declared(BASELINE.type, "account", { governedRegions: ["eu-west-1"] }),
          declared(setting.type, "setting", {}),
        ],
      },
    ],
    unknown: [
      ...unknownDeclined(wanted, missing),
      {
        title: "in which region the setting is",
        change: (stack) => changeAll(stack, abroad, { set: { region: UNKNOWN_VALUE } }),
        property: "governedRegions.1",
      },
    ],
    exempt: [declinedCase(wanted, missing)],
  });
}
