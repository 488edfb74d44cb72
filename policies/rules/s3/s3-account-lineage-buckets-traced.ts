import { LINEAGE_BUCKET_KINDS } from "../../../facts/s3/lineage-buckets";
import { UNKNOWN, show } from "../../properties";
import { ACCOUNT_BASELINE, BUCKET_LOGGING, BUCKET_NOTIFICATION } from "../../resources";
import { all } from "../../result";
import { stackRule } from "../../rule";
import { declined } from "../../stack/account-modes";
import { eachLineageBucket } from "../../stack/lineage-buckets";
import { type Truth, every, is, must, some } from "../../truth";

export const s3AccountLineageBucketsTraced = stackRule(ACCOUNT_BASELINE, {
  id: "s3-account-lineage-buckets-traced",
  title: "An account's training, model and artifact buckets send events to EventBridge and have their access logged",
  severity: "medium",
  property: ACCOUNT_BASELINE.path("lineageBuckets"),
  rationale:
    "Data events say which principal called. A bucket's own events come within seconds of a change, whoever brought it about, and its access " +
    "logs have each request with its address and its outcome, those of other accounts and of nobody among them.",
  remediation:
    "Declare DataLineage in the bucket's region, once nothing depends on the notifications and the access logging that the bucket has, or " +
    "leave the setting bucketLineage off, with the reason.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html",
  ],
  related: {
    prowler: ["s3_bucket_event_notifications_enabled", "s3_bucket_server_access_logging_enabled"],
    checkov: ["CKV2_AWS_62", "CKV_AWS_18"],
    securityHub: ["S3.9", "S3.11"],
    config: ["s3-bucket-logging-enabled", "s3-event-notifications-enabled"],
  },
  checkEach: (baseline, { stack, property }) =>
    eachLineageBucket(baseline, { stack, property, kinds: LINEAGE_BUCKET_KINDS }, ({ name, region, path, isThere }) => {
      const sends = stack
        .ofType(BUCKET_NOTIFICATION)
        .map((part) =>
          every([isThere(part), is(part.properties.bucket, name), is(part.properties.eventbridge ?? false, true)]),
        );
      const logs = stack
        .ofType(BUCKET_LOGGING)
        .map((part) => every([isThere(part), is(part.properties.bucket, name), isGiven(part.properties.targetBucket)]));
      const where = `is ${show(name)} in ${show(region)},`;
      return (
        declined(baseline, { name: "bucketLineage", region }, path) ??
        all(
          must(some(sends), path, `${where} which sends no events to EventBridge there; declare DataLineage for it`),
          must(some(logs), path, `${where} whose access is not logged there; declare DataLineage for it`),
        )
      );
    }),
});

function isGiven(value: unknown): Truth {
  return value === UNKNOWN || (typeof value === "string" && value !== "");
}
