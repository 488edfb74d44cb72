import { recorderEnabled } from "../../../../policies/rules/config/recorder-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(recorderEnabled, {
  fails: [
    { title: "a recorder that is switched off", set: { isEnabled: false }, message: "is false; it must be true" },
    { title: "a status that says nothing", remove: ["isEnabled"], message: "is absent; it must be true" },
  ],
});
