import { cloudtrailGlobalServiceEventsEnabled } from "../../../../policies/rules/cloudtrail/cloudtrail-global-service-events-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(cloudtrailGlobalServiceEventsEnabled, {
  fails: [
    {
      title: "a trail without global service events",
      set: { includeGlobalServiceEvents: false },
      message: "is false; set it to true",
    },
  ],
  passes: [{ title: "a trail that relies on the default", remove: ["includeGlobalServiceEvents"] }],
});
