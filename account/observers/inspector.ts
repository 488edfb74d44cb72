/** What Amazon Inspector scans of the account in a region. */
import type * as aws from "@pulumi/aws";
import type { ScannedResource } from "../../facts/inspector/resource-types";
import { type Properties, type Subject, observer } from "../observer";
import type { OutputOf } from "../operations";
import type { Reader } from "../reader";

export const enablerObserver = observer<aws.inspector2.EnablerArgs>({
  type: "aws:inspector2/enabler:Enabler",
  check: "verify-inspector-scans-as-declared",
  parts: [{ properties: ["accountIds", "resourceTypes"], read: readEnabler }],
});

type Status = NonNullable<NonNullable<OutputOf<"inspector2:BatchGetAccountStatus">["accounts"]>[number]>;

async function readEnabler(reader: Reader, { region }: Subject): Promise<Properties | undefined> {
  const status = await statusOf(reader, region);
  const resourceTypes = status === undefined ? [] : scansOf(status);
  return resourceTypes.length === 0 ? undefined : { accountIds: [status?.accountId ?? null], resourceTypes };
}

/** What is scanned in the region, in words, if anything is. */
export async function scansIn(reader: Reader, region: string): Promise<string | undefined> {
  const status = await statusOf(reader, region);
  const scans = status === undefined ? [] : scansOf(status);
  return scans.length === 0 ? undefined : scans.join(", ");
}

/** Without account ids Inspector answers for the one that asks. */
async function statusOf(reader: Reader, region: string): Promise<Status | undefined> {
  return (await reader.read("inspector2:BatchGetAccountStatus", region, {}))?.accounts?.[0];
}

const FIELDS: Readonly<Record<ScannedResource, keyof NonNullable<Status["resourceState"]>>> = {
  EC2: "ec2",
  ECR: "ecr",
  LAMBDA: "lambda",
  LAMBDA_CODE: "lambdaCode",
};

/** A scan that is being enabled counts. */
function scansOf({ resourceState }: Status): readonly string[] {
  return Object.entries(FIELDS)
    .filter(([, field]) => ["ENABLED", "ENABLING"].includes(resourceState?.[field]?.status ?? ""))
    .map(([name]) => name);
}
