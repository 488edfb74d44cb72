import { decide, fail, pass, undecided } from "../../judgement";
import { UNKNOWN, at, isList, show } from "../../properties";
import { resourceRule } from "../../rule";

const GUARDRAILS = "guardrailConfigurations";

export const agentHasGuardrail = resourceRule({
  id: "agent-has-guardrail",
  title: "An agent has a guardrail",
  severity: "high",
  type: "aws:bedrock/agentAgent:AgentAgent",
  property: GUARDRAILS,
  rationale: "An agent acts on what users and documents tell it; without a guardrail nothing filters either.",
  fix: "Set guardrailConfigurations to the identifier and version of a guardrail.",
  links: ["https://docs.aws.amazon.com/bedrock/latest/userguide/agents-guardrail.html"],
  covers: { prowler: ["bedrock_agent_guardrail_enabled"], checkov: ["CKV_AWS_383"] },
  judge: ({ properties }) =>
    decide(properties, GUARDRAILS, (configurations) => {
      const items = isList(configurations) ? configurations : [];
      // Which guardrail it is may be unknown; that one is named is known all the same.
      if (
        items.some(
          (item) => item !== UNKNOWN && names(at(item, "guardrailIdentifier")) && names(at(item, "guardrailVersion")),
        )
      ) {
        return pass;
      }
      return items.includes(UNKNOWN)
        ? undecided(GUARDRAILS)
        : fail(GUARDRAILS, `is ${show(configurations)}; it must name a guardrail and its version`);
    }),
});

function names(value: unknown): boolean {
  return value !== undefined && value !== "";
}
