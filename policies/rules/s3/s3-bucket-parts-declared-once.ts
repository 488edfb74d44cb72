import { BUCKET_PARTS } from "../../bucket-parts";
import { BUCKET } from "../../resources";
import { all, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { isReferencedBy } from "./bucket-parts";

export const s3BucketPartsDeclaredOnce = stackRule(BUCKET, {
  id: "s3-bucket-parts-declared-once",
  title: "S3 buckets have each of their parts once",
  severity: "high",
  property: "bucket",
  rationale:
    "A bucket has one policy, one lifecycle and one of each other part. Where a program declares two, each replaces the other, and which " +
    "one stands is decided by the order of an update.",
  remediation: "Put the statements or rules into one resource.",
  references: ["https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucketlifecycleconfiguration/"],
  checkEach: (bucket, { stack, property }) =>
    all(
      ...BUCKET_PARTS.map((type) => {
        const candidates = stack.ofType(type).map((part) => ({ part, isOwn: isReferencedBy(stack, bucket, [part]) }));
        const parts = candidates.filter(({ isOwn }) => isOwn === true).map(({ part }) => part);
        const possible = candidates.filter(({ isOwn }) => isOwn !== false);
        const kind = type.token.split(":").at(-1) ?? type.token;
        return parts.length > 1
          ? fail(property, `has ${parts.length} of ${kind} (${parts.map(({ name }) => name).join(", ")}); declare one`)
          : possible.length > 1
            ? undecided(property)
            : pass;
      }),
    ),
});
