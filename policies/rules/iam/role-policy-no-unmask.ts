import { resourceRule } from "../../rule";
import { mustNotUnmask } from "./permissions";

export const rolePolicyNoUnmask = resourceRule({
  id: "role-policy-no-unmask",
  title: "A role's inline policy does not uncover masked log data",
  severity: "high",
  type: "aws:iam/rolePolicy:RolePolicy",
  property: "policy",
  rationale:
    "Masking keeps personal data in prompts from readers of the log; logs:Unmask undoes it for whoever has it.",
  fix: "Name the logs actions that are needed; who may unmask is decided by a person, outside of programs.",
  links: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html"],
  covers: {},
  judge: ({ properties }) => mustNotUnmask(properties, "policy"),
});
