import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";
import { BUCKET } from "./bucket";

export const bucketForceDestroyOff = resourceRule({
  id: "bucket-force-destroy-off",
  title: "A bucket is not deleted with what is in it",
  severity: "high",
  type: BUCKET,
  property: "forceDestroy",
  rationale: "With forceDestroy one destroy empties the bucket first, all versions included.",
  fix: "Leave forceDestroy out, or set it to false.",
  links: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html"],
  covers: {},
  judge: ({ properties }) => mustBe(properties, "forceDestroy", false, { absent: false }),
});
