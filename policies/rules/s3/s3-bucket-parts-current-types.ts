import { oneOf } from "../../resource-type";
import { BUCKET } from "../../resources";
import { fail, pass } from "../../result";
import { stackRule } from "../../rule";

/** The classes of buckets and their parts that the provider has, and still takes, with a `V2` at the end. */
const OLDER = [
  "Bucket",
  "BucketAccelerateConfiguration",
  "BucketAcl",
  "BucketCorsConfiguration",
  "BucketLifecycleConfiguration",
  "BucketLogging",
  "BucketObjectLockConfiguration",
  "BucketRequestPaymentConfiguration",
  "BucketServerSideEncryptionConfiguration",
  "BucketVersioning",
  "BucketWebsiteConfiguration",
] as const;

/** Token of the older type -> the current class. */
const CURRENT = new Map(OLDER.map((name) => [`aws:s3/${name.replace("B", "b")}V2:${name}V2`, name]));

export const s3BucketPartsCurrentTypes = stackRule(oneOf([BUCKET.token, ...CURRENT.keys()]), {
  id: "s3-bucket-parts-current-types",
  title: "S3 buckets and their parts are declared by the provider's current types",
  severity: "low",
  elsewhere: "evidence",
  property: "resources",
  rationale:
    "Major 7 of the provider deprecates these types, and a later one leaves them out. Evidence should not depend on a type that goes.",
  remediation: "Declare it by the type without V2; the option aliases keeps the resource.",
  references: ["https://www.pulumi.com/registry/packages/aws/how-to-guides/7-0-migration/"],
  checkEach: ({ type }) => {
    const name = CURRENT.get(type);
    return name === undefined
      ? pass
      : fail("resources", `are of the deprecated type ${name}V2; declare an aws.s3.${name}`);
  },
});
