import { configRecorderEnabled } from "../../../../policies/rules/config/config-recorder-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(configRecorderEnabled, {
  fails: [
    { title: "a recorder that is switched off", set: { isEnabled: false }, message: "is false; set it to true" },
    { title: "a status without isEnabled", remove: ["isEnabled"], message: "is not set; set it to true" },
  ],
});
