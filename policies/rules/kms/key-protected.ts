import { resourceRule } from "../../rule";
import { mustBeProtected } from "../protection";

export const keyProtected = resourceRule({
  id: "key-protected",
  title: "A key is protected against deletion",
  severity: "medium",
  type: "aws:kms/key:Key",
  property: "protect",
  rationale: "When a key is deleted, everything that it encrypted is lost with it.",
  fix: "Give the resource the option protect: true.",
  links: ["https://www.pulumi.com/docs/iac/concepts/resources/options/protect/"],
  covers: {},
  judge: mustBeProtected,
});
