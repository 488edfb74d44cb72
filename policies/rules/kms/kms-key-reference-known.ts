import { type PropertyMap, UNKNOWN, at } from "../../properties";
import { ALIAS, EXTERNAL_KEY, KEY, REPLICA_EXTERNAL_KEY, REPLICA_KEY } from "../../resources";
import { oneOf } from "../../resource-type";
import { type Result, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack/stack";

/** Token of the type -> dotted paths of the references to keys that other rules require. */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  "aws:bedrock/agentAgent:AgentAgent": ["customerEncryptionKeyArn"],
  "aws:bedrock/agentDataSource:AgentDataSource": ["serverSideEncryptionConfiguration.kmsKeyArn"],
  "aws:cfg/deliveryChannel:DeliveryChannel": ["s3KmsKeyArn"],
  "aws:cloudtrail/trail:Trail": ["kmsKeyId"],
  "aws:cloudwatch/logGroup:LogGroup": ["kmsKeyId"],
  "aws:eks/cluster:Cluster": ["encryptionConfig.provider.keyArn"],
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": [
    "rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId",
  ],
  "aws:sns/topic:Topic": ["kmsMasterKeyId"],
};

/** What a reference to a customer managed key comes from. */
const KEYS = [KEY, ALIAS, REPLICA_KEY, EXTERNAL_KEY, REPLICA_EXTERNAL_KEY].map(({ token }) => token);

export const kmsKeyReferenceKnown = stackRule(oneOf(Object.keys(REFERENCES)), {
  id: "kms-key-reference-known",
  title: "What has to be encrypted is encrypted with a key that the stack declares or names",
  severity: "medium",
  enforcementLevel: "advisory",
  property: "resources",
  rationale:
    "A key that a program looks up in the account, such as the one behind alias/aws/s3, may be an AWS managed key, which nobody can " +
    "restrict. Before the update nothing tells the one from the other.",
  remediation: "Declare the key, or name the ARN of a customer managed key.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html"],
  checkEach: (resource, { stack }) => lookedUp(stack, resource),
});

function lookedUp(stack: Stack, resource: StackResource): readonly Result[] {
  const { type, properties }: { type: string; properties: PropertyMap } = resource;
  return (REFERENCES[type] ?? [])
    .filter((path) => at(properties, path) === UNKNOWN && !flowsFromKey(stack, resource, path))
    .map((path) =>
      undecided(path, "comes from a look-up, which may lead to an AWS managed key; name a customer managed key"),
    );
}

function flowsFromKey(stack: Stack, { propertyDependencies }: StackResource, path: string): boolean {
  const [top = path] = path.split(".");
  return (propertyDependencies[top] ?? []).some((urn) => KEYS.includes(stack.withUrn(urn)?.type ?? ""));
}
