//@ package.json: { type: module }
import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const days = await new Promise((resolve) => setTimeout(() => resolve(365), 10));
const { accountId } = await aws.getCallerIdentity();
export const logs = new aws.cloudwatch.LogGroup("logs", { name: `logs-${accountId}`, retentionInDays: days });
export const name = pulumi.interpolate`${logs.name}`;
