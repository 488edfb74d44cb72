import { mustBe } from "../../judgement";
import { resourceRule } from "../../rule";

export const keyEnabled = resourceRule({
  id: "key-enabled",
  title: "A key is enabled",
  severity: "high",
  type: "aws:kms/key:Key",
  property: "isEnabled",
  rationale:
    "With its key disabled a service can neither write the evidence nor can anyone read it, and some stop without a word.",
  fix: "Set isEnabled to true, or leave it out.",
  links: ["https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html"],
  covers: { checkov: ["CKV_AWS_227"] },
  judge: ({ properties }) => mustBe(properties, "isEnabled", true, { absent: true }),
});
