import { agentHasGuardrail } from "../../../../policies/rules/bedrock/agent-has-guardrail";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(agentHasGuardrail, {
  example: { agentName: "a", guardrailConfigurations: [{ guardrailIdentifier: "gr-1", guardrailVersion: "3" }] },
  fails: [
    {
      title: "an agent without guardrails",
      remove: ["guardrailConfigurations"],
      message: "is absent; it must name a guardrail and its version",
    },
    {
      title: "an empty list of guardrails",
      set: { guardrailConfigurations: [] },
      message: "is []; it must name a guardrail and its version",
    },
    {
      title: "a guardrail without a version",
      set: { guardrailConfigurations: [{ guardrailIdentifier: "gr-1" }] },
      message: 'is [{"guardrailIdentifier":"gr-1"}]; it must name a guardrail and its version',
    },
    {
      title: "a guardrail without a name",
      set: { guardrailConfigurations: [{ guardrailIdentifier: "", guardrailVersion: "3" }] },
      message: 'is [{"guardrailIdentifier":"","guardrailVersion":"3"}]; it must name a guardrail and its version',
    },
  ],
  passes: [
    {
      title: "a guardrail that is yet to be made",
      set: { guardrailConfigurations: [{ guardrailIdentifier: UNKNOWN_VALUE, guardrailVersion: UNKNOWN_VALUE }] },
    },
  ],
  unknown: ["guardrailConfigurations", { path: "guardrailConfigurations.0", property: "guardrailConfigurations" }],
});
