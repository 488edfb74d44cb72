import { mustLetIn } from "../../iam/deliveries";
import { BUCKET, BUCKET_POLICY, DELIVERY_CHANNEL } from "../../resources";
import { undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import { deliveredByService } from "./delivery-by-service";

export const configDeliveryBucketAllowsDelivery = stackRule(DELIVERY_CHANNEL, {
  id: "config-delivery-bucket-allows-delivery",
  title: "The S3 buckets of AWS Config delivery channels allow AWS Config to deliver",
  severity: "high",
  property: "s3BucketName",
  rationale:
    "With the service-linked role the bucket policy is all that lets AWS Config in. A later change to it stops delivery without " +
    "an error in the program.",
  remediation:
    "Allow config.amazonaws.com s3:GetBucketAcl and s3:ListBucket on the bucket and s3:PutObject below " +
    "AWSLogs/ACCOUNT/Config/, bound to the account.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html"],
  checkEach: (channel, { stack, property }) =>
    followed(stack, channel, property, BUCKET, (bucket) =>
      deliveredByService(stack, channel, property, ({ service, context }, accountId) => {
        const { arn } = bucket.properties;
        const { s3KeyPrefix } = channel.properties;
        if (typeof arn !== "string") {
          return undecided(property);
        }
        const prefix = typeof s3KeyPrefix === "string" ? `${s3KeyPrefix}/` : "";
        return mustLetIn(
          {
            property,
            target: bucket,
            policies: stack.referencing(bucket, BUCKET_POLICY, "bucket").map(({ properties }) => properties.policy),
            needs: [
              { action: "s3:GetBucketAcl", resource: arn },
              { action: "s3:ListBucket", resource: arn },
              { action: "s3:PutObject", resource: `${arn}/${prefix}AWSLogs/${accountId}/Config/item` },
            ],
          },
          { service, context: { ...context, "s3:x-amz-acl": "bucket-owner-full-control" } },
        );
      }),
    ),
});
