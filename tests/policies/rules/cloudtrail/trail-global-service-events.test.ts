import { trailGlobalServiceEvents } from "../../../../policies/rules/cloudtrail/trail-global-service-events";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(trailGlobalServiceEvents, {
  fails: [
    {
      title: "a trail without the global services",
      set: { includeGlobalServiceEvents: false },
      message: "is false; it must be true",
    },
  ],
  passes: [
    { title: "a trail that leaves the global services to the provider", remove: ["includeGlobalServiceEvents"] },
  ],
});
