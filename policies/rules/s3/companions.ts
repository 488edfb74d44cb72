/** What a stack declares for a bucket in resources of their own. */
import { UNKNOWN } from "../../properties";
import type { Stack, StackResource } from "../../stack";
import { type Truth, some } from "../truth";
import { BUCKET_LOGGING } from "./bucket";

/** Whether a resource of the type leads to the bucket; it cannot be told of one whose reference is unknown. */
export function isServedBy(stack: Stack, bucket: StackResource, type: string, property = "bucket"): Truth {
  return some(
    stack.ofType(type).map((candidate): Truth => {
      const reference = stack.behind(candidate, property, bucket.type);
      return reference.found === "resources"
        ? reference.resources.some(({ urn }) => urn === bucket.urn)
        : reference.found === "unknown" && UNKNOWN;
    }),
  );
}

/** Whether access logs of other buckets are delivered into the bucket. */
export function receivesAccessLogs(stack: Stack, bucket: StackResource): Truth {
  return isServedBy(stack, bucket, BUCKET_LOGGING, "targetBucket");
}
