import { iamPrincipalNotAdmin } from "../../../../policies/rules/iam/iam-principal-not-admin";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { emptyStack } from "../../state-changes";
import { documentOf } from "../policy-documents";
import { declared } from "../stack-resources";
import { beside, grants } from "./forbidden-permissions";

const ADMIN = documentOf(grants("*"));
const USER_POLICY = "aws:iam/userPolicy:UserPolicy";
const message = "allows * on every resource in statement 1; name the actions or the resources";

describeStackRule(iamPrincipalNotAdmin, {
  fails: [
    {
      title: "a user's inline policy",
      change: beside([declared(USER_POLICY, "p", { user: "ann", policy: ADMIN })]),
      findings: [{ name: "p", property: "policy", message }],
    },
    {
      title: "a group's inline policy, once for all of its users",
      change: beside([
        declared("aws:iam/groupPolicy:GroupPolicy", "p", { group: "staff", policy: ADMIN }),
        declared("aws:iam/groupMembership:GroupMembership", "m", { group: "staff", users: ["ann", "bob"] }),
      ]),
      findings: [{ name: "p", property: "policy", message }],
    },
    {
      title: "a permission set's inline policy",
      change: beside([
        declared("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "p", {
          permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1",
          inlinePolicy: documentOf(grants("kms:*")),
        }),
      ]),
      findings: [
        {
          name: "p",
          property: "inlinePolicy",
          message: "allows kms:* on every resource in statement 1; name the actions or the resources",
        },
      ],
    },
    {
      title: "a policy on the role itself, and one that cannot be read",
      change: beside([
        declared("aws:iam/role:Role", "r", {
          name: "r",
          inlinePolicies: [
            { name: "a", policy: ADMIN },
            { name: "b", policy: "{" },
          ],
        }),
      ]),
      findings: [
        { name: "r", property: "inlinePolicies.0.policy", message },
        {
          name: "r",
          property: "inlinePolicies.1.policy",
          message: "cannot be read: it is not JSON; set it to a JSON policy document",
        },
      ],
    },
  ],
  passes: [
    {
      title: "a user's policy that names the actions",
      change: beside([declared(USER_POLICY, "p", { user: "ann", policy: documentOf(grants("sqs:SendMessage")) })]),
    },
    {
      title: "a role policy, which has a rule of its own",
      change: beside([declared("aws:iam/rolePolicy:RolePolicy", "p", { role: "r", policy: ADMIN })]),
    },
  ],
  unknown: [
    {
      title: "a document that is not known yet",
      change: beside([declared(USER_POLICY, "p", { user: "ann", policy: UNKNOWN_VALUE })]),
      property: "policy",
    },
  ],
  notApplicable: [{ title: "a stack without principals", change: () => emptyStack() }],
});
