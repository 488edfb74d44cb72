import { UNKNOWN, at, show } from "../../properties";
import {
  ACCOUNT_BASELINE,
  BUCKET,
  CATALOG_TABLE,
  DELIVERY_CHANNEL,
  DELIVERY_STREAM,
  SUBSCRIPTION_FILTER,
  TRAIL,
  WORKGROUP,
} from "../../resources";
import { all, pass } from "../../result";
import { stackRule } from "../../rule";
import { declined } from "../../stack/account-modes";
import { inGovernedRegions } from "../../stack/governed-regions";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { isInGovernedRegion } from "../../stack/subjects";
import { type Truth, every, must, some } from "../../truth";

export const athenaAccountEvidenceQueriesExist = stackRule(ACCOUNT_BASELINE, {
  id: "athena-account-evidence-queries-exist",
  title: "AWS accounts have tables over the evidence that they keep in buckets, and a workgroup to ask them",
  severity: "low",
  enforcementLevel: "advisory",
  property: "governedRegions",
  rationale:
    "Log files that nobody can search answer no question of an auditor or an investigator. Whoever has to set up tables first does so in a hurry, and without a limit or a key.",
  remediation: "Declare EvidenceQueries in the region, or a workgroup, and tables over the buckets, of your own.",
  references: [
    "https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html",
    "https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html",
  ],
  checkEach: (baseline, { stack }) => {
    const buckets = bucketsWithRecords(stack);
    return inGovernedRegions(baseline, (region, { path, governed }) => {
      const excused = declined(baseline, { name: "evidenceQueries", region }, path);
      const isHere = (resource: Parameters<typeof isInGovernedRegion>[1]): Truth =>
        isInGovernedRegion(stack, resource, region, governed);
      const here = buckets.filter((bucket) => isHere(bucket) !== false);
      if (excused !== undefined || here.length === 0) {
        return excused ?? pass;
      }
      return all(
        must(
          some(stack.ofType(WORKGROUP).map(isHere)),
          path,
          `is ${show(region)}, which has no Athena workgroup; declare one there`,
        ),
        ...here.map((bucket) =>
          must(
            some(stack.ofType(CATALOG_TABLE).map((table) => every([isHere(table), isOver(table, bucket)]))),
            path,
            `is ${show(region)}, where no table reads the bucket ${show(at(bucket.properties, "bucket") ?? bucket.name)}; declare one over it`,
          ),
        ),
      );
    });
  },
});

/** The buckets to which trails, AWS Config and Firehose streams of log groups deliver. What Bedrock delivers beside a log group is bodies, and no records. */
function bucketsWithRecords(stack: Stack): readonly StackResourceOf<typeof BUCKET>[] {
  const references = [
    ...stack.ofType(TRAIL).map((trail) => stack.references(trail, TRAIL.path("s3BucketName"), BUCKET)),
    ...stack
      .ofType(DELIVERY_CHANNEL)
      .map((channel) => stack.references(channel, DELIVERY_CHANNEL.path("s3BucketName"), BUCKET)),
    ...stack
      .ofType(DELIVERY_STREAM)
      .filter((stream) => stack.referencing(stream, SUBSCRIPTION_FILTER, "destinationArn").length > 0)
      .map((stream) => stack.references(stream, DELIVERY_STREAM.path("extendedS3Configuration.bucketArn"), BUCKET)),
  ];
  return [...new Set(references.flatMap((reference) => (reference.found === "resources" ? reference.resources : [])))];
}

function isOver({ properties }: StackResourceOf<typeof CATALOG_TABLE>, bucket: StackResourceOf<typeof BUCKET>): Truth {
  const location = at(properties, CATALOG_TABLE.path("storageDescriptor.location"));
  const name = at(bucket.properties, "bucket");
  if (location === UNKNOWN || name === UNKNOWN) {
    return UNKNOWN;
  }
  return typeof location === "string" && typeof name === "string" && location.startsWith(`s3://${name}/`);
}
