/** What a team might write without thinking of the audit: logs that are kept for a week, with no key of their own. */
import { LogGroup } from "@pulumi/aws/cloudwatch";

export const logGroup = new LogGroup("conversations", { name: "/assistant/conversations", retentionInDays: 7 }).name;
