import { configGlobalResourceTypesRecordedOnce } from "../../../../policies/rules/config/config-global-resource-types-recorded-once";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll } from "../../state-changes";
import { HOME_RECORDER, RECORDER } from "./prod-names";

const GLOBAL_TYPES = "recordingGroup.includeGlobalResourceTypes";

describeStackRule(configGlobalResourceTypesRecordedOnce, {
  fails: [
    {
      title: "two recorders of global types",
      change: (stack) => changeAll(stack, RECORDER, { set: { [GLOBAL_TYPES]: true } }),
      findings: [
        {
          name: RECORDER.name,
          message: `is true, as in the recorder ${HOME_RECORDER.name}; set it to true in one recorder only`,
        },
      ],
    },
    {
      title: "no recorder of global types",
      change: (stack) => changeAll(stack, HOME_RECORDER, { set: { [GLOBAL_TYPES]: false } }),
      findings: [{ name: HOME_RECORDER.name, message: "is true in no recorder; set it to true in one" }],
    },
    {
      title: "recorders that leave global types to the provider",
      change: (stack) => changeAll(stack, { type: RECORDER.type }, { remove: [GLOBAL_TYPES] }),
      findings: [{ name: HOME_RECORDER.name, message: "is true in no recorder; set it to true in one" }],
    },
  ],
  passes: [
    {
      title: "another recorder than the home region's",
      change: (stack) =>
        changeAll(changeAll(stack, { type: RECORDER.type }, { set: { [GLOBAL_TYPES]: false } }), RECORDER, {
          set: { [GLOBAL_TYPES]: true },
        }),
    },
  ],
  unknown: [
    {
      title: "what the second recorder records",
      change: (stack) => changeAll(stack, RECORDER, { set: { [GLOBAL_TYPES]: UNKNOWN_VALUE } }),
      property: GLOBAL_TYPES,
    },
  ],
});
