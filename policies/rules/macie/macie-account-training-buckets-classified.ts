import { type Value, UNKNOWN, at, isList, show } from "../../properties";
import { ACCOUNT_BASELINE, CLASSIFICATION_JOB, MACIE } from "../../resources";
import { stackRule } from "../../rule";
import { adoptedOrDeclined } from "../../stack/account-modes";
import type { StackResourceOf } from "../../stack/stack";
import { eachLineageBucket } from "../../stack/lineage-buckets";
import { type Truth, every, is, must, some } from "../../truth";

const DEFINITIONS = CLASSIFICATION_JOB.path("s3JobDefinition.bucketDefinitions");

export const macieAccountTrainingBucketsClassified = stackRule(ACCOUNT_BASELINE, {
  id: "macie-account-training-buckets-classified",
  title: "Macie looks for sensitive data in an account's training buckets, again and again",
  severity: "medium",
  property: ACCOUNT_BASELINE.path("lineageBuckets"),
  rationale:
    "A model repeats what it was trained on. Personal data and credentials in a training bucket are found by a look into its objects, " +
    "and new ones come with each upload.",
  remediation:
    "Declare SensitiveDataDiscovery in the bucket's region, or let the setting detection adopt the Macie that the region has.",
  references: [
    "https://docs.aws.amazon.com/macie/latest/user/discovery-jobs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/macie-controls.html",
  ],
  related: { prowler: ["macie_is_enabled"] },
  checkEach: (baseline, { stack, property }) =>
    eachLineageBucket(baseline, { stack, property, kinds: ["training"] }, ({ name, region, path, isThere }) => {
      const jobs = stack.ofType(CLASSIFICATION_JOB).map((job) => every([isThere(job), looksInto(job, name)]));
      return (
        adoptedOrDeclined(baseline, { name: "macie", type: MACIE, region }, path) ??
        must(
          every([some(stack.ofType(MACIE).map(isThere)), some(jobs)]),
          path,
          `is ${show(name)} in ${show(region)}, where no scheduled job of Macie looks into it; declare SensitiveDataDiscovery for it`,
        )
      );
    }),
});

/** Whether the job looks into the bucket again and again. */
function looksInto({ properties }: StackResourceOf<typeof CLASSIFICATION_JOB>, bucket: string): Truth {
  const definitions = at(properties, DEFINITIONS);
  const names: readonly (Value | undefined)[] =
    isList(definitions) && !definitions.includes(UNKNOWN)
      ? definitions.flatMap((definition) => listed(at(definition, "buckets")))
      : [definitions];
  return every([
    is(properties.jobType, "SCHEDULED"),
    is(properties.jobStatus ?? "RUNNING", "RUNNING"),
    some(names.map((name) => is(name, bucket))),
  ]);
}

function listed(buckets: Value | undefined): readonly (Value | undefined)[] {
  return isList(buckets) ? buckets : [buckets];
}
