//@ Pulumi.yaml: { config: { pin: { type: string, secret: true, default: "90210-1" } } }
//@ Pulumi.dev.yaml:
//@   encryptionsalt: v1:c2FsdA==:v1:bm9uY2U=:Y2lwaGVydGV4dA==
//@   config:
//@     aws:region: eu-central-1
//@     secrets:password:
//@       secure: AAABAE6dY2lwaGVydGV4dA==
//@     secrets:keyArn:
//@       secure: AAABAE6dY2lwaGVydGV4dB==
//@     secrets:database:
//@       host: db.example.com
//@       password:
//@         secure: AAABAE6dY2lwaGVydGV4dC==
import * as pulumi from "@pulumi/pulumi";
import { LogGroup, Dashboard } from "@pulumi/aws/cloudwatch";
import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";

const config = new pulumi.Config();
const opened = pulumi.secret("correct-horse-battery-staple");
const secret = new Secret("secret", { description: pulumi.interpolate`holds ${opened}` });
new SecretVersion("encrypted", { secretId: secret.id, secretString: config.requireSecret("password") });
new SecretVersion("in-text", {
  secretId: secret.id,
  secretString: pulumi.interpolate`user:${config.requireSecret("password")}`,
});
new SecretVersion("nested", {
  secretId: secret.id,
  secretString: pulumi.jsonStringify({ db: config.requireSecretObject("database") }),
});
new SecretVersion("plain-read", { secretId: secret.id, secretString: config.require("password") });
new SecretVersion("declared", { secretId: secret.id, secretString: config.requireSecret("pin") });
new LogGroup("logs", {
  name: "logs",
  retentionInDays: opened.apply(() => 365),
  kmsKeyId: config.requireSecret("keyArn"),
  tags: { note: opened },
});
new LogGroup("loose", { retentionInDays: pulumi.secret(7), tags: { multi: pulumi.secret('line one\nline "two"') } });
new LogGroup("quoted", { retentionInDays: pulumi.secret("thirteen-months") as unknown as number });
export const password = config.requireSecret("password");
