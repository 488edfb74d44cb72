/** Which buckets of a stack the resources reference that the provider declares apart from a bucket. */
import { UNKNOWN } from "../../properties";
import type { ResourceType } from "../../resource-type";
import { BUCKET, BUCKET_LOGGING } from "../../resources";
import type { Stack, StackResource } from "../../stack/stack";
import { type Truth, some } from "../../truth";

/**
 * Whether a resource of the type references the bucket; unknown if one has a reference that is unknown.
 * @param property the property of the type that references the bucket
 */
export function isReferencedBy(stack: Stack, bucket: StackResource, type: ResourceType, property = "bucket"): Truth {
  return some(
    stack.ofType(type).map((candidate): Truth => {
      const reference = stack.references(candidate, property, BUCKET);
      return reference.found === "resources"
        ? reference.resources.some(({ urn }) => urn === bucket.urn)
        : reference.found === "unknown" && UNKNOWN;
    }),
  );
}

/** Whether access logs of other buckets are delivered into the bucket. */
export function receivesAccessLogs(stack: Stack, bucket: StackResource): Truth {
  return isReferencedBy(stack, bucket, BUCKET_LOGGING, BUCKET_LOGGING.path("targetBucket"));
}
