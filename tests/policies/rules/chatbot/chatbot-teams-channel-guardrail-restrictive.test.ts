import { chatbotTeamsChannelGuardrailRestrictive } from "../../../../policies/rules/chatbot/chatbot-teams-channel-guardrail-restrictive";
import { describeResourceRule } from "../../rule-harness";
import { channelSuite } from "./channel-suite";

describeResourceRule(
  chatbotTeamsChannelGuardrailRestrictive,
  channelSuite({
    tenantId: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
    teamId: "f9e8d7c6-b5a4-9382-7160-5f4e3d2c1b0a",
    channelId: "19%3Aabc123%40thread.tacv2",
  }),
);
