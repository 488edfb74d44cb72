import { securityhubAccountAiStandardEnabled } from "../../../../policies/rules/securityhub/securityhub-account-ai-standard-enabled";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { adoptedCase, declinedCase, unknownAdopted, unknownDeclined } from "../account-modes";
import { OF_SECURITY_HUB } from "./prod-names";

const AI = {
  type: "aws:securityhub/standardsSubscription:StandardsSubscription",
  name: "baseline-us-east-1-standards-ai-security-best-practices",
};
const NOT_CHECKED = [
  {
    name: "baseline",
    property: "governedRegions.1",
    message:
      'is "us-east-1", where Security Hub does not check arn:aws:securityhub:us-east-1::standards/ai-security-best-practices/v/1.0.0; enable it',
  },
] as const;
const missing = (stack: readonly ResourceState[]) => without(stack, AI);
const standard = (set: WireMap) => (stack: readonly ResourceState[]) => changeAll(stack, AI, { set });

describeStackRule(securityhubAccountAiStandardEnabled, {
  fails: [
    { title: "a governed region without the standard on AI", change: missing, findings: NOT_CHECKED },
    {
      title: "another standard in its place",
      change: standard({ standardsArn: "arn:aws:securityhub:us-east-1::standards/pci-dss/v/4.0.1" }),
      findings: NOT_CHECKED,
    },
  ],
  unknown: [
    {
      title: "which standard it is",
      change: standard({ standardsArn: UNKNOWN_VALUE }),
      property: "governedRegions.1",
    },
    adoptedCase(OF_SECURITY_HUB, missing),
    ...unknownAdopted(OF_SECURITY_HUB, missing),
    ...unknownDeclined(OF_SECURITY_HUB, missing),
  ],
  exempt: [declinedCase(OF_SECURITY_HUB, missing)],
});
