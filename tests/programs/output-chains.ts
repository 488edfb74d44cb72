import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import { Key } from "@pulumi/aws/kms";

const key = new Key("key", { enableKeyRotation: true });
const group = new LogGroup("group", {
  retentionInDays: pulumi.output(Promise.resolve(100)).apply((days) => days + 300),
  kmsKeyId: pulumi.concat(key.arn),
});
const role = new Role("role", {
  name: pulumi.all([group.name, key.keyId]).apply(([name, id]) => `${name}-${id.length}`),
  assumeRolePolicy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: pulumi.interpolate`logs.${"amazonaws"}.com` },
      },
    ],
  }),
});
new RolePolicy("policy", {
  role: role.id,
  policy: pulumi.jsonStringify({
    Statement: { Effect: "Allow", Action: "logs:PutLogEvents", Resource: pulumi.interpolate`${group.arn}:*` },
  }),
});
new RolePolicy("unknown", { role, policy: pulumi.jsonStringify({ Owner: key.tagsAll }) });
export const arn = group.arn;
export const parsed = pulumi.jsonParse(role.assumeRolePolicy);
