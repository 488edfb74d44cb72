import { securityhubAccountHubExists } from "../../../../policies/rules/securityhub/securityhub-account-hub-exists";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { describeStackRule } from "../../rule-harness";
import { without } from "../../state-changes";
import { adoptedCase, beside, declinedCase, saying, unknownAdopted, unknownDeclined } from "../account-modes";
import { HUB, OF_SECURITY_HUB } from "./prod-names";

const MISSING = {
  name: "baseline",
  property: "governedRegions.1",
  message: 'is "us-east-1", which has no Security Hub; declare one there',
};
const missing = (stack: readonly ResourceState[]) => without(stack, HUB);

describeStackRule(securityhubAccountHubExists, {
  fails: [
    { title: "a governed region without Security Hub", change: missing, findings: [MISSING] },
    {
      title: "a region without Security Hub where other regions and other things are adopted or left out",
      change: saying(beside(OF_SECURITY_HUB), missing),
      findings: [MISSING],
    },
  ],
  unknown: [
    adoptedCase(OF_SECURITY_HUB, missing),
    ...unknownAdopted(OF_SECURITY_HUB, missing),
    ...unknownDeclined(OF_SECURITY_HUB, missing),
  ],
  exempt: [declinedCase(OF_SECURITY_HUB, missing)],
});
