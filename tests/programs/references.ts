import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Role, RolePolicy } from "@pulumi/aws/iam";

class Box extends pulumi.ComponentResource {
  constructor(name: string, args: pulumi.Inputs) {
    super("acme:index:Box", name, args);
    this.registerOutputs({ held: args["group"] });
  }
}

const role = new Role("role", { assumeRolePolicy: "{}" });
const group = new LogGroup("group", { retentionInDays: 7 });
const box = new Box("box", { group, list: [role] });
new RolePolicy("policy", { role, policy: "{}" });
class Custom extends pulumi.CustomResource {
  constructor(name: string, props: pulumi.Inputs) {
    super("acme:index:Custom", name, props);
  }
}
const custom = new Custom("custom", { group, box, nested: { role: [role] } });
new Custom("of-custom", { custom });
