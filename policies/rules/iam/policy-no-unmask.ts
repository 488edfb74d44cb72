import { resourceRule } from "../../rule";
import { mustNotUnmask } from "./permissions";

export const policyNoUnmask = resourceRule({
  id: "policy-no-unmask",
  title: "A managed policy does not uncover masked log data",
  severity: "high",
  type: "aws:iam/policy:Policy",
  property: "policy",
  rationale:
    "Masking keeps personal data in prompts from readers of the log; logs:Unmask undoes it for whoever has it.",
  fix: "Name the logs actions that are needed; who may unmask is decided by a person, outside of programs.",
  links: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html"],
  covers: {},
  judge: ({ properties }) => mustNotUnmask(properties, "policy"),
});
