import { iamPrincipalNoBroadManagedPolicy } from "../../../../policies/rules/iam/iam-principal-no-broad-managed-policy";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type FailingStackCase, describeStackRule } from "../../rule-harness";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { emptyStack } from "../../state-changes";
import { declared } from "../stack-resources";
import { beside } from "./forbidden-permissions";

const ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";
const PERMISSION_SET = "arn:aws:sso:::permissionSet/ssoins-1/ps-1";
const USER_ATTACHMENT = "aws:iam/userPolicyAttachment:UserPolicyAttachment";

const attached = (title: string, property: string, resource: ResourceState, arn = ADMIN): FailingStackCase => ({
  title,
  change: beside([resource]),
  findings: [{ name: "a", property, message: `is "${arn}"; set it to the ARN of a policy that allows less` }],
});

describeStackRule(iamPrincipalNoBroadManagedPolicy, {
  fails: [
    attached("a user's attachment", "policyArn", declared(USER_ATTACHMENT, "a", { user: "ann", policyArn: ADMIN })),
    attached(
      "a group's attachment",
      "policyArn",
      declared("aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "a", { group: "staff", policyArn: ADMIN }),
    ),
    attached(
      "an attachment to several",
      "policyArn",
      declared("aws:iam/policyAttachment:PolicyAttachment", "a", {
        users: ["ann"],
        groups: ["staff"],
        policyArn: ADMIN,
      }),
    ),
    attached(
      "a list of all attachments",
      "policyArns.1",
      declared("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "a", {
        roleName: "r",
        policyArns: ["arn:aws:iam::aws:policy/SecurityAudit", ADMIN],
      }),
    ),
    attached(
      "a list on the role",
      "managedPolicyArns.0",
      declared("aws:iam/role:Role", "a", { name: "r", managedPolicyArns: [ADMIN] }),
    ),
    attached(
      "a permission set's",
      "managedPolicyArn",
      declared("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", "a", {
        permissionSetArn: PERMISSION_SET,
        managedPolicyArn: ADMIN,
      }),
    ),
    attached(
      "a job function that may stop the trail, in another partition",
      "policyArn",
      declared(USER_ATTACHMENT, "a", {
        user: "ann",
        policyArn: "arn:aws-cn:iam::aws:policy/job-function/SystemAdministrator",
      }),
      "arn:aws-cn:iam::aws:policy/job-function/SystemAdministrator",
    ),
  ],
  passes: [
    {
      title: "a policy of AWS that only reads",
      change: beside([
        declared(USER_ATTACHMENT, "a", { user: "ann", policyArn: "arn:aws:iam::aws:policy/SecurityAudit" }),
      ]),
    },
    {
      title: "a broad policy as a boundary, which grants nothing",
      change: beside([declared("aws:iam/role:Role", "a", { name: "r", permissionsBoundary: ADMIN })]),
    },
    {
      title: "a role's attachment, which has a rule of its own",
      change: beside([
        declared("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", { role: "r", policyArn: ADMIN }),
      ]),
    },
    {
      title: "a policy that the settings allow",
      change: beside([declared(USER_ATTACHMENT, "a", { user: "ann", policyArn: ADMIN })]),
      settings: { policyNames: ["PowerUserAccess"] },
    },
  ],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: beside([declared(USER_ATTACHMENT, "a", { user: "ann", policyArn: UNKNOWN_VALUE })]),
      property: "policyArn",
      message: "is not known before the update",
    },
    {
      title: "a customer managed policy that this stack does not declare",
      change: beside([
        declared(USER_ATTACHMENT, "a", {
          user: "ann",
          policyArn: "arn:aws:iam::111122223333:policy/AdministratorAccess",
        }),
      ]),
      property: "policyArn",
      message:
        'is "arn:aws:iam::111122223333:policy/AdministratorAccess", a policy that this stack does not declare; what it ' +
        "allows is not checked",
    },
  ],
  notApplicable: [{ title: "a stack without principals", change: () => emptyStack() }],
});
