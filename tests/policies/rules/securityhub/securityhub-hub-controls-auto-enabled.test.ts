import { securityhubHubControlsAutoEnabled } from "../../../../policies/rules/securityhub/securityhub-hub-controls-auto-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(securityhubHubControlsAutoEnabled, {
  fails: [
    {
      title: "a hub that leaves new controls out",
      set: { autoEnableControls: false },
      message: "is false; set it to true",
    },
  ],
  passes: [{ title: "a hub that says nothing of it", remove: ["autoEnableControls"] }],
});
