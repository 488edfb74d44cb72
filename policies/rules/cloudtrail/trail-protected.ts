import { resourceRule } from "../../rule";
import { mustBeProtected } from "../protection";

export const trailProtected = resourceRule({
  id: "trail-protected",
  title: "A trail is protected against deletion",
  severity: "medium",
  type: "aws:cloudtrail/trail:Trail",
  property: "protect",
  rationale: "One destroy, or one renamed resource, would end the record.",
  fix: "Give the resource the option protect: true.",
  links: ["https://www.pulumi.com/docs/iac/concepts/resources/options/protect/"],
  covers: {},
  judge: mustBeProtected,
});
