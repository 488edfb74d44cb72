import { accessanalyzerAccountAnalyzerExists } from "../../../../policies/rules/accessanalyzer/accessanalyzer-account-analyzer-exists";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { adoptedCase, beside, declinedCase, saying, unknownAdopted, unknownDeclined } from "../account-modes";

const ANALYZER = { type: "aws:accessanalyzer/analyzer:Analyzer", name: "baseline-us-east-1-access-external" };
const MISSING = [
  {
    name: "baseline",
    property: "governedRegions.1",
    message: 'is "us-east-1", which has no analyzer of external access; declare one there',
  },
] as const;
const WANTED = {
  type: ANALYZER.type,
  capability: "accessAnalyzer",
  words: "IAM Access Analyzer",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "us-east-1",
};
const missing = (stack: readonly ResourceState[]) => without(stack, ANALYZER);
const analyzer = (set: WireMap) => (stack: readonly ResourceState[]) => changeAll(stack, ANALYZER, { set });

describeStackRule(accessanalyzerAccountAnalyzerExists, {
  fails: [
    { title: "a governed region without an analyzer", change: missing, findings: MISSING },
    {
      title: "an analyzer of unused access alone",
      change: analyzer({ type: "ACCOUNT_UNUSED_ACCESS" }),
      findings: MISSING,
    },
    {
      title: "a region without an analyzer where other regions and other things are adopted or left out",
      change: saying(beside(WANTED), missing),
      findings: MISSING,
    },
  ],
  passes: [
    { title: "an analyzer of the organization", change: analyzer({ type: "ORGANIZATION" }) },
    {
      title: "an analyzer that leaves its type to the provider",
      change: (stack) => changeAll(stack, ANALYZER, { remove: ["type"] }),
    },
  ],
  unknown: [
    { title: "of which type an analyzer is", change: analyzer({ type: UNKNOWN_VALUE }), property: "governedRegions.1" },
    adoptedCase(WANTED, missing),
    ...unknownAdopted(WANTED, missing),
    ...unknownDeclined(WANTED, missing),
  ],
  exempt: [declinedCase(WANTED, missing)],
});
