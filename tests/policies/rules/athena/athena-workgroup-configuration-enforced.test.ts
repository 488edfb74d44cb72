import { athenaWorkgroupConfigurationEnforced } from "../../../../policies/rules/athena/athena-workgroup-configuration-enforced";
import { describeResourceRule } from "../../rule-harness";

const PROPERTY = "configuration.enforceWorkgroupConfiguration";

describeResourceRule(athenaWorkgroupConfigurationEnforced, {
  fails: [
    {
      title: "a workgroup that leaves the choice to its users",
      set: { [PROPERTY]: false },
      message: "is false; set it to true",
    },
  ],
  passes: [
    { title: "a workgroup that says nothing", remove: [PROPERTY] },
    { title: "a workgroup without a configuration", remove: ["configuration"] },
  ],
  unknown: [PROPERTY, { path: "configuration", property: PROPERTY }],
});
