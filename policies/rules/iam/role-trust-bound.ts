import { resourceRule } from "../../rule";
import { mustBindServices } from "../grants";

/**
 * Services that run the customer's own code with a role of the same account, and that send no source with which a trust
 * policy could bind them (EC2, Pod Identity) or not in every case (Lambda).
 */
const EXCUSED_SERVICES = [
  "ec2.amazonaws.com",
  "lambda.amazonaws.com",
  "edgelambda.amazonaws.com",
  "pods.eks.amazonaws.com",
];

export const roleTrustBound = resourceRule({
  id: "role-trust-bound",
  title: "A role binds every service that may assume it",
  severity: "high",
  type: "aws:iam/role:Role",
  property: "assumeRolePolicy",
  rationale: "A service acts for every customer of AWS: unbound, it can be made to use the role for somebody else.",
  fix: "Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID to the statement.",
  links: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
  covers: { prowler: ["iam_role_cross_service_confused_deputy_prevention"] },
  config: {
    excusedServices: {
      type: "array",
      items: { type: "string" },
      default: EXCUSED_SERVICES,
      description: "Service principals that need no condition, as names in the aws partition.",
    },
  },
  judge: ({ properties }, { excusedServices }) =>
    mustBindServices(properties, "assumeRolePolicy", { excused: excusedServices as readonly string[] }), // by the schema
});
