import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Key } from "@pulumi/aws/kms";

const key = new Key(
  "new-name",
  { enableKeyRotation: true },
  {
    aliases: [{ name: "old-name" }, "urn:pulumi:dev::options::aws:kms/key:Key::older-name"],
    protect: true,
    retainOnDelete: true,
    deleteBeforeReplace: true,
    customTimeouts: { create: "30m" },
  },
);
new LogGroup(
  "logs",
  { retentionInDays: 365, kmsKeyId: key.arn },
  {
    ignoreChanges: ["retentionInDays", "tags"],
    additionalSecretOutputs: ["arn"],
    replaceOnChanges: ["name"],
    dependsOn: [key],
    deletedWith: key,
  },
);
new LogGroup("adopted", { name: "existing", retentionInDays: 365, kmsKeyId: key.arn }, { import: "existing" });
class Holder extends pulumi.ComponentResource {
  constructor() {
    super("acme:index:Holder", "holder", {}, { aliases: [{ type: "acme:old:Holder" }], dependsOn: [key] });
    new LogGroup("held", { retentionInDays: 365, kmsKeyId: key.arn }, { parent: this, retainOnDelete: false });
  }
}
new LogGroup("after-component", { retentionInDays: 365, kmsKeyId: key.arn }, { dependsOn: [new Holder()] });
