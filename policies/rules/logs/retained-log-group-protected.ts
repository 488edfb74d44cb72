import { all, fail, pass } from "../../judgement";
import { stackRule } from "../../rule";
import { LOG_GROUP } from "../log-group";

const RETAINED_LOG_GROUP = "ai-governance-baseline:index:RetainedLogGroup";

export const retainedLogGroupProtected = stackRule({
  id: "retained-log-group-protected",
  title: "A log group that holds evidence is protected against deletion by its program",
  severity: "medium",
  type: RETAINED_LOG_GROUP,
  property: "protect",
  rationale: "A refactoring that renames the resource deletes a log group that somebody has declared to be retained.",
  fix: "Leave the component's option protect at true.",
  links: ["https://www.pulumi.com/docs/iac/concepts/options/protect/"],
  covers: {},
  judge: (stack) => {
    const components = new Set(stack.ofType(RETAINED_LOG_GROUP).map(({ urn }) => urn));
    return all(
      ...stack
        .ofType(LOG_GROUP)
        .filter(({ parent }) => parent !== undefined && components.has(parent))
        .map(({ protect, urn }) => (protect ? pass : fail("protect", "is false; it must be true", urn))),
    );
  },
});
