/** Channels of Slack and Microsoft Teams that Amazon Q Developer in chat applications, which was AWS Chatbot, writes to. */
import type { Source } from "../source";

const GUIDE = "https://docs.aws.amazon.com/chatbot/latest/adminguide";
const API = "https://docs.aws.amazon.com/chatbot/latest/APIReference";

export const SOURCES: readonly Source[] = [
  { page: `${GUIDE}/understanding-permissions.html`, readOn: "2026-11-27" },
  { page: `${GUIDE}/custom-notifs.html`, readOn: "2026-11-27" },
  {
    page: `${API}/API_CreateSlackChannelConfiguration.html`,
    readOn: "2026-11-27",
    secondary: "the default of the guardrail policies, as AWS's SDKs have it; the forms of the ids as remembered",
  },
  {
    page: `${API}/API_CreateMicrosoftTeamsChannelConfiguration.html`,
    readOn: "2026-11-27",
    secondary: "as the page before",
  },
];

interface IdForm {
  readonly form: RegExp;
  readonly inWords: string;
}

const UUID: IdForm = {
  form: /^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/,
  inWords: "a UUID",
};

/** The ids by which each application knows a channel. */
export const CHAT_APPLICATIONS = {
  slack: {
    workspaceId: { form: /^T[0-9A-Z]{1,254}$/, inWords: "T and digits or capitals" },
    channelId: { form: /^[CG][0-9A-Z]{1,254}$/, inWords: "C or G and digits or capitals" },
  },
  teams: {
    tenantId: UUID,
    teamId: UUID,
    channelId: {
      form: /^[\w=+/.,-]*%3[aA][\w=+/.,-]*%40[\w=+/.,-]*$/,
      inWords: "19%3A...%40thread.tacv2, as the link to the channel has it",
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, IdForm>>>>;

/** The name of a configuration. */
export const CHANNEL_NAME: IdForm = {
  form: /^[A-Za-z0-9_-]{1,60}$/,
  inWords: "1 to 60 letters, digits, hyphens and underscores",
};

/** A managed policy of AWS's that denies everything, by its name. Without guardrail policies, AWS applies AdministratorAccess. */
export const DENY_ALL = "AWSDenyAll";

/** Managed policies of AWS's by which members of a channel may change what they want, wherever their role lets them. */
export const WIDE_OPEN_POLICIES = ["AdministratorAccess", "PowerUserAccess"] as const;
