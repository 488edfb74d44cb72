import { all, mustBe } from "../../judgement";
import { resourceRule } from "../../rule";
import { CLUSTER } from "./cluster";

export const eksEndpointPrivate = resourceRule({
  id: "eks-endpoint-private",
  title: "The API server of an EKS cluster is reached through the VPC only",
  severity: "medium",
  // How people reach the API server is the network's decision, which this pack does not know.
  enforcementLevel: "advisory",
  type: CLUSTER,
  property: "vpcConfig.endpointPublicAccess",
  rationale: "The endpoint is public unless the program says otherwise, and a leaked token then works from anywhere.",
  fix: "Set vpcConfig.endpointPrivateAccess to true and vpcConfig.endpointPublicAccess to false.",
  links: ["https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"],
  covers: {
    prowler: ["eks_cluster_private_nodes_enabled"],
    checkov: ["CKV_AWS_39"],
    config: ["EKS_ENDPOINT_NO_PUBLIC_ACCESS"],
  },
  judge: ({ properties }) =>
    all(
      mustBe(properties, "vpcConfig.endpointPublicAccess", false, { absent: true }),
      mustBe(properties, "vpcConfig.endpointPrivateAccess", true, { absent: false }),
    ),
});
