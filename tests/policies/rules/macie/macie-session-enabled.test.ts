import { macieSessionEnabled } from "../../../../policies/rules/macie/macie-session-enabled";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(macieSessionEnabled, {
  fails: [{ title: "Macie that is paused", set: { status: "PAUSED" }, message: 'is "PAUSED"; set it to "ENABLED"' }],
  passes: [{ title: "Macie that says nothing of it", remove: ["status"] }],
});
