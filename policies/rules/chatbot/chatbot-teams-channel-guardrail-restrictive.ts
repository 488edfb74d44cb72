import { TEAMS_CHANNEL } from "../../resources";
import { resourceRule } from "../../rule";
import { RATIONALE, REFERENCES, REMEDIATION, isBounded } from "./channel-guardrail";

export const chatbotTeamsChannelGuardrailRestrictive = resourceRule(TEAMS_CHANNEL, {
  id: "chatbot-teams-channel-guardrail-restrictive",
  title: "Channels of Microsoft Teams that AWS writes to are bounded by guardrail policies",
  severity: "high",
  property: "guardrailPolicyArns",
  rationale: RATIONALE,
  remediation: REMEDIATION,
  references: REFERENCES,
  requires: isBounded,
});
