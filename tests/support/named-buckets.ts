/** The buckets of teams that a stack names, which no stack of this project makes. */
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from "@aws-sdk/client-s3";
import type { StackState, WireMap, WireValue } from "../../pulumi/stack-state";
import { isWireMap } from "../../pulumi/wire";
import type { SimulatedAccount } from "./simulated-account/simulated-account";

/** Versioned, as AWS Backup wants them, in the regions that the stack's `AccountBaseline` says. */
export async function createNamedBuckets(
  account: Pick<SimulatedAccount, "clientSettings">,
  { deployment }: StackState,
): Promise<void> {
  for (const { name, region } of deployment.resources.flatMap(({ inputs }) => namedIn(inputs))) {
    const s3 = new S3Client({ ...account.clientSettings(region), forcePathStyle: true });
    // S3 takes its first region as the one of a bucket for which none is said, and refuses its name.
    const elsewhere = region === "us-east-1" ? {} : { LocationConstraint: region as "eu-central-1" }; // the stack's own region
    await s3.send(new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration: elsewhere }));
    await s3.send(new PutBucketVersioningCommand({ Bucket: name, VersioningConfiguration: { Status: "Enabled" } }));
  }
}

function namedIn(inputs: WireMap): readonly { readonly name: string; readonly region: string }[] {
  return [inputs["lineageBuckets"] ?? []]
    .flat()
    .filter((bucket) => isWireMap(bucket))
    .map(({ name, region }) => ({ name: textOf(name), region: textOf(region) }));
}

function textOf(value: WireValue | undefined): string {
  if (typeof value !== "string") {
    throw new Error(`A bucket of the stack has ${JSON.stringify(value)} where a text should be.`);
  }
  return value;
}
