/** What AWS Systems Manager Automation asks of a step that waits for people. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-approve.html",
    readOn: "2026-11-27",
  },
  {
    page: "https://docs.aws.amazon.com/systems-manager/latest/userguide/running-automations-require-approvals.html",
    readOn: "2026-11-27",
  },
  {
    page: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMAutomationRole.html",
    readOn: "2026-11-27",
    secondary: "for who asks: AWS lets a run's role publish to topics whose name begins so",
  },
];

/** How the name of the topic begins to which Automation sends that somebody has to decide. */
export const APPROVAL_TOPIC_PREFIX = "Automation";

/** The most principals who may decide on one step. */
export const MOST_APPROVERS = 10;

/** The longest message to them, in characters. */
export const LONGEST_APPROVAL_MESSAGE = 4096;

/** How long a step waits for them, in seconds. */
export const APPROVAL_TIMEOUT_SECONDS = { byDefault: 604_800, maximum: 2_592_000 } as const;
