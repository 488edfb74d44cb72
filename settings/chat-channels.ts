/** How a stack names channels of chat applications. */
import { z } from "zod";

import { CHANNEL_NAME, CHAT_APPLICATIONS } from "../facts/chatbot/channels";
import { listOf } from "./setting-forms";

const channelError = "is not a channel: give name, app and the ids of that application";

function id({ form, inWords }: { readonly form: RegExp; readonly inWords: string }) {
  const error = `is not ${inWords}`;
  return z.string({ error }).regex(form, { error });
}

const name = id(CHANNEL_NAME);
const { slack, teams } = CHAT_APPLICATIONS;

const channel = z.discriminatedUnion(
  "app",
  [
    z.strictObject(
      { name, app: z.literal("slack"), workspaceId: id(slack.workspaceId), channelId: id(slack.channelId) },
      { error: channelError },
    ),
    z.strictObject(
      {
        name,
        app: z.literal("teams"),
        tenantId: id(teams.tenantId),
        teamId: id(teams.teamId),
        channelId: id(teams.channelId),
      },
      { error: channelError },
    ),
  ],
  { error: channelError },
);

/** Each by its name, of which there is one. */
export const chatChannels = listOf(channel, (one) => one.name.toLowerCase());

/** The forms of names and ids, for messages. */
export const CHAT_IDS_IN_WORDS = `name: ${CHANNEL_NAME.inWords}; workspaceId: ${slack.workspaceId.inWords}; tenantId and teamId: ${teams.tenantId.inWords}; channelId: ${slack.channelId.inWords}, of a Teams channel ${teams.channelId.inWords}`;
