import { all, fail, pass } from "../../judgement";
import { stackRule } from "../../rule";
import { BUCKET } from "./bucket";

const EVIDENCE_BUCKET = "ai-governance-baseline:index:EvidenceBucket";

export const evidenceBucketProtected = stackRule({
  id: "evidence-bucket-protected",
  title: "A bucket that holds evidence is protected against deletion by its program",
  severity: "medium",
  type: EVIDENCE_BUCKET,
  property: "protect",
  rationale: "A refactoring that renames the resource deletes a bucket that somebody has declared to hold evidence.",
  fix: "Leave the component's option protect at true.",
  links: ["https://www.pulumi.com/docs/iac/concepts/options/protect/"],
  covers: {},
  judge: (stack) => {
    const components = new Set(stack.ofType(EVIDENCE_BUCKET).map(({ urn }) => urn));
    return all(
      ...stack
        .ofType(BUCKET)
        .filter(({ parent }) => parent !== undefined && components.has(parent))
        .map(({ protect, urn }) => (protect ? pass : fail("protect", "is false; it must be true", urn))),
    );
  },
});
