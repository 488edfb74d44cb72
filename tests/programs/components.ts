import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Key } from "@pulumi/aws/kms";

class Vault extends pulumi.ComponentResource {
  readonly keyArn: pulumi.Output<string>;
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("acme:storage:Vault", name, {}, opts);
    this.keyArn = new Key(`${name}-key`, { enableKeyRotation: true }, { parent: this }).arn;
    this.registerOutputs({ keyArn: this.keyArn });
  }
}

class Platform extends pulumi.ComponentResource {
  constructor(name: string) {
    super("acme:index:Platform", name, {}, { protect: true });
    const vault = new Vault(`${name}-vault`, { parent: this });
    new LogGroup(`${name}-logs`, { retentionInDays: 365, kmsKeyId: vault.keyArn }, { parent: this });
    new LogGroup(`${name}-loose`, {}, { parent: this, protect: false });
    this.registerOutputs();
  }
}

new Platform("core");
