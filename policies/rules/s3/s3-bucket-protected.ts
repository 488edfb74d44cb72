import { protectedRule } from "../../families/protected";
import { BUCKET } from "../../resources";

export const s3BucketProtected = protectedRule(BUCKET, {
  id: "s3-bucket-protected",
  title: "S3 buckets are protected against deletion",
  severity: "low",
  enforcementLevel: "advisory",
  elsewhere: "evidence",
  rationale: "Renaming the resource deletes the bucket, and another account can take its name at once.",
});
