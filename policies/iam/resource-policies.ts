/**
 * Where resource policies stand that no rule on one type alone judges: on replicas, access points and queues, or inline where the
 * provider has a resource of their own as well.
 */
import { type PropertyMap, at } from "../properties";
import { type Results, all } from "../result";
import type { Requirement } from "../requirements";
import { oneOf } from "../resource-type";
import type { Stack } from "../stack/stack";
import { about } from "../stack/subjects";

/** Token of the type -> dotted paths of its policies. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  "aws:bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy": ["policy"],
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": ["policy"],
  "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy": ["accessPolicy"],
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": ["policyDocument"],
  "aws:kms/externalKey:ExternalKey": ["policy"],
  "aws:kms/keyPolicy:KeyPolicy": ["policy"],
  "aws:kms/replicaExternalKey:ReplicaExternalKey": ["policy"],
  "aws:kms/replicaKey:ReplicaKey": ["policy"],
  "aws:s3/accessPoint:AccessPoint": ["policy"],
  "aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy": ["policy"],
  "aws:s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy": ["policy"],
  "aws:s3control/accessPointPolicy:AccessPointPolicy": ["policy"],
  "aws:s3control/bucketPolicy:BucketPolicy": ["policy"],
  "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy": ["details.policy"],
  "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy": ["policy"],
  "aws:s3tables/tableBucketPolicy:TableBucketPolicy": ["resourcePolicy"],
  "aws:s3tables/tablePolicy:TablePolicy": ["resourcePolicy"],
  "aws:secretsmanager/secret:Secret": ["policy"],
  "aws:secretsmanager/secretPolicy:SecretPolicy": ["policy"],
  "aws:sns/topic:Topic": ["policy"],
  "aws:sqs/queue:Queue": ["policy"],
  "aws:sqs/queuePolicy:QueuePolicy": ["policy"],
};

/** What has such a policy. */
export const HAS_RESOURCE_POLICY = oneOf(Object.keys(PLACES));

/** Asks the requirement of each of these policies. */
export function eachResourcePolicy(stack: Stack, requires: (token: string) => Requirement): Results {
  return all(
    ...Object.entries(PLACES).flatMap(([token, paths]) =>
      stack.ofToken(token).flatMap((resource) =>
        paths.map((path) => {
          const value = at(resource.properties, path);
          const properties: PropertyMap = value === undefined ? {} : { [path]: value };
          return about(resource, requires(token)(properties, path));
        }),
      ),
    ),
  );
}
