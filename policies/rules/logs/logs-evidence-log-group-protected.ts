import { isProtected } from "../../families/protected";
import { LOG_GROUP, RETAINED_LOG_GROUP } from "../../resources";
import { all } from "../../result";
import { stackRule } from "../../rule";
import { about } from "../../stack/subjects";

export const logsEvidenceLogGroupProtected = stackRule(RETAINED_LOG_GROUP, {
  id: "logs-evidence-log-group-protected",
  title: "CloudWatch log groups that hold evidence are protected against deletion",
  severity: "medium",
  property: "protect",
  rationale: "A refactoring that renames the resource deletes a log group that was declared to be retained.",
  remediation: "Leave the component's argument protect at true.",
  references: ["https://www.pulumi.com/docs/iac/concepts/resources/options/protect/"],
  checkEach: ({ urn }, { stack }) =>
    all(
      ...stack
        .ofType(LOG_GROUP)
        .filter(({ parent }) => parent === urn)
        .map((group) => about(group, isProtected(group.protect))),
    ),
});
