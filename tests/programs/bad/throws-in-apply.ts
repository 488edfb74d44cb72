//@ Pulumi.dev.yaml: null
import { LogGroup } from "@pulumi/aws/cloudwatch";

const logs = new LogGroup("logs", { retentionInDays: 365 });
logs.arn.apply((arn) => {
  throw new Error(`no such thing as ${arn}`);
});
