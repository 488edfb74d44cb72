import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "@pulumi/aws/cloudwatch";

export = async function program(): Promise<Record<string, unknown>> {
  await new Promise((resolve) => setImmediate(resolve));
  const logs = new LogGroup("logs", { retentionInDays: 14 });
  return { name: logs.name, list: [logs.arn], nested: { secret: pulumi.secret("very-secret-output") }, plain: 7 };
};
