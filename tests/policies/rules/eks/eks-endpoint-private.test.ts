import { eksEndpointPrivate } from "../../../../policies/rules/eks/eks-endpoint-private";
import { describeResourceRule } from "../../rule-harness";

const PUBLIC = "vpcConfig.endpointPublicAccess";
const PRIVATE = "vpcConfig.endpointPrivateAccess";

describeResourceRule(eksEndpointPrivate, {
  example: { name: "inference", vpcConfig: { endpointPublicAccess: false, endpointPrivateAccess: true } },
  fails: [
    { title: "a public endpoint", set: { [PUBLIC]: true }, message: "is true; set it to false" },
    {
      title: "an endpoint that is left to the provider",
      remove: [PUBLIC],
      message: "is not set and defaults to true; set it to false",
    },
    {
      title: "a cluster without a private endpoint",
      set: { [PRIVATE]: false },
      property: PRIVATE,
      message: "is false; set it to true",
    },
    {
      title: "a private endpoint that is left to the provider",
      remove: [PRIVATE],
      property: PRIVATE,
      message: "is not set and defaults to false; set it to true",
    },
  ],
  unknown: [PUBLIC, PRIVATE],
});
