import { SLACK_CHANNEL } from "../../resources";
import { resourceRule } from "../../rule";
import { RATIONALE, REFERENCES, REMEDIATION, isBounded } from "./channel-guardrail";

export const chatbotSlackChannelGuardrailRestrictive = resourceRule(SLACK_CHANNEL, {
  id: "chatbot-slack-channel-guardrail-restrictive",
  title: "Channels of Slack that AWS writes to are bounded by guardrail policies",
  severity: "high",
  property: "guardrailPolicyArns",
  rationale: RATIONALE,
  remediation: REMEDIATION,
  references: REFERENCES,
  requires: isBounded,
});
