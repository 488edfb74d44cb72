import { chatbotSlackChannelGuardrailRestrictive } from "../../../../policies/rules/chatbot/chatbot-slack-channel-guardrail-restrictive";
import { describeResourceRule } from "../../rule-harness";
import { channelSuite } from "./channel-suite";

describeResourceRule(
  chatbotSlackChannelGuardrailRestrictive,
  channelSuite({ slackTeamId: "T0123ABCD", slackChannelId: "C0123ABCD" }),
);
