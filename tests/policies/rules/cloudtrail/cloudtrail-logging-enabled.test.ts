import { cloudtrailLoggingEnabled } from "../../../../policies/rules/cloudtrail/cloudtrail-logging-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(cloudtrailLoggingEnabled, {
  fails: [{ title: "a trail that is stopped", set: { enableLogging: false }, message: "is false; set it to true" }],
  passes: [{ title: "a trail that relies on the default", remove: ["enableLogging"] }],
});
