import { eksEndpointPrivate } from "../../../../policies/rules/kubernetes/eks-endpoint-private";
import { describeResourceRule } from "../../rule-harness";

const PUBLIC = "vpcConfig.endpointPublicAccess";
const PRIVATE = "vpcConfig.endpointPrivateAccess";

describeResourceRule(eksEndpointPrivate, {
  example: { name: "inference", vpcConfig: { endpointPublicAccess: false, endpointPrivateAccess: true } },
  fails: [
    { title: "a public endpoint", set: { [PUBLIC]: true }, message: "is true; it must be false" },
    {
      title: "an endpoint that is left to the provider",
      remove: [PUBLIC],
      message: "is absent, which the provider takes as true; it must be false",
    },
    {
      title: "a cluster without a private endpoint",
      set: { [PRIVATE]: false },
      property: PRIVATE,
      message: "is false; it must be true",
    },
    {
      title: "a private endpoint that is left to the provider",
      remove: [PRIVATE],
      property: PRIVATE,
      message: "is absent, which the provider takes as false; it must be true",
    },
  ],
  unknown: [PUBLIC, PRIVATE],
});
