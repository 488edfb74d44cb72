import { LogGroup } from "@pulumi/aws/cloudwatch/index.js";
import { daysOf } from "./days.js";

interface Settings {
  readonly days: number;
}
const settings: Settings = { days: await daysOf("audit") };
export const logs = new LogGroup("logs", { retentionInDays: settings.days }).arn;
