import { logsEvidenceLogGroupProtected } from "../../../../policies/rules/logs/logs-evidence-log-group-protected";
import { describeStackRule } from "../../rule-harness";
import { changeAll } from "../../state-changes";
import { declared } from "../stack-resources";

const ONE = { type: "aws:cloudwatch/logGroup:LogGroup", name: "baseline-trail-log-group" };

describeStackRule(logsEvidenceLogGroupProtected, {
  fails: [
    {
      title: "a log group that is not protected",
      change: (stack) => changeAll(stack, ONE, { protect: false }),
      findings: [{ name: ONE.name, message: "is false; set it to true" }],
    },
  ],
  passes: [
    {
      title: "an unprotected log group outside the component",
      change: (stack) => [...stack, declared(ONE.type, "other", {})],
    },
  ],
});
