/** What a team might write without audits in mind: a log group with a week of retention and no customer managed key. */
import { LogGroup } from "@pulumi/aws/cloudwatch";

export const logGroup = new LogGroup("conversations", { name: "/assistant/conversations", retentionInDays: 7 }).name;
