import { equals } from "../../requirements";
import { CLUSTER } from "../../resources";
import { all } from "../../result";
import { resourceRule } from "../../rule";

const PRIVATE_ACCESS = CLUSTER.path("vpcConfig.endpointPrivateAccess");

export const eksEndpointPrivate = resourceRule(CLUSTER, {
  id: "eks-endpoint-private",
  title: "EKS clusters expose their API server within the VPC only",
  severity: "medium",
  // How people reach the API server is the network's decision, which this pack does not know.
  enforcementLevel: "advisory",
  property: "vpcConfig.endpointPublicAccess",
  rationale: "The endpoint is public by default, and a leaked token then works from anywhere.",
  remediation: "Set vpcConfig.endpointPrivateAccess to true and vpcConfig.endpointPublicAccess to false.",
  references: ["https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"],
  related: {
    prowler: ["eks_cluster_private_nodes_enabled"],
    checkov: ["CKV_AWS_39"],
    config: ["EKS_ENDPOINT_NO_PUBLIC_ACCESS"],
  },
  check: ({ properties }, { property }) =>
    all(
      equals(false, { byDefault: true })(properties, property),
      equals(true, { byDefault: false })(properties, PRIVATE_ACCESS),
    ),
});
