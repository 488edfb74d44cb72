import { type Value, UNKNOWN, at, isList } from "../../properties";
import { decide, found } from "../../requirements";
import { AGENT } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

export const bedrockAgentGuardrailAttached = resourceRule(AGENT, {
  id: "bedrock-agent-guardrail-attached",
  title: "Bedrock agents have a guardrail",
  severity: "high",
  property: "guardrailConfigurations",
  rationale: "An agent acts on what users and documents tell it. Without a guardrail nothing filters either.",
  remediation: "Set guardrailConfigurations to the identifier and version of a guardrail.",
  references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/agents-guardrail.html"],
  related: { prowler: ["bedrock_agent_guardrail_enabled"], checkov: ["CKV_AWS_383"] },
  requires: (properties, property) =>
    decide(properties, property, (configurations) => {
      const items = isList(configurations) ? configurations : [];
      if (items.some((item) => item !== UNKNOWN && namesGuardrail(item))) {
        return pass;
      }
      return items.includes(UNKNOWN)
        ? undecided(property)
        : fail(property, `${found(configurations)}; set guardrailIdentifier and guardrailVersion`);
    }),
});

/** Which guardrail it is may be unknown; that one is named is known all the same. */
function namesGuardrail(configuration: Value): boolean {
  return ["guardrailIdentifier", "guardrailVersion"]
    .map((name) => at(configuration, name))
    .every((value) => value !== undefined && value !== "");
}
