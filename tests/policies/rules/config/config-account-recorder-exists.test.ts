import { configAccountRecorderExists } from "../../../../policies/rules/config/config-account-recorder-exists";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { adoptedCase, beside, declinedCase, saying, unknownAdopted, unknownDeclined } from "../account-modes";
import { declared } from "../stack-resources";
import { BASELINE, RECORDER, STATUS } from "./prod-names";

const MISSING = {
  name: BASELINE.name,
  property: "governedRegions.1",
  message: 'is "us-east-1", which has no started recorder; declare one there',
};

const WANTED = {
  type: RECORDER.type,
  capability: "recorder",
  words: "a recorder",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "default",
};
const missing = (stack: readonly ResourceState[]) => without(stack, RECORDER);

describeStackRule(configAccountRecorderExists, {
  fails: [
    { title: "a governed region without a recorder", change: (stack) => without(stack, RECORDER), findings: [MISSING] },
    {
      title: "a region without a recorder where other regions and other things are adopted or left out",
      change: saying(beside(WANTED), missing),
      findings: [MISSING],
    },
    {
      title: "a governed region whose recorder is stopped",
      change: (stack) => changeAll(stack, STATUS, { set: { isEnabled: false } }),
      findings: [MISSING],
    },
    {
      title: "a region that was added to the governed ones",
      change: (stack) => changeAll(stack, BASELINE, { set: { "governedRegions.2": "eu-west-1" } }),
      findings: [
        {
          name: BASELINE.name,
          property: "governedRegions.2",
          message: 'is "eu-west-1", which has no started recorder; declare one there',
        },
      ],
    },
    {
      title: "a region that is no name",
      change: (stack) => changeAll(stack, BASELINE, { set: { "governedRegions.0": 1 } }),
      findings: [
        { name: BASELINE.name, property: "governedRegions.0", message: "is 1; set it to the name of a region" },
      ],
    },
    {
      title: "an account that governs nothing",
      change: (stack) => changeAll(stack, BASELINE, { remove: ["governedRegions"] }),
      findings: [{ name: BASELINE.name, message: "is not set; set it to at least one region" }],
    },
  ],
  passes: [
    {
      title: "a single region, left to the provider",
      change: () => [
        ...emptyStack(),
        declared(BASELINE.type, "account", { governedRegions: ["eu-west-1"] }),
        declared(RECORDER.type, "recorder", {}),
        declared(STATUS.type, "status", { isEnabled: true }),
      ],
    },
  ],
  unknown: [
    adoptedCase(WANTED, missing),
    ...unknownAdopted(WANTED, missing),
    ...unknownDeclined(WANTED, missing),
    {
      title: "whether a recorder is started",
      change: (stack) => changeAll(stack, STATUS, { set: { isEnabled: UNKNOWN_VALUE } }),
      property: "governedRegions.1",
    },
    {
      title: "one of the regions",
      change: (stack) => changeAll(stack, BASELINE, { set: { "governedRegions.0": UNKNOWN_VALUE } }),
      property: "governedRegions.0",
    },
  ],
  exempt: [declinedCase(WANTED, missing)],
});
