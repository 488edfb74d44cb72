import { configRecorderStarted } from "../../../../policies/rules/config/config-recorder-started";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared } from "../stack-resources";
import { CHANNEL, RECORDER, STATUS } from "./prod-names";

const NOT_STARTED = {
  name: RECORDER.name,
  message: "names a recorder that is not started; declare a RecorderStatus with isEnabled true in its region",
};
const WITHOUT_CHANNEL = {
  name: RECORDER.name,
  message: "names a recorder without a delivery channel; declare a DeliveryChannel in its region",
};

describeStackRule(configRecorderStarted, {
  fails: [
    { title: "a recorder without a status", change: (stack) => without(stack, STATUS), findings: [NOT_STARTED] },
    {
      title: "a recorder that is stopped",
      change: (stack) => changeAll(stack, STATUS, { set: { isEnabled: false } }),
      findings: [NOT_STARTED],
    },
    { title: "a recorder without a channel", change: (stack) => without(stack, CHANNEL), findings: [WITHOUT_CHANNEL] },
    {
      title: "a recorder whose channel and status are in another region",
      change: (stack) =>
        changeAll(changeAll(stack, CHANNEL, { set: { region: "eu-west-1" } }), STATUS, {
          set: { region: "eu-west-1" },
        }),
      findings: [WITHOUT_CHANNEL, NOT_STARTED],
    },
  ],
  passes: [
    {
      title: "a recorder in the provider's region",
      change: () => [
        ...emptyStack(),
        declared(RECORDER.type, "recorder", {}),
        declared(CHANNEL.type, "channel", {}),
        declared(STATUS.type, "status", { isEnabled: true }),
      ],
    },
  ],
  unknown: [
    {
      title: "whether the recorder is started",
      change: (stack) => changeAll(stack, STATUS, { set: { isEnabled: UNKNOWN_VALUE } }),
      property: "name",
    },
    {
      title: "the region of the channel",
      change: () => [
        ...emptyStack(),
        declared(RECORDER.type, "recorder", {}),
        declared(CHANNEL.type, "channel", { region: UNKNOWN_VALUE }),
        declared(STATUS.type, "status", { isEnabled: true }),
      ],
      property: "name",
    },
  ],
});
