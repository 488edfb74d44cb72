import { bedrockAgentGuardrailAttached } from "../../../../policies/rules/bedrock/bedrock-agent-guardrail-attached";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(bedrockAgentGuardrailAttached, {
  example: { agentName: "a", guardrailConfigurations: [{ guardrailIdentifier: "gr-1", guardrailVersion: "3" }] },
  fails: [
    {
      title: "an agent without guardrails",
      remove: ["guardrailConfigurations"],
      message: "is not set; set guardrailIdentifier and guardrailVersion",
    },
    {
      title: "an empty list of guardrails",
      set: { guardrailConfigurations: [] },
      message: "is []; set guardrailIdentifier and guardrailVersion",
    },
    {
      title: "a guardrail without a version",
      set: { guardrailConfigurations: [{ guardrailIdentifier: "gr-1" }] },
      message: 'is [{"guardrailIdentifier":"gr-1"}]; set guardrailIdentifier and guardrailVersion',
    },
    {
      title: "a guardrail without a name",
      set: { guardrailConfigurations: [{ guardrailIdentifier: "", guardrailVersion: "3" }] },
      message: 'is [{"guardrailIdentifier":"","guardrailVersion":"3"}]; set guardrailIdentifier and guardrailVersion',
    },
  ],
  passes: [
    {
      title: "a guardrail that is not created yet",
      set: { guardrailConfigurations: [{ guardrailIdentifier: UNKNOWN_VALUE, guardrailVersion: UNKNOWN_VALUE }] },
    },
  ],
  unknown: ["guardrailConfigurations", { path: "guardrailConfigurations.0", property: "guardrailConfigurations" }],
});
