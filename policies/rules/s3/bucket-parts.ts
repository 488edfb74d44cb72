/** Which buckets of a stack the resources reference that the provider declares apart from a bucket. */
import { ELB_LOG_DELIVERY } from "../../../facts/s3/log-delivery";
import { parseDocument, servicesOf } from "../../iam/policy-document";
import { UNKNOWN, at } from "../../properties";
import { resourceType } from "../../resource-type";
import { BUCKET, BUCKET_LOGGING, BUCKET_POLICY } from "../../resources";
import type { Stack, StackResource } from "../../stack/stack";
import { type Truth, some } from "../../truth";

/**
 * Whether one of the resources references the bucket; unknown if one has a reference that is unknown.
 * @param property the property that references the bucket
 */
export function isReferencedBy(
  stack: Stack,
  bucket: StackResource,
  candidates: readonly StackResource[],
  property = "bucket",
): Truth {
  return some(
    candidates.map((candidate): Truth => {
      const reference = stack.references(candidate, property, BUCKET);
      return reference.found === "resources"
        ? reference.resources.some(({ urn }) => urn === bucket.urn)
        : reference.found === "unknown" && UNKNOWN;
    }),
  );
}

/** Load balancers, which deliver access logs only into buckets with SSE-S3, by the properties that reference the bucket. */
const LOAD_BALANCERS = [
  "aws:lb/loadBalancer:LoadBalancer",
  "aws:alb/loadBalancer:LoadBalancer",
  "aws:elb/loadBalancer:LoadBalancer",
].map((token) => resourceType(token));
const OF_LOAD_BALANCERS = ["accessLogs.bucket", "connectionLogs.bucket"];

/** Whether access logs of other buckets, or of load balancers, are delivered into the bucket. */
export function receivesAccessLogs(stack: Stack, bucket: StackResource): Truth {
  return some([
    isReferencedBy(stack, bucket, stack.ofType(BUCKET_LOGGING), BUCKET_LOGGING.path("targetBucket")),
    ...LOAD_BALANCERS.flatMap((type) =>
      OF_LOAD_BALANCERS.map((property) => isReferencedBy(stack, bucket, stack.ofType(type), property)),
    ),
    stack.referencing(bucket, BUCKET_POLICY, "bucket").some(letsLoadBalancersIn),
  ]);
}

/** A load balancer may stand in another stack; the bucket's policy says all the same that one delivers here. */
function letsLoadBalancersIn({ properties }: StackResource): boolean {
  const document = parseDocument(at(properties, "policy"));
  return (
    document.kind === "document" &&
    document.statements.some(
      (statement) =>
        statement.effect === "Allow" &&
        (servicesOf(statement).includes(ELB_LOG_DELIVERY.service) ||
          statement.principals.some(({ id }) => ELB_LOG_DELIVERY.accounts.some((account) => id.includes(account)))),
    )
  );
}
