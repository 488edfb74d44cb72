/** What every rule against permissions on evidence must show, by one of its actions. */
import type { StackRule } from "../../../../policies/rule";
import type { ResourceState, WireMap, WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type FailingStackCase, type StackCase, describeStackRule } from "../../rule-harness";
import { emptyStack } from "../../state-changes";
import { ACCOUNT, documentOf } from "../policy-documents";
import { declared } from "../stack-resources";

export const ROLE_TYPE = "aws:iam/role:Role";
export const ROLE_POLICY_TYPE = "aws:iam/rolePolicy:RolePolicy";
const USER_TYPE = "aws:iam/user:User";
const GROUP_TYPE = "aws:iam/group:Group";
const POLICY_TYPE = "aws:iam/policy:Policy";
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/worker`;
const POLICY_ARN = `arn:aws:iam::${ACCOUNT}:policy/shared`;
const PERMISSION_SET_ARN = "arn:aws:sso:::permissionSet/ssoins-1/ps-1";
export const BREAK_GLASS = `arn:aws:iam::${ACCOUNT}:role/break-glass`;

export interface ForbiddenCases {
  /** One of the rule's actions. */
  readonly action: string;
  /** All of the rule's actions, in the order of its table. */
  readonly all: readonly string[];
  /** How the message ends. @default "leave it to break-glass principals" */
  readonly instead?: string;
  readonly fails?: readonly FailingStackCase[];
  readonly passes?: readonly StackCase[];
  /** Statements of which it cannot be told whether they reach evidence, by what they allow. */
  readonly mayReach?: readonly { readonly title: string; readonly statement: WireMap; readonly given: string }[];
}

/** A statement that allows the action on everything, unless `rest` says otherwise. */
export function grants(Action: WireValue, rest: WireMap = {}): WireMap {
  return { Effect: "Allow", Action, Resource: "*", ...rest };
}

/** A worker's role with an inline policy of the statements. */
export function worker(...statements: readonly WireMap[]): readonly ResourceState[] {
  return workerWith({}, ...statements);
}

function workerWith(properties: WireMap, ...statements: readonly WireMap[]): readonly ResourceState[] {
  return [
    declared(ROLE_TYPE, "worker", { name: "worker", arn: ROLE_ARN, ...properties }),
    declared(ROLE_POLICY_TYPE, "worker-policy", { role: "worker", policy: documentOf(...statements) }),
  ];
}

/** A worker's role with an inline policy that is an object, as it is where a part of it is not known yet. */
function workerOf(policy: WireMap): readonly ResourceState[] {
  return [
    declared(ROLE_TYPE, "worker", { name: "worker", arn: ROLE_ARN }),
    declared(ROLE_POLICY_TYPE, "worker-policy", { role: "worker", policy }),
  ];
}

/** The stack with the resources beside its own. */
export const beside = (resources: readonly ResourceState[]) => (stack: readonly ResourceState[]) => [
  ...stack,
  ...resources,
];

/** A case of a worker whose policy fails the rule by the actions given. */
export function givenTo(
  title: string,
  given: readonly string[],
  instead: string,
  ...statements: readonly WireMap[]
): FailingStackCase {
  return {
    title,
    change: beside(worker(...statements)),
    findings: [
      {
        name: "worker-policy",
        property: "policy",
        message: `allows the role worker ${given.join(", ")} in statement 1; ${instead}`,
      },
    ],
  };
}

/** Declares the suite of the rule. */
export function describeForbiddenPermissions(
  rule: StackRule,
  {
    action,
    all,
    instead = "leave it to break-glass principals",
    fails = [],
    passes = [],
    mayReach = [],
  }: ForbiddenCases,
): void {
  const [service = ""] = action.split(":");
  const document = documentOf(grants(action));
  const found = (name: string, whom: string, property = "policy", label = "statement 1") => ({
    name,
    property,
    message: `allows ${whom} ${action} in ${label}; ${instead}`,
  });
  const elsewhere = (
    title: string,
    resources: readonly ResourceState[],
    ...findings: readonly [ReturnType<typeof found>]
  ): FailingStackCase => ({ title, change: beside(resources), findings });
  const shared = declared(POLICY_TYPE, "shared", { name: "shared", arn: POLICY_ARN, policy: document });
  const role = declared(ROLE_TYPE, "worker", { name: "worker", arn: ROLE_ARN });
  const denies = (rest: WireMap = {}): WireMap => ({ Effect: "Deny", Action: action, Resource: "*", ...rest });
  const bounded = (...boundary: readonly WireMap[]): readonly ResourceState[] => [
    ...workerWith({ permissionsBoundary: POLICY_ARN }, grants(action)),
    declared(POLICY_TYPE, "shared", { name: "shared", arn: POLICY_ARN, policy: documentOf(...boundary) }),
  ];
  const refused = (title: string, ...statements: readonly WireMap[]): StackCase => ({
    title,
    change: beside(worker(grants(action), ...statements)),
  });

  describeStackRule(rule, {
    fails: [
      givenTo("a role's inline policy", [action], instead, grants(action)),
      givenTo(
        "every action of the service",
        all.filter((one) => one.startsWith(`${service}:`)),
        instead,
        grants(`${service}:*`),
      ),
      {
        title: "every action, which it says once",
        change: beside(worker(grants("*"))),
        findings: [
          {
            name: "worker-policy",
            property: "policy",
            message: `allows the role worker everything in statement 1, and so ${all[0] ?? ""} and ${all.length - 1} more; ${instead}`,
          },
        ],
      },
      givenTo("every action but one of another service", all, instead, {
        Effect: "Allow",
        NotAction: "ec2:RunInstances",
        Resource: "*",
      }),
      givenTo(
        "an action in capitals, with a wildcard for a letter",
        [action],
        instead,
        grants(`${action.toUpperCase().slice(0, -1)}?`),
      ),
      givenTo("all resources but one", [action], instead, {
        Effect: "Allow",
        Action: action,
        NotResource: "arn:aws:sqs:us-east-1:111122223333:jobs",
      }),
      givenTo(
        "a statement under a condition that its holder can meet",
        [action],
        instead,
        grants(action, { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
      ),
      givenTo(
        "a refusal under a condition that its holder can evade",
        [action],
        instead,
        grants(action),
        denies({ Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      ),
      givenTo(
        "a refusal on one resource of many",
        [action],
        instead,
        grants(action),
        denies({ Resource: "arn:aws:sqs:us-east-1:111122223333:jobs" }),
      ),
      givenTo(
        "a refusal to all but itself",
        [action],
        instead,
        grants(action),
        denies({ Condition: { ArnNotEquals: { "aws:PrincipalArn": [BREAK_GLASS, ROLE_ARN] } } }),
      ),
      givenTo(
        "a refusal of resources in another account",
        [action],
        instead,
        grants(action),
        denies({ Resource: `arn:aws:*:*:444455556666:*` }),
      ),
      givenTo(
        "a refusal in another partition",
        [action],
        instead,
        grants(action),
        denies({ Resource: "arn:aws-cn:*" }),
      ),
      {
        title: "a boundary that lets the action through by a wildcard",
        change: beside(bounded(grants(`${service}:*`))),
        findings: [found("worker-policy", "the role worker")],
      },
      {
        title: "a boundary that refuses the action on other resources only",
        change: beside(bounded(grants("*"), denies({ Resource: "arn:aws:sqs:us-east-1:111122223333:jobs" }))),
        findings: [found("worker-policy", "the role worker")],
      },
      {
        title: "a known statement beside an unknown one",
        change: beside(workerOf({ Statement: [UNKNOWN_VALUE, grants(action), denies({ Resource: UNKNOWN_VALUE })] })),
        findings: [found("worker-policy", "the role worker", "policy", "statement 2")],
      },
      elsewhere(
        "a policy on the role itself",
        [declared(ROLE_TYPE, "worker", { name: "worker", inlinePolicies: [{ name: "p", policy: document }] })],
        found("worker", "the role worker", "inlinePolicies.0.policy"),
      ),
      elsewhere(
        "an inline policy of a role that is declared elsewhere",
        [declared(ROLE_POLICY_TYPE, "foreign-policy", { role: "foreign", policy: document })],
        found("foreign-policy", "the role foreign"),
      ),
      elsewhere(
        "a user's inline policy",
        [
          declared(USER_TYPE, "ann", { name: "ann" }),
          declared("aws:iam/userPolicy:UserPolicy", "ann-policy", { user: "ann", policy: document }),
        ],
        found("ann-policy", "the user ann"),
      ),
      elsewhere(
        "a group's inline policy, and so its users",
        [
          declared(USER_TYPE, "ann", { name: "ann" }),
          declared(GROUP_TYPE, "staff", { name: "staff" }),
          declared("aws:iam/groupPolicy:GroupPolicy", "staff-policy", { group: "staff", policy: document }),
          declared("aws:iam/userGroupMembership:UserGroupMembership", "ann-in-staff", {
            user: "ann",
            groups: ["staff"],
          }),
        ],
        found("staff-policy", "the user ann, the group staff"),
      ),
      elsewhere(
        "a permission set's inline policy",
        [
          declared("aws:ssoadmin/permissionSet:PermissionSet", "staff", {
            name: "staff",
            arn: PERMISSION_SET_ARN,
          }),
          declared("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "staff-policy", {
            permissionSetArn: PERMISSION_SET_ARN,
            inlinePolicy: document,
          }),
        ],
        found("staff-policy", "the permission set staff", "inlinePolicy"),
      ),
      elsewhere("a policy that this stack attaches to nobody", [shared], found("shared", "whomever it is attached to")),
      elsewhere(
        "an attached policy",
        [
          role,
          shared,
          declared("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", { role: "worker", policyArn: POLICY_ARN }),
        ],
        found("shared", "the role worker"),
      ),
      elsewhere(
        "a policy in the list of all attachments",
        [
          role,
          shared,
          declared("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "a", {
            roleName: "worker",
            policyArns: [POLICY_ARN],
          }),
        ],
        found("shared", "the role worker"),
      ),
      elsewhere(
        "a policy attached to several principals at once",
        [
          role,
          shared,
          declared("aws:iam/policyAttachment:PolicyAttachment", "a", {
            roles: ["worker"],
            users: ["bob"],
            policyArn: POLICY_ARN,
          }),
        ],
        found("shared", "the role worker, the user bob"),
      ),
      elsewhere(
        "a policy named on the role",
        [declared(ROLE_TYPE, "worker", { name: "worker", managedPolicyArns: [POLICY_ARN] }), shared],
        found("shared", "the role worker"),
      ),
      ...fails,
    ],
    passes: [
      { title: "another action of the service", change: beside(worker(grants(`${service}:ListTagsForResource`))) },
      refused("a refusal of the action", denies()),
      refused("a refusal of all actions, in another policy's words", {
        Effect: "Deny",
        NotAction: "sts:*",
        Resource: "*",
      }),
      refused(
        "a refusal to all but break-glass principals",
        denies({ Condition: { ArnNotEquals: { "aws:PrincipalArn": BREAK_GLASS } } }),
      ),
      {
        title: "a principal that the setting names by its ARN",
        change: beside(worker(grants(action))),
        settings: { principals: [ROLE_ARN] },
      },
      {
        title: "a principal that the setting names by its name",
        change: beside(worker(grants(action))),
        settings: { principals: ["work*"] },
      },
      {
        title: "a statement for a break-glass principal alone",
        change: beside(worker(grants(action, { Condition: { ArnEquals: { "aws:PrincipalArn": BREAK_GLASS } } }))),
        settings: { principals: [BREAK_GLASS] },
      },
      {
        title: "a boundary that does not let the action through",
        change: beside([
          ...workerWith({ permissionsBoundary: POLICY_ARN }, grants(action)),
          declared(POLICY_TYPE, "shared", { name: "shared", arn: POLICY_ARN, policy: documentOf(grants("ec2:*")) }),
        ]),
      },
      {
        title: "a boundary that refuses the action",
        change: beside([
          ...workerWith({ permissionsBoundary: POLICY_ARN }, grants(action)),
          declared(POLICY_TYPE, "shared", {
            name: "shared",
            arn: POLICY_ARN,
            policy: documentOf(grants("*"), denies()),
          }),
        ]),
      },
      {
        title: "a boundary of a user that does not let the action through",
        change: beside([
          declared(USER_TYPE, "ann", { name: "ann", permissionsBoundary: POLICY_ARN }),
          declared("aws:iam/userPolicy:UserPolicy", "ann-policy", { user: "ann", policy: document }),
          declared(POLICY_TYPE, "shared", { name: "shared", arn: POLICY_ARN, policy: documentOf(grants("ec2:*")) }),
        ]),
      },
      {
        title: "a boundary of a permission set that does not let the action through",
        change: beside([
          declared("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "staff-policy", {
            permissionSetArn: PERMISSION_SET_ARN,
            inlinePolicy: document,
          }),
          declared("aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment", "staff-boundary", {
            permissionSetArn: PERMISSION_SET_ARN,
            permissionsBoundary: { customerManagedPolicyReference: { name: "shared" } },
          }),
          declared(POLICY_TYPE, "shared", { name: "shared", arn: POLICY_ARN, policy: documentOf(grants("ec2:*")) }),
        ]),
      },
      {
        title: "a boundary that is declared elsewhere, where nothing allows the action",
        change: beside(
          workerWith({ permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" }, grants("sqs:SendMessage")),
        ),
      },
      {
        title: "an unknown statement that cannot be about the action",
        change: beside(
          workerOf({ Statement: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: UNKNOWN_VALUE }] }),
        ),
      },
      {
        title: "an unknown statement that refuses, beside a refusal of the action",
        change: beside(
          workerOf({
            Statement: [{ ...denies(), Effect: UNKNOWN_VALUE, NotAction: [action] }, grants(action), denies()],
          }),
        ),
      },
      {
        title: "an unknown statement, where everything is refused",
        change: beside(workerOf({ Statement: [UNKNOWN_VALUE, denies({ Action: "*" })] })),
      },
      refused("a refusal of the resources of its own account", denies({ Resource: ["*", `arn:aws:*:*:${ACCOUNT}:*`] })),
      {
        title: "every action on a resource of another service",
        change: beside(worker(grants("*", { Resource: "arn:aws:sqs:us-east-1:111122223333:jobs" }))),
      },
      ...passes,
    ],
    unknown: [
      {
        title: "a document that is not known yet",
        change: beside([declared(ROLE_POLICY_TYPE, "p", { role: "worker", policy: UNKNOWN_VALUE })]),
        property: "policy",
      },
      {
        title: "a document that cannot be read",
        change: beside([declared(ROLE_POLICY_TYPE, "p", { role: "worker", policy: "{" })]),
        property: "policy",
      },
      {
        title: "a statement of which the resource is not known yet",
        change: beside(workerOf({ Statement: [{ ...grants(action), Resource: UNKNOWN_VALUE }] })),
        property: "policy",
      },
      {
        title: "a statement that may be an Allow",
        change: beside(workerOf({ Statement: [{ ...grants(action), Effect: UNKNOWN_VALUE }] })),
        property: "policy",
      },
      {
        title: "an Allow of something else beside a statement that is not known yet",
        change: beside(workerOf({ Statement: [grants("sqs:SendMessage"), UNKNOWN_VALUE] })),
        property: "policy",
      },
      {
        title: "a boundary that is not known yet",
        change: beside([
          ...workerWith({ permissionsBoundary: POLICY_ARN }, grants(action)),
          declared(POLICY_TYPE, "shared", { name: "shared", arn: POLICY_ARN, policy: UNKNOWN_VALUE }),
        ]),
        property: "policy",
      },
      {
        title: "a boundary that is declared elsewhere",
        change: beside(workerWith({ permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" }, grants(action))),
        property: "policy",
      },
      {
        title: "a refusal to all but a principal, where the holder's ARN is not known",
        change: beside([
          declared(ROLE_POLICY_TYPE, "p", {
            role: "worker",
            policy: documentOf(
              grants(action),
              denies({ Condition: { ArnNotEquals: { "aws:PrincipalArn": BREAK_GLASS } } }),
            ),
          }),
          declared(ROLE_TYPE, "worker", { name: "worker", arn: UNKNOWN_VALUE }),
        ]),
        property: "policy",
      },
      ...mayReach.map(({ title, statement, given }) => ({
        title,
        change: beside(worker(statement)),
        property: "policy",
        message: `may allow the role worker ${given} on evidence in statement 1; name resources that hold none`,
      })),
    ],
    notApplicable: [{ title: "a stack without principals", change: () => emptyStack() }],
  });
}
