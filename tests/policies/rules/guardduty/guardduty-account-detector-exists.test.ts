import { guarddutyAccountDetectorExists } from "../../../../policies/rules/guardduty/guardduty-account-detector-exists";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { describeStackRule } from "../../rule-harness";
import { without } from "../../state-changes";
import { adoptedCase, beside, declinedCase, saying, unknownAdopted, unknownDeclined } from "../account-modes";
import { DETECTOR, OF_GUARDDUTY } from "./prod-names";

const MISSING = {
  name: "baseline",
  property: "governedRegions.1",
  message: 'is "us-east-1", which has no GuardDuty detector; declare one there',
};
const missing = (stack: readonly ResourceState[]) => without(stack, DETECTOR);

describeStackRule(guarddutyAccountDetectorExists, {
  fails: [
    { title: "a governed region without a detector", change: missing, findings: [MISSING] },
    {
      title: "a region without a detector where other regions and other things are adopted or left out",
      change: saying(beside(OF_GUARDDUTY), missing),
      findings: [MISSING],
    },
  ],
  unknown: [
    adoptedCase(OF_GUARDDUTY, missing),
    ...unknownAdopted(OF_GUARDDUTY, missing),
    ...unknownDeclined(OF_GUARDDUTY, missing),
  ],
  exempt: [declinedCase(OF_GUARDDUTY, missing)],
});
