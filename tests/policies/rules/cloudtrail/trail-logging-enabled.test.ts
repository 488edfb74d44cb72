import { trailLoggingEnabled } from "../../../../policies/rules/cloudtrail/trail-logging-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(trailLoggingEnabled, {
  fails: [{ title: "a trail that is stopped", set: { enableLogging: false }, message: "is false; it must be true" }],
  passes: [{ title: "a trail that leaves logging to the provider", remove: ["enableLogging"] }],
});
