import { casesOf } from "./bad-resource";

const BOUNDED = {
  configurationName: "oncall",
  iamRoleArn: "arn:aws:iam::111122223333:role/oncall",
  guardrailPolicyArns: ["arn:aws:iam::aws:policy/AWSDenyAll"],
};
const slack = casesOf("chat channel", "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration", {
  ...BOUNDED,
  slackTeamId: "T0123ABCD",
  slackChannelId: "C0123ABCD",
});
const teams = casesOf("chat channel", "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration", {
  ...BOUNDED,
  tenantId: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
  teamId: "f9e8d7c6-b5a4-9382-7160-5f4e3d2c1b0a",
  channelId: "19%3Aabc123%40thread.tacv2",
});

export const badChatChannels = [
  slack("chatbot-slack-channel-guardrail-restrictive", { remove: ["guardrailPolicyArns"] }),
  teams("chatbot-teams-channel-guardrail-restrictive", { remove: ["guardrailPolicyArns"] }),
];
