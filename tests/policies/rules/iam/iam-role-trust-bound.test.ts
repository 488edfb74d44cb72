import { iamRoleTrustBound } from "../../../../policies/rules/iam/iam-role-trust-bound";
import { describeResourceRule } from "../../rule-harness";
import { ACCOUNT, allow, documentCases, documentOf, serviceCases } from "../policy-documents";

const PROPERTY = "assumeRolePolicy";
const cases = serviceCases(PROPERTY, "bedrock.amazonaws.com");
const { fails, passes } = documentCases(PROPERTY);
const unbound = (services: string): string =>
  `allows ${services} without a condition in statement 1; add one that binds the source`;

describeResourceRule(iamRoleTrustBound, {
  fails: [
    ...cases.fails,
    fails(
      "a service in a statement with one that is excused",
      unbound("bedrock.amazonaws.com"),
      allow({ Service: ["lambda.amazonaws.com", "bedrock.amazonaws.com"] }),
    ),
    fails("EKS, which sends its source", unbound("eks.amazonaws.com"), allow({ Service: "eks.amazonaws.com" })),
    {
      title: "a service that the settings no longer excuse",
      set: { [PROPERTY]: documentOf(allow({ Service: "lambda.amazonaws.com" })) },
      settings: { excusedServices: [] },
      message: unbound("lambda.amazonaws.com"),
    },
  ],
  passes: [
    ...cases.passes,
    passes("CloudTrail, which sends no source", allow({ Service: "cloudtrail.amazonaws.com" })),
    passes("EC2, which sends no source", allow({ Service: "ec2.amazonaws.com" })),
    passes("EC2 in China", allow({ Service: "ec2.amazonaws.com.cn" })),
    passes("Lambda and Pod Identity", allow({ Service: ["lambda.amazonaws.com", "pods.eks.amazonaws.com"] })),
    {
      title: "a service that the settings excuse",
      set: { [PROPERTY]: documentOf(allow({ Service: "glue.amazonaws.com" })) },
      settings: { excusedServices: ["glue.amazonaws.com"] },
    },
    {
      title: "a document in the provider's own form",
      set: {
        [PROPERTY]: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: "bedrock.amazonaws.com" },
              Action: "sts:AssumeRole",
              Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
            },
          ],
        },
      },
    },
  ],
  unknown: [PROPERTY],
});
