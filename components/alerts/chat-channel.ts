/** A channel of Slack or Microsoft Teams that is told what topics are told. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { CHANNEL_NAME, CHAT_APPLICATIONS, DENY_ALL } from "../../facts/chatbot/channels";
import { componentType, type Scope, scopeOf } from "../base/component";
import { matching, optionOf } from "../base/options";
import { policyJson, trustService } from "../documents/iam";

/** A channel, by the ids that its application gives it. The workspace or the tenant is authorized in the console of Amazon Q Developer once. */
export type Chat =
  | {
      readonly app: "slack";
      /** As `T0123ABCD`. */
      readonly workspaceId: string;
      /** As `C0123ABCD`. */
      readonly channelId: string;
    }
  | {
      readonly app: "teams";
      /** A UUID. */
      readonly tenantId: string;
      /** A UUID. */
      readonly teamId: string;
      /** As `19%3A...%40thread.tacv2`. */
      readonly channelId: string;
    };

/** Options of a {@link ChatChannel}. */
export interface ChatChannelArgs {
  readonly chat: Chat;
  /** ARNs of the topics, of whatever regions, whose messages the channel shows: those of an `AlertHub`. */
  readonly topicArns: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** @default - the component's name */
  readonly channelName?: string;
  /** @default the provider's region */
  readonly region?: string;
}

/**
 * A configuration of Amazon Q Developer in chat applications, which was AWS Chatbot, that shows a channel what topics are told, and lets
 * nobody do anything from there: its role is granted nothing, and its guardrail policy denies everything. It shows alerts of every
 * severity. It needs the workspace or the tenant to be authorized first, which no API does.
 *
 * Children: `${name}-role`, `${name}-channel`.
 *
 * @throws {OptionError} when an id or the name has no valid form
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/understanding-permissions.html
 */
export class ChatChannel extends pulumi.ComponentResource {
  constructor(name: string, args: ChatChannelArgs, opts?: pulumi.ComponentResourceOptions) {
    const { chat, channelName } = resolveChatChannel(name, args);
    super(componentType("ChatChannel"), name, args, opts);
    const scope = scopeOf(this, name, args);

    const role = createRole(scope);
    createChannel(scope, chat, {
      configurationName: channelName,
      iamRoleArn: role.arn,
      snsTopicArns: pulumi.output(args.topicArns).apply((arns) => [...arns]),
      guardrailPolicyArns: [
        scope.account.partition.apply((partition) => `arn:${partition}:iam::aws:policy/${DENY_ALL}`),
      ],
      // Its log group would be made by AWS in us-east-1, and kept for ever.
      loggingLevel: "NONE",
      userAuthorizationRequired: true,
      ...scope.region,
    });
    this.registerOutputs();
  }
}

/** @throws {OptionError} as {@link ChatChannel} does */
export function resolveChatChannel(
  name: string,
  { chat, channelName = name }: Pick<ChatChannelArgs, "chat" | "channelName">,
): { readonly chat: Chat; readonly channelName: string } {
  const option = optionOf("ChatChannel", name);
  const { app, ...ids } = chat;
  const forms: Readonly<Record<string, typeof CHANNEL_NAME>> = CHAT_APPLICATIONS[app];
  for (const [id, { form, inWords }] of Object.entries(forms)) {
    const value = (ids as Readonly<Record<string, string>>)[id] ?? ""; // the keys of the table are those of the type
    matching(
      form,
      inWords,
      `Copy it from ${app === "slack" ? "Slack" : "Microsoft Teams"}.`,
    )(value, option(`chat.${id}`));
  }
  matching(
    CHANNEL_NAME.form,
    CHANNEL_NAME.inWords,
    "Choose a name of those characters.",
  )(channelName, option("channelName"));
  return { chat, channelName };
}

function createRole(scope: Scope): aws.iam.Role {
  const name = scope.child("role");
  return new aws.iam.Role(
    name,
    {
      name,
      description: "Amazon Q Developer in chat applications shows alerts, and may do nothing else",
      assumeRolePolicy: policyJson([trustService("ChatAssumesRole", "chatbot.amazonaws.com", "unsupported")]),
    },
    scope.options,
  );
}

/** What a configuration has whichever the application. */
type ChannelArgs = Pick<
  aws.chatbot.SlackChannelConfigurationArgs,
  | "configurationName"
  | "iamRoleArn"
  | "snsTopicArns"
  | "guardrailPolicyArns"
  | "loggingLevel"
  | "userAuthorizationRequired"
  | "region"
>;

function createChannel(scope: Scope, chat: Chat, args: ChannelArgs): void {
  const name = scope.child("channel");
  switch (chat.app) {
    case "slack":
      new aws.chatbot.SlackChannelConfiguration(
        name,
        { slackTeamId: chat.workspaceId, slackChannelId: chat.channelId, ...args },
        scope.options,
      );
      return;
    case "teams":
      new aws.chatbot.TeamsChannelConfiguration(
        name,
        { tenantId: chat.tenantId, teamId: chat.teamId, channelId: chat.channelId, ...args },
        scope.options,
      );
  }
}
