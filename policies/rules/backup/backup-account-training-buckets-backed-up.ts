import { wildcard } from "../../iam/policy-document";
import { type Value, UNKNOWN, isList, show } from "../../properties";
import { ACCOUNT_BASELINE, BACKUP_SELECTION } from "../../resources";
import { stackRule } from "../../rule";
import type { StackResourceOf } from "../../stack/stack";
import { eachLineageBucket } from "../../stack/lineage-buckets";
import { type Truth, every, must, not, some } from "../../truth";

export const backupAccountTrainingBucketsBackedUp = stackRule(ACCOUNT_BASELINE, {
  id: "backup-account-training-buckets-backed-up",
  title: "An account's training buckets are backed up",
  severity: "low",
  enforcementLevel: "advisory",
  property: ACCOUNT_BASELINE.path("lineageBuckets"),
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
    eachLineageBucket(baseline, { stack, property, kinds: ["training"] }, ({ name, region, path, isThere }) => {
      const selections = stack
        .ofType(BACKUP_SELECTION)
        .map((selection) => every([isThere(selection), takes(selection.properties, name)]));
      return must(
        some(selections),
        path,
        `is ${show(name)} in ${show(region)}, which no plan of AWS Backup backs up there; name it in the setting backups`,
      );
    }),
});

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
