import { resourceRule } from "../../rule";
import { mustBeProtected } from "../protection";

export const logGroupProtected = resourceRule({
  id: "log-group-protected",
  title: "A log group is protected against deletion by its program",
  severity: "low",
  enforcementLevel: "advisory",
  type: "aws:cloudwatch/logGroup:LogGroup",
  property: "protect",
  rationale: "One destroy, or one renamed resource, would delete the events with the group.",
  fix: "Give the resource the option protect: true.",
  links: ["https://www.pulumi.com/docs/iac/concepts/resources/options/protect/"],
  covers: {},
  judge: mustBeProtected,
});
