import { wildcard } from "../../iam/policy-document";
import { type Value, UNKNOWN, at, isList, show } from "../../properties";
import { decide, found } from "../../requirements";
import { ACCOUNT_BASELINE, BACKUP_SELECTION } from "../../resources";
import { type Results, all, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { isInGovernedRegion } from "../../stack/subjects";
import { type Truth, every, must, not, some } from "../../truth";

export const backupAccountTrainingBucketsBackedUp = stackRule(ACCOUNT_BASELINE, {
  id: "backup-account-training-buckets-backed-up",
  title: "An account's training buckets are backed up",
  severity: "low",
  enforcementLevel: "advisory",
  property: ACCOUNT_BASELINE.path("trainingBuckets"),
  rationale:
    "A model can be made again, and questions about it answered, only from the data that it was trained on. Whoever may write to a " +
    "training bucket can change or delete it.",
  remediation:
    "Name the bucket in the setting backups, or declare LockedBackup for it. Exempt it where what it holds can be fetched again.",
  references: [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
  ],
  related: { prowler: ["backup_plans_exist"] },
  checkEach: (baseline, { stack, property }) =>
    decide(baseline.properties, property, (buckets) =>
      isList(buckets)
        ? all(...buckets.map((bucket, index) => checkBucket(stack, baseline, bucket, `${property}.${index}`)))
        : pass,
    ),
});

function checkBucket(
  stack: Stack,
  baseline: StackResourceOf<typeof ACCOUNT_BASELINE>,
  bucket: Value,
  path: string,
): Results {
  const [name, region] = [at(bucket, "name"), at(bucket, "region")];
  if ([bucket, name, region].includes(UNKNOWN)) {
    return undecided(path);
  }
  if (typeof name !== "string" || typeof region !== "string") {
    return fail(path, `${found(bucket === UNKNOWN ? undefined : bucket)}; set it to a bucket's name and region`);
  }
  const governed = at(baseline.properties, "governedRegions");
  const selections = stack
    .ofType(BACKUP_SELECTION)
    .map((selection) =>
      every([
        isInGovernedRegion(stack, selection, region, isList(governed) ? governed : []),
        takes(selection.properties, name),
      ]),
    );
  return must(
    some(selections),
    path,
    `is ${show(name)} in ${show(region)}, which no plan of AWS Backup backs up there; name it in the setting backups`,
  );
}

/** Whether a selection takes the bucket by its ARN or a pattern; what conditions leave of it is known to AWS alone. */
function takes(properties: StackResourceOf<typeof BACKUP_SELECTION>["properties"], bucket: string): Truth {
  const { resources, notResources, conditions, selectionTags } = properties;
  return every([
    names(resources, bucket),
    not(names(notResources, bucket)),
    conditions === undefined && selectionTags === undefined ? true : UNKNOWN,
  ]);
}

function names(arns: Value | undefined, bucket: string): Truth {
  if (!isList(arns)) {
    return arns === UNKNOWN ? UNKNOWN : false;
  }
  return some(
    arns.map((arn): Truth => {
      const [, resource = ""] = typeof arn === "string" ? (/^(?:arn:[^:]+:)?(.*)$/s.exec(arn) ?? []) : [];
      return arn === UNKNOWN ? UNKNOWN : wildcard(resource, `s3:::${bucket}`);
    }),
  );
}
