import { type Result, fail, notApplicable } from "../../result";
import { stackRule } from "../../rule";
import { WHOLE_STACK } from "../../stack/whole-stack";

/** The provider's older types of buckets and their parts, which it still takes: `aws:s3/bucketAclV2:BucketAclV2`. */
const OLDER = /^aws:s3\/bucket\w*V2:(?<name>Bucket\w*)V2$/;

export const s3BucketPartsCurrentTypes = stackRule(WHOLE_STACK, {
  id: "s3-bucket-parts-current-types",
  title: "S3 buckets and their parts are declared by the provider's current types",
  severity: "high",
  property: "resources",
  rationale:
    "The rules on buckets know one type for each part. A bucket of an older type, which makes the same bucket, goes unchecked.",
  remediation: "Declare it by the type without V2; the option aliases keeps the resource.",
  references: ["https://www.pulumi.com/registry/packages/aws/how-to-guides/7-0-migration/"],
  check: (stack) => {
    const buckets = stack.resources.filter(({ type }) => type.startsWith("aws:s3/bucket"));
    return buckets.length === 0
      ? notApplicable("the stack declares no bucket")
      : buckets.flatMap(({ urn, type }): readonly Result[] => {
          const name = OLDER.exec(type)?.groups?.["name"];
          return name === undefined
            ? []
            : [
                fail("resources", `are of the type ${name}V2, which no rule checks; declare an aws.s3.${name}`, {
                  urn,
                }),
              ];
        });
  },
});
