import assert from "node:assert/strict";

import { type Chat, ChatChannel, type ChatChannelArgs } from "../../../components/alerts/chat-channel";
import { PLACE, record, type Recording } from "../recorder";

const SLACK = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";
const TEAMS = "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration";
const ROLE = "aws:iam/role:Role";
const TOPICS = ["eu-central-1", "us-east-1"].map((region) => `arn:aws:sns:${region}:${PLACE.accountId}:alerts`);
const IN_SLACK: Chat = { app: "slack", workspaceId: "T0123ABCD", channelId: "C0123ABCD" };
const IN_TEAMS: Chat = {
  app: "teams",
  tenantId: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
  teamId: "f9e8d7c6-b5a4-9382-7160-5f4e3d2c1b0a",
  channelId: "19%3Aabc123%40thread.tacv2",
};
const BOUNDS = {
  configurationName: "oncall",
  iamRoleArn: `arn:aws:iam:${PLACE.region}:${PLACE.accountId}:role/oncall-role`,
  snsTopicArns: TOPICS,
  guardrailPolicyArns: ["arn:aws:iam::aws:policy/AWSDenyAll"],
  loggingLevel: "NONE",
  userAuthorizationRequired: true,
};

describe("ChatChannel", () => {
  it("is a channel of Slack that is told of every topic, and from which nobody can do anything", async () => {
    const made = await channel({ chat: IN_SLACK });
    assert.deepEqual(made.children(), [
      "ai-governance-baseline:index:ChatChannel oncall",
      `${SLACK} oncall-channel`,
      `${ROLE} oncall-role`,
    ]);
    assert.deepEqual(made.inputs(SLACK, "oncall-channel"), {
      ...BOUNDS,
      slackTeamId: "T0123ABCD",
      slackChannelId: "C0123ABCD",
    });
  });

  it("is a channel of Microsoft Teams alike", async () => {
    const made = await channel({ chat: IN_TEAMS, channelName: "governance" });
    const { app: _, ...ids } = IN_TEAMS;
    assert.deepEqual(made.inputs(TEAMS, "oncall-channel"), { ...BOUNDS, ...ids, configurationName: "governance" });
  });

  it("has a role that only Amazon Q Developer assumes", async () => {
    const { assumeRolePolicy, ...inputs } = (await channel({ chat: IN_SLACK })).inputs(ROLE, "oncall-role");
    assert.deepEqual(Object.keys(inputs).sort(), ["description", "name"]);
    assert.deepEqual(JSON.parse(String(assumeRolePolicy)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ChatAssumesRole",
          Effect: "Allow",
          Principal: { Service: "chatbot.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      ],
    });
  });

  const refused: Readonly<Record<string, readonly [Partial<ChatChannelArgs>, RegExp]>> = {
    "a workspace that is a channel": [
      { chat: { app: "slack", workspaceId: "C0123ABCD", channelId: "C0123ABCD" } },
      /chat\.workspaceId is "C0123ABCD"\. Allowed: T and digits or capitals\. Copy it from Slack\./,
    ],
    "a channel of Teams that is not as the link has it": [
      { chat: { ...IN_TEAMS, channelId: "19:abc@thread.tacv2" } },
      /chat\.channelId is "19:abc@thread\.tacv2"\. .* Copy it from Microsoft Teams\./,
    ],
    "a name with a space": [{ chat: IN_SLACK, channelName: "on call" }, /channelName is "on call"/],
  };
  for (const [what, [args, message]] of Object.entries(refused)) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(channel(args), message);
    });
  }
});

function channel(args: Partial<ChatChannelArgs>): Promise<Recording> {
  return record(() => void new ChatChannel("oncall", { chat: IN_SLACK, topicArns: TOPICS, ...args }));
}
