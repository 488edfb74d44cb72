import { mustLetIn } from "../../iam/deliveries";
import { BUCKET, BUCKET_POLICY, CLASSIFICATION_EXPORT } from "../../resources";
import { undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import { deliveredByMacie } from "./results-delivery";

export const macieResultsBucketAllowsDelivery = stackRule(CLASSIFICATION_EXPORT, {
  id: "macie-results-bucket-allows-delivery",
  title: "The S3 bucket of Macie's results allows Macie to deliver",
  severity: "medium",
  property: CLASSIFICATION_EXPORT.path("s3Destination.bucketName"),
  rationale:
    "Macie tries the bucket once, when it is told of it. A later change to the bucket's policy stops delivery without an error in the program.",
  remediation:
    "Allow macie.amazonaws.com s3:GetBucketLocation on the bucket and s3:PutObject below it, bound to the account's jobs and settings.",
  references: ["https://docs.aws.amazon.com/macie/latest/user/discovery-results-repository-s3.html"],
  checkEach: (results, { stack, property }) =>
    followed(stack, results, property, BUCKET, (bucket) =>
      deliveredByMacie(stack, results, property, (caller) => {
        const { arn } = bucket.properties;
        return typeof arn !== "string"
          ? undecided(property)
          : mustLetIn(
              {
                property,
                target: bucket,
                policies: stack.referencing(bucket, BUCKET_POLICY, "bucket").map(({ properties }) => properties.policy),
                needs: [
                  { action: "s3:GetBucketLocation", resource: arn },
                  { action: "s3:PutObject", resource: `${arn}/AWSLogs/item` },
                ],
              },
              caller,
            );
      }),
    ),
});
