import { resourceRule } from "../../rule";
import { mustBeProtected } from "../protection";
import { BUCKET } from "./bucket";

export const bucketProtected = resourceRule({
  id: "bucket-protected",
  title: "A bucket is protected against deletion by its program",
  severity: "low",
  enforcementLevel: "advisory",
  type: BUCKET,
  property: "protect",
  rationale: "A renamed resource is a deleted bucket, and its name may be taken by somebody else at once.",
  fix: "Give the resource the option protect: true.",
  links: ["https://www.pulumi.com/docs/iac/concepts/resources/options/protect/"],
  covers: {},
  judge: mustBeProtected,
});
