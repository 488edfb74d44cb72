/** The bucket that a component has evidence delivered to: the user's, or one of its own. */
import * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../base/component";
import { type Existing, existingOr, type Ready } from "../base/existing";
import { matching, validated } from "../base/options";
import { bucketArn } from "../documents/s3";
import type { EvidenceBucket } from "./evidence-bucket";

/** A bucket that the user brings, by its name. */
export type ExistingBucket = Existing<{ readonly name: pulumi.Input<string> }>;

/** What a component needs of its bucket. */
export interface RequiredBucket extends Ready {
  readonly bucketName: pulumi.Output<string>;
  readonly bucketArn: pulumi.Output<string>;
}

const bucketName = matching(
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  "the name of a bucket: 3 to 63 lower-case letters, digits, hyphens and dots",
  "Give the bucket's name, not its ARN.",
);

/** @throws {OptionError} when the name is not that of a bucket; for an Output, when it resolves */
export function validatedBucket(given: ExistingBucket | undefined, path: string): ExistingBucket | undefined {
  return given && { existing: { name: validated(given.existing.name, `${path}.existing.name`, bucketName) } };
}

/** The bucket that the user brings, or else the one that is made, after all that protects it. */
export function requiredBucket(
  scope: Scope,
  given: ExistingBucket | undefined,
  make: () => EvidenceBucket,
): RequiredBucket {
  return existingOr<{ readonly name: pulumi.Input<string> }, RequiredBucket>(
    given,
    ({ name }) => ({
      bucketName: pulumi.output(name),
      bucketArn: pulumi
        .all([scope.account.partition, name])
        .apply(([partition, bucket]) => bucketArn({ partition }, bucket)),
      before: [],
    }),
    () => {
      const made = make();
      // The whole bucket: what is written before its lock, encryption and versioning stand is evidence without them.
      return { bucketName: made.bucketName, bucketArn: made.bucketArn, before: [made] };
    },
  );
}
