/** Values that settings are tried with, as a stack file holds them. */
import { ok } from "node:assert/strict";
import { type AccountSettings, parseSettings } from "../../settings/parse";
import { PROJECT } from "./stack-config";

export function accepted(config: Readonly<Record<string, string>>): AccountSettings {
  const result = parseSettings(config, PROJECT);
  ok(result.ok, result.ok ? "" : JSON.stringify(result.mistakes, undefined, 1));
  return result.settings;
}

export const cluster = '[{"name":"inference"}]';
export const arn = (name: string) => `arn:aws:lambda:eu-central-1:111122223333:function:${name}`;
export const queue = (name: string, region = "eu-central-1") => `arn:aws:sqs:${region}:111122223333:${name}`;
export const topic = (region: string, name = "alerts") => `arn:aws:sns:${region}:111122223333:${name}`;
export const guardrail = (region: string) => `arn:aws:bedrock:${region}:111122223333:guardrail/a1b2c3d4e5f6`;
export const logged = (service: string, resource: string, region = "eu-central-1", account = "111122223333") =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
export const BACKED_UP = { resources: [{ arn: "arn:aws:s3:::acme-training-data" }] };
export const principal = (name: string) => `arn:aws:iam::111122223333:${name}`;
export const mode = (name: string, others: object = {}) => JSON.stringify({ mode: name, ...others });
export const REASON = "The organization keeps it";
export const CONTACT = {
  name: "Security on call",
  title: "Security",
  emailAddress: "security@example.com",
  phoneNumber: "+49 30 1234567",
};
export const TRAIL = "arn:aws:cloudtrail:eu-central-1:444455556666:trail/organization";
export const BUCKET = "arn:aws:s3:::archive";
export const KEY = "arn:aws:kms:eu-central-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
export const move = (days: unknown, storageClass: string) => ({ days, storageClass });
export const list = (...items: readonly unknown[]) => JSON.stringify(items);

/** What GuardDuty is told, as the setting holds it. */
export function detection(guardDuty: string): string {
  return `{"guardDuty":${guardDuty}}`;
}

export const ENDPOINT = {
  url: "https://ingest.example.com/v1",
  authorization: { type: "apiKey", header: "x-api-key" },
};
export const foreignQueue = "arn:aws:sqs:us-east-1:444455556666:a";
export const OAUTH = { type: "oauth", clientId: "baseline", tokenUrl: "https://id.example.com/token" };
export const forwarded = (endpoint: object, others: object = {}) =>
  JSON.stringify({ endpoint: { ...ENDPOINT, ...endpoint }, ...others });

export const APPROVER = "arn:aws:iam::111122223333:role/data-governance";
export const RESPONSES = { approvers: [APPROVER] };
export const AUDIT = {
  frameworkId: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
  ownerArn: "arn:aws:iam::111122223333:role/audit-owner",
  reportsBucket: "acme-audit-reports",
};
export const SLACK = { name: "oncall", app: "slack", workspaceId: "T0123ABCD", channelId: "C0123ABCD" };
export const TEAMS = {
  name: "governance",
  app: "teams",
  tenantId: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
  teamId: "f9e8d7c6-b5a4-9382-7160-5f4e3d2c1b0a",
  channelId: "19%3Aabc123%40thread.tacv2",
};

/** The two settings of the organization require each other, so both are set together. */
export const ORGANIZATION = { organizationId: "o-exampleorgid", managementAccountId: "111122223333" };
