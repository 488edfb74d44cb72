export { chatbotSlackChannelGuardrailRestrictive } from "./chatbot-slack-channel-guardrail-restrictive";
export { chatbotTeamsChannelGuardrailRestrictive } from "./chatbot-teams-channel-guardrail-restrictive";
