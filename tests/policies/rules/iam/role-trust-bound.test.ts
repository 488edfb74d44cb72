import { roleTrustBound } from "../../../../policies/rules/iam/role-trust-bound";
import { describeResourceRule } from "../../rule-harness";
import { ACCOUNT, allow, documentCases, documentOf, serviceCases } from "../policy-documents";

const PROPERTY = "assumeRolePolicy";
const cases = serviceCases(PROPERTY);
const { fails, passes } = documentCases(PROPERTY);
const unbound = (services: string): string =>
  `lets in ${services} unbound by statement 1; it must bind the grant by a condition`;

describeResourceRule(roleTrustBound, {
  fails: [
    ...cases.fails,
    fails(
      "a service in a statement with one that is excused",
      unbound("bedrock.amazonaws.com"),
      allow({ Service: ["lambda.amazonaws.com", "bedrock.amazonaws.com"] }),
    ),
    fails("EKS, which sends its source", unbound("eks.amazonaws.com"), allow({ Service: "eks.amazonaws.com" })),
    {
      title: "a service that the configuration no longer excuses",
      set: { [PROPERTY]: documentOf(allow({ Service: "lambda.amazonaws.com" })) },
      config: { excusedServices: [] },
      message: unbound("lambda.amazonaws.com"),
    },
  ],
  passes: [
    ...cases.passes,
    passes("EC2, which sends no source", allow({ Service: "ec2.amazonaws.com" })),
    passes("EC2 in China", allow({ Service: "ec2.amazonaws.com.cn" })),
    passes("Lambda and Pod Identity", allow({ Service: ["lambda.amazonaws.com", "pods.eks.amazonaws.com"] })),
    {
      title: "a service that the configuration excuses",
      set: { [PROPERTY]: documentOf(allow({ Service: "glue.amazonaws.com" })) },
      config: { excusedServices: ["glue.amazonaws.com"] },
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
