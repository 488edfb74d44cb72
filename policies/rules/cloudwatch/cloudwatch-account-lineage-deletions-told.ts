import { KINDS_WITH_DELETION_ALERTS, OBJECT_DELETIONS } from "../../../facts/s3/lineage-buckets";
import { show } from "../../properties";
import { ACCOUNT_BASELINE } from "../../resources";
import { stackRule } from "../../rule";
import { declined } from "../../stack/account-modes";
import { type Told, toldThere } from "../../stack/event-alerts";
import { eachLineageBucket } from "../../stack/lineage-buckets";

export const cloudwatchAccountLineageDeletionsTold = stackRule(ACCOUNT_BASELINE, {
  id: "cloudwatch-account-lineage-deletions-told",
  title: "AWS accounts alert on training data and models that a call deletes",
  severity: "medium",
  property: ACCOUNT_BASELINE.path("lineageBuckets"),
  rationale:
    "A model whose training data is gone cannot be made again, nor explained. Whether a deletion was meant is known to people, who can " +
    "bring a version back while there is one.",
  remediation:
    "Declare DataLineage with a topic in the bucket's region, or a rule on what S3 says of deleted objects, with a target.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html",
    "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-s3.html",
  ],
  checkEach: (baseline, { stack, property }) =>
    eachLineageBucket(
      baseline,
      { stack, property, kinds: KINDS_WITH_DELETION_ALERTS },
      ({ name, region, path, isThere }) =>
        declined(baseline, { name: "bucketLineage", region }, path) ??
        declined(baseline, { name: "alerting", region }, path) ??
        toldThere(stack, [deletionIn(name)], isThere, path, `is ${show(name)} in ${show(region)}, where`),
    ),
});

/** An object that is gone, and one whose last version is hidden by a marker. */
function deletionIn(bucket: string): Told {
  const { source, detailTypes, detail } = OBJECT_DELETIONS;
  return {
    name: "deleted objects",
    events: detailTypes.flatMap((type) =>
      ["Permanently Deleted", "Delete Marker Created"].map((deletion) => ({
        source,
        "detail-type": type,
        detail: { bucket: { name: bucket }, reason: detail.reason[0], "deletion-type": deletion },
      })),
    ),
    reads: false,
  };
}
