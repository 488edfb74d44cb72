import { BUCKET, DELIVERY_CHANNEL } from "../../resources";
import { stackRule } from "../../rule";
import { wholeNumber } from "../../settings";
import { keepsDelivered } from "../../stack/delivered-objects";
import { followed } from "../../stack/references";

export const configDeliveryBucketRetention = stackRule(DELIVERY_CHANNEL, {
  id: "config-delivery-bucket-retention",
  title: "The S3 buckets of AWS Config delivery channels keep configuration histories for at least a year",
  severity: "high",
  property: "s3BucketName",
  rationale:
    "Histories and snapshots in the bucket show how a resource was configured when something happened, also after AWS Config itself " +
    "has deleted its items.",
  remediation: "Let the bucket's objects expire after 365 days or later.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html"],
  settings: { minimumDays: wholeNumber({ minimum: 1, default: 365, description: "Least period, in days." }) },
  checkEach: (channel, { stack, property, settings: { minimumDays } }) =>
    followed(stack, channel, property, BUCKET, (bucket) =>
      keepsDelivered(stack, bucket, { property, prefix: channel.properties.s3KeyPrefix }, minimumDays),
    ),
});
