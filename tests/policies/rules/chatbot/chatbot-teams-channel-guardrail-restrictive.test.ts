import { chatbotTeamsChannelGuardrailRestrictive } from "../../../../policies/rules/chatbot/chatbot-teams-channel-guardrail-restrictive";
import { describeResourceRule } from "../../rule-harness";

const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
const DEFAULT = "for which AWS applies AdministratorAccess; set it to policies that bound the members of the channel";

describeResourceRule(chatbotTeamsChannelGuardrailRestrictive, {
  example: {
    configurationName: "oncall",
    iamRoleArn: "arn:aws:iam::111122223333:role/oncall",
    tenantId: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
    teamId: "f9e8d7c6-b5a4-9382-7160-5f4e3d2c1b0a",
    channelId: "19%3Aabc123%40thread.tacv2",
    guardrailPolicyArns: ["arn:aws:iam::aws:policy/AWSDenyAll"],
  },
  passes: [
    { title: "a policy of the account", set: { guardrailPolicyArns: ["arn:aws:iam::111122223333:policy/chat"] } },
    { title: "read access", set: { guardrailPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] } },
  ],
  fails: [
    { title: "no policy", remove: ["guardrailPolicyArns"], message: `is not set, ${DEFAULT}` },
    { title: "an empty list", set: { guardrailPolicyArns: [] }, message: `is [], ${DEFAULT}` },
    {
      title: "AdministratorAccess beside a policy that denies",
      set: { guardrailPolicyArns: ["arn:aws:iam::aws:policy/AWSDenyAll", ADMINISTRATOR] },
      message: `has "${ADMINISTRATOR}", which bounds nobody; leave it out`,
    },
    {
      title: "PowerUserAccess of another partition",
      set: { guardrailPolicyArns: ["arn:aws-us-gov:iam::aws:policy/PowerUserAccess"] },
      message: 'has "arn:aws-us-gov:iam::aws:policy/PowerUserAccess", which bounds nobody; leave it out',
    },
  ],
  unknown: ["guardrailPolicyArns", { path: "guardrailPolicyArns.0", property: "guardrailPolicyArns" }],
});
