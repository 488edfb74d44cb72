import { alarmHasAction } from "../../../../policies/rules/notifications/alarm-has-action";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

const DEMAND = "it must hold at least one action";

describeResourceRule(alarmHasAction, {
  fails: [
    { title: "an alarm without actions", remove: ["alarmActions"], message: `is absent; ${DEMAND}` },
    { title: "an alarm with an empty list of actions", set: { alarmActions: [] }, message: `is []; ${DEMAND}` },
    { title: "an alarm with an empty action", set: { alarmActions: [""] }, message: `is [""]; ${DEMAND}` },
    {
      title: "an alarm whose actions are switched off",
      set: { actionsEnabled: false },
      property: "actionsEnabled",
      message: "is false; it must be true",
    },
    {
      title: "an alarm that acts only when all is well",
      set: { okActions: ["arn:aws:sns:eu-central-1:111122223333:notices"] },
      remove: ["alarmActions"],
      message: `is absent; ${DEMAND}`,
    },
  ],
  passes: [
    { title: "an alarm that says that its actions are on", set: { actionsEnabled: true } },
    { title: "an action that is not known yet", set: { alarmActions: [UNKNOWN_VALUE] } },
  ],
  unknown: ["alarmActions", "actionsEnabled"],
});
