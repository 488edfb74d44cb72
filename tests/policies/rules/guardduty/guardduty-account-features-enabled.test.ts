import { guarddutyAccountFeaturesEnabled } from "../../../../policies/rules/guardduty/guardduty-account-features-enabled";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { adoptedCase, declinedCase, unknownAdopted, unknownDeclined } from "../account-modes";
import { OF_GUARDDUTY } from "./prod-names";

const AI = {
  type: "aws:guardduty/detectorFeature:DetectorFeature",
  name: "baseline-us-east-1-threats-ai-protection",
};
const RUNTIME = { ...AI, name: "baseline-us-east-1-threats-runtime-monitoring" };

const lacks = (features: string) =>
  [
    {
      name: "baseline",
      property: "governedRegions.1",
      message: `is "us-east-1", where GuardDuty does without ${features}; enable them`,
    },
  ] as const;
const missing = (stack: readonly ResourceState[]) => without(stack, AI);
const ai = (set: WireMap) => (stack: readonly ResourceState[]) => changeAll(stack, AI, { set });

describeStackRule(guarddutyAccountFeaturesEnabled, {
  fails: [
    { title: "a region without a feature", change: missing, findings: lacks("AI_PROTECTION") },
    {
      title: "a region without two of them",
      change: (stack) => without(missing(stack), RUNTIME),
      findings: lacks("RUNTIME_MONITORING, AI_PROTECTION"),
    },
    { title: "a feature that is switched off", change: ai({ status: "DISABLED" }), findings: lacks("AI_PROTECTION") },
    { title: "a feature in another region", change: ai({ region: "eu-west-3" }), findings: lacks("AI_PROTECTION") },
  ],
  unknown: [
    { title: "whether a feature is on", change: ai({ status: UNKNOWN_VALUE }), property: "governedRegions.1" },
    { title: "which feature it is", change: ai({ name: UNKNOWN_VALUE }), property: "governedRegions.1" },
    adoptedCase(OF_GUARDDUTY, missing),
    ...unknownAdopted(OF_GUARDDUTY, missing),
    ...unknownDeclined(OF_GUARDDUTY, missing),
  ],
  exempt: [declinedCase(OF_GUARDDUTY, missing)],
});
