/** What a `SensitiveDataDiscovery` is made of, step by step. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { JOB_SCHEDULES, type JobSchedule, type PublishingFrequency } from "../../facts/macie/classification-jobs";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import { classificationBucketStatements, classificationKeyStatements } from "../documents/macie";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import type { ExistingKey, RequiredKey } from "../kms/required-key";
import { EvidenceBucket } from "../s3/evidence-bucket";
import type { AgingStep } from "../s3/storage-classes";

/** The options of a `SensitiveDataDiscovery`, resolved. */
export interface SensitiveDataDiscoveryOptions {
  readonly bucketNames: readonly string[];
  readonly samplingPercentage: number;
  readonly schedule: JobSchedule;
  readonly publishingFrequency: PublishingFrequency;
  readonly retentionDays: number;
  readonly storageClasses: readonly AgingStep[];
  readonly key: ExistingKey | undefined;
  readonly accessLogBucket: pulumi.Input<string> | undefined;
}

export function enableMacie(scope: Scope, { publishingFrequency }: SensitiveDataDiscoveryOptions): aws.macie2.Account {
  return new aws.macie2.Account(
    scope.child("macie"),
    { status: "ENABLED", findingPublishingFrequency: publishingFrequency, ...scope.region },
    // Macie that is disabled deletes its findings and jobs.
    scope.evidence,
  );
}

export function createKey(scope: Scope): CustomerManagedKey {
  return new CustomerManagedKey(
    scope.child("key"),
    {
      description: `Results of Macie ${scope.child()}`,
      policyStatements: scope.account.place.apply(classificationKeyStatements),
      ...scope.region,
      ...scope.keyProtection,
    },
    scope.options,
  );
}

export function createBucket(
  scope: Scope,
  { retentionDays, storageClasses, accessLogBucket }: SensitiveDataDiscoveryOptions,
  { keyArn }: RequiredKey,
): EvidenceBucket {
  const { place } = scope.account;
  const bucketName = place.apply(({ accountId, region }) => `${scope.child()}-${accountId}-${region}`);
  return new EvidenceBucket(
    scope.child("bucket"),
    {
      bucketName,
      keyArn,
      policyStatements: pulumi
        .all([place, bucketName])
        .apply(([where, name]) => classificationBucketStatements(where, name)),
      retentionDays,
      storageClasses,
      objectLock: "none",
      ...given({ accessLogBucket }),
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

export function keepResults(
  scope: Scope,
  macie: aws.macie2.Account,
  bucket: EvidenceBucket,
  { keyArn }: RequiredKey,
): aws.macie2.ClassificationExportConfiguration {
  return new aws.macie2.ClassificationExportConfiguration(
    scope.child("results"),
    { s3Destination: { bucketName: bucket.bucketName, kmsKeyArn: keyArn }, ...scope.region },
    // Macie tries the bucket and its key when it is told of them.
    { ...scope.options, dependsOn: [macie, bucket] },
  );
}

export function classify(
  scope: Scope,
  { bucketNames, samplingPercentage, schedule }: SensitiveDataDiscoveryOptions,
  results: aws.macie2.ClassificationExportConfiguration,
): aws.macie2.ClassificationJob {
  const name = scope.child("job");
  return new aws.macie2.ClassificationJob(
    name,
    {
      name,
      jobType: "SCHEDULED",
      scheduleFrequency: { ...JOB_SCHEDULES[schedule] },
      initialRun: true,
      samplingPercentage,
      s3JobDefinition: {
        bucketDefinitions: [{ accountId: scope.account.accountId, buckets: [...bucketNames] }],
      },
      ...scope.region,
    },
    // What a job finds before results are kept is gone after 90 days.
    { ...scope.options, dependsOn: [results] },
  );
}
