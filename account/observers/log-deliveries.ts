/** What AWS delivers of the logs of other resources: sources, destinations and deliveries, and who may write to log groups. */
import type { ResourcePolicy } from "@aws-sdk/client-cloudwatch-logs";
import type * as aws from "@pulumi/aws";
import { type Problem, type Properties, type Subject, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const deliverySourceObserver = observer<aws.cloudwatch.LogDeliverySourceArgs>({
  type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  check: "verify-logs-delivery-source-as-declared",
  parts: [{ properties: ["name", "logType", "resourceArn"], read: readSource }],
  conditions: [{ check: "verify-logs-delivery-source-active", read: sourceProblems }],
});

/** Its id is its name, of what is declared and of what is adopted. */
async function sourceOf(reader: Reader, { region, id }: Subject) {
  const found = await reader.read("logs:GetDeliverySource", region, { name: id });
  return found?.deliverySource;
}

async function readSource(reader: Reader, subject: Subject): Promise<Properties | undefined> {
  const source = await sourceOf(reader, subject);
  return source && { name: source.name, logType: source.logType, resourceArn: source.resourceArns?.[0] };
}

async function sourceProblems(reader: Reader, subject: Subject): Promise<readonly Problem[]> {
  const source = await sourceOf(reader, subject);
  // AWS says it of some log types only.
  return source?.status !== "INACTIVE"
    ? []
    : [
        {
          result: "fail",
          property: "status",
          message: `is INACTIVE (${source.statusReason ?? "without a reason"}): nothing is delivered`,
        },
      ];
}

export const deliveryDestinationObserver = observer<aws.cloudwatch.LogDeliveryDestinationArgs>({
  type: "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
  check: "verify-logs-delivery-destination-as-declared",
  parts: [
    {
      properties: ["name", "deliveryDestinationConfiguration", "deliveryDestinationType", "outputFormat"],
      read: readDestination,
    },
  ],
});

async function readDestination(reader: Reader, { region, id }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("logs:GetDeliveryDestination", region, { name: id });
  const destination = found?.deliveryDestination;
  const arn = destination?.deliveryDestinationConfiguration?.destinationResourceArn;
  return (
    destination && {
      name: destination.name,
      // AWS gives the ARN of a log group back with what stands for its streams.
      deliveryDestinationConfiguration: { destinationResourceArn: arn?.replace(/:\*$/, "") ?? null },
      deliveryDestinationType: destination.deliveryDestinationType,
      outputFormat: destination.outputFormat,
    }
  );
}

export const deliveryObserver = observer<aws.cloudwatch.LogDeliveryArgs>({
  type: "aws:cloudwatch/logDelivery:LogDelivery",
  check: "verify-logs-delivery-as-declared",
  parts: [
    {
      properties: ["deliverySourceName", "deliveryDestinationArn", "recordFields", "fieldDelimiter"],
      read: readDelivery,
    },
  ],
  notCompared: { s3DeliveryConfigurations: "The project delivers to log groups alone." },
});

/** A delivery's id is AWS's own, and a preview does not know it; a source has one delivery to a log group. */
async function readDelivery(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const sourceName = textOf(inputs["deliverySourceName"]);
  const pages = await reader.readPages("logs:DescribeDeliveries", region, {}, ({ nextToken }) =>
    nextToken === undefined ? undefined : { nextToken },
  );
  const delivery = pages
    .flatMap(({ deliveries = [] }) => deliveries)
    .find((each) => each.deliverySourceName === sourceName && each.deliveryDestinationType === "CWL");
  return (
    delivery && {
      deliverySourceName: delivery.deliverySourceName,
      deliveryDestinationArn: delivery.deliveryDestinationArn,
      recordFields: delivery.recordFields,
      fieldDelimiter: delivery.fieldDelimiter,
    }
  );
}

export const logResourcePolicyObserver = observer<aws.cloudwatch.LogResourcePolicyArgs>({
  type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
  check: "verify-logs-resource-policy-as-declared",
  parts: [{ properties: ["policyName", "policyDocument"], read: readPolicy }],
  notCompared: { resourceArn: "The project's policies are the account's." },
  forms: { policyDocument: "document" },
});

async function readPolicy(reader: Reader, { region, id }: Subject): Promise<Properties | undefined> {
  const pages = await reader.readPages("logs:DescribeResourcePolicies", region, {}, ({ nextToken }) =>
    nextToken === undefined ? undefined : { nextToken },
  );
  const policy = pages
    .flatMap(({ resourcePolicies = [] }): readonly ResourcePolicy[] => resourcePolicies)
    .find(({ policyName }) => policyName === id);
  return policy && { policyName: policy.policyName, policyDocument: policy.policyDocument };
}
