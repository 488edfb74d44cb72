import { mustBeWithin } from "../../judgement";
import { resourceRule } from "../../rule";

export const keyDeletionWindow = resourceRule({
  id: "key-deletion-window",
  title: "A key waits before it is deleted",
  severity: "medium",
  type: "aws:kms/key:Key",
  property: "deletionWindowInDays",
  rationale:
    "The waiting period is all the time there is to notice that a key, and with it the evidence, is about to go.",
  fix: "Set deletionWindowInDays to the minimum or more; KMS allows 7 to 30.",
  links: ["https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"],
  covers: {},
  config: { minimumDays: { type: "integer", minimum: 7, maximum: 30, default: 30 } },
  judge: ({ properties }, { minimumDays }) =>
    mustBeWithin(properties, "deletionWindowInDays", { minimum: minimumDays as number }, { absent: 30 }), // by the schema,
});
