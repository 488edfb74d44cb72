import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "@pulumi/aws/cloudwatch";

/** As the packages of multi-language components register theirs. */
class Cluster extends pulumi.ComponentResource {
  readonly logGroupName!: pulumi.Output<string>;
  readonly kubeconfig!: pulumi.Output<unknown>;
  constructor(name: string, args: { readonly version: pulumi.Input<string> }, opts?: pulumi.ComponentResourceOptions) {
    super("eks:index:Cluster", name, { ...args, logGroupName: undefined, kubeconfig: undefined }, opts, true);
  }
  getKubeconfig(): pulumi.Output<string> {
    return pulumi.runtime.callSingle(
      "eks:index:Cluster/getKubeconfig",
      { __self__: this },
      this,
    ) as pulumi.Output<string>;
  }
}

const cluster = new Cluster("cluster", { version: "1.33" });
new LogGroup("of-cluster", { name: cluster.logGroupName, retentionInDays: 7 });
new LogGroup("of-call", {
  name: cluster.getKubeconfig(),
  retentionInDays: cluster.getKubeconfig().apply((text) => text.length),
});
export const kubeconfig = cluster.kubeconfig;
