import { inspectorAccountScansExist } from "../../../../policies/rules/inspector/inspector-account-scans-exist";
import type { ResourceState, WireMap, WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { adoptedCase, beside, declinedCase, saying, unknownAdopted, unknownDeclined } from "../account-modes";

const SCANS = { type: "aws:inspector2/enabler:Enabler", name: "baseline-us-east-1-vulnerabilities-scans" };
const MISSING = [
  {
    name: "baseline",
    property: "governedRegions.1",
    message: 'is "us-east-1", which has no Amazon Inspector that scans EC2, ECR, LAMBDA; declare one there',
  },
] as const;
const WANTED = {
  type: SCANS.type,
  capability: "inspector",
  words: "Amazon Inspector",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "us-east-1",
};
const missing = (stack: readonly ResourceState[]) => without(stack, SCANS);
const scans = (set: WireMap) => (stack: readonly ResourceState[]) => changeAll(stack, SCANS, { set });
const of = (...resourceTypes: readonly WireValue[]) => scans({ resourceTypes });

describeStackRule(inspectorAccountScansExist, {
  fails: [
    { title: "a governed region that nothing scans", change: missing, findings: MISSING },
    { title: "functions that are not scanned", change: of("EC2", "ECR"), findings: MISSING },
    { title: "images that are not scanned", change: of("EC2", "LAMBDA"), findings: MISSING },
    { title: "instances that are not scanned", change: of("ECR", "LAMBDA"), findings: MISSING },
    {
      title: "a region that nothing scans where other regions and other things are adopted or left out",
      change: saying(beside(WANTED), missing),
      findings: MISSING,
    },
  ],
  passes: [{ title: "code as well", change: of("EC2", "ECR", "LAMBDA", "LAMBDA_CODE") }],
  unknown: [
    { title: "what is scanned", change: scans({ resourceTypes: UNKNOWN_VALUE }), property: "governedRegions.1" },
    { title: "a part of what is scanned", change: of("EC2", "ECR", UNKNOWN_VALUE), property: "governedRegions.1" },
    adoptedCase(WANTED, missing),
    ...unknownAdopted(WANTED, missing),
    ...unknownDeclined(WANTED, missing),
  ],
  exempt: [declinedCase(WANTED, missing)],
});
