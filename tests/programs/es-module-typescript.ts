//@ package.json: { type: module }
import { LogGroup } from "@pulumi/aws/cloudwatch/index.js";
import { daysOf } from "./days.js";

interface Settings {
  readonly days: number;
}
const settings: Settings = { days: await daysOf("audit") };
// A type that does not check, which is not the preview's business.
export const days: string = settings.days;
export const logs = new LogGroup("logs", { retentionInDays: settings.days }).arn;

//@ file days.ts
export const daysOf = async (kind: string): Promise<number> => (kind === "audit" ? 365 : 30);
