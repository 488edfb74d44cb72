import { isProtected } from "../../families/protected";
import { BUCKET, EVIDENCE_BUCKET } from "../../resources";
import { all } from "../../result";
import { stackRule } from "../../rule";
import { about } from "../../stack/subjects";

export const s3EvidenceBucketProtected = stackRule(EVIDENCE_BUCKET, {
  id: "s3-evidence-bucket-protected",
  title: "S3 buckets that hold evidence are protected against deletion",
  severity: "medium",
  property: "protect",
  rationale: "A refactoring that renames the resource deletes a bucket that was declared to hold evidence.",
  remediation: "Leave the component's argument protect at true.",
  references: ["https://www.pulumi.com/docs/iac/concepts/resources/options/protect/"],
  checkEach: ({ urn }, { stack }) =>
    all(
      ...stack
        .ofType(BUCKET)
        .filter(({ parent }) => parent === urn)
        .map((bucket) => about(bucket, isProtected(bucket.protect))),
    ),
});
