/** As whom Macie delivers the results of its jobs: by its service principal, for a job of the account and region. */
import { arnParts, type Caller } from "../../iam/deliveries";
import { UNKNOWN, at } from "../../properties";
import { CLASSIFICATION_EXPORT } from "../../resources";
import { type Results, undecided } from "../../result";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { PROVIDERS_REGION, regionOf } from "../../stack/subjects";

const KEY_ARN = CLASSIFICATION_EXPORT.path("s3Destination.kmsKeyArn");

/** Asks the question of a key and a bucket that the stack declares, which are of the account that delivers. */
export function deliveredByMacie(
  stack: Stack,
  results: StackResourceOf<typeof CLASSIFICATION_EXPORT>,
  property: string,
  check: (caller: Caller) => Results,
): Results {
  const key = arnParts(at(results.properties, KEY_ARN));
  const region = regionOf(stack, results);
  if (key === undefined || region === UNKNOWN) {
    return undecided(property);
  }
  const here = region === PROVIDERS_REGION ? key.region : region;
  return check({
    service: "macie.amazonaws.com",
    context: {
      "aws:sourceaccount": key.account,
      "aws:sourcearn": `arn:${key.partition}:macie2:${here}:${key.account}:classification-job/job`,
    },
  });
}
