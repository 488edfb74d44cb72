import { UNKNOWN_VALUE } from "../../pulumi/wire";
import { type KnownComponent, argument, given } from "./component";

/** A cluster, of which the component declares much more: of that, the cluster is what keeps the audit log. */
export const EKS_CLUSTER: KnownComponent = {
  type: "eks:index:Cluster",
  source: "https://github.com/pulumi/pulumi-eks/blob/master/nodejs/eks/cluster/cluster.ts",
  children: (name, inputs) => {
    const key = argument(inputs, "encryptionConfigKeyArn");
    const endpoint = (of: string) => argument(inputs, of);
    return [
      {
        key: "cluster",
        type: "aws:eks/cluster:Cluster",
        name: `${name}-eksCluster`,
        inputs: () =>
          given({
            name: argument(inputs, "name"),
            version: argument(inputs, "version"),
            enabledClusterLogTypes: argument(inputs, "enabledClusterLogTypes"),
            roleArn: UNKNOWN_VALUE,
            vpcConfig: given({
              subnetIds: UNKNOWN_VALUE,
              endpointPrivateAccess: endpoint("endpointPrivateAccess"),
              endpointPublicAccess: endpoint("endpointPublicAccess"),
              publicAccessCidrs: endpoint("publicAccessCidrs"),
            }),
            ...(key === undefined ? {} : { encryptionConfig: { resources: ["secrets"], provider: { keyArn: key } } }),
          }),
      },
    ];
  },
  unseen: "its roles, node groups and security groups",
};
