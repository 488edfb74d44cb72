import { retainedLogGroupProtected } from "../../../../policies/rules/logs/retained-log-group-protected";
import { describeStackRule } from "../../rule-harness";
import { changeAll } from "../../state-changes";
import { declared } from "../stack-resources";

const ONE = { type: "aws:cloudwatch/logGroup:LogGroup", name: "baseline-trail-log-group" };

describeStackRule(retainedLogGroupProtected, {
  fails: [
    {
      title: "one that is not protected",
      change: (stack) => changeAll(stack, ONE, { protect: false }),
      findings: [{ name: ONE.name, message: "is false; it must be true" }],
    },
  ],
  passes: [
    { title: "an unprotected one of no component", change: (stack) => [...stack, declared(ONE.type, "other", {})] },
  ],
});
