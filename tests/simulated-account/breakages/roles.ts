/** Breakages of roles. */
import { type Breakage, HOME } from "./breakage";
import { TRAIL_GROUP } from "./names";

/** The source of the logs of the prod stack's knowledge base. */
const DELIVERED = "baseline-eu-central-1-vended-knowledge-base-ABCDEFGHIJ";
const ROLE = "baseline-eu-central-1-invocations-role";

export const roleBreakages: readonly Breakage[] = [
  {
    what: "a role trusts another account",
    control: "ACCESS-02",
    act: async ({ iam }) => {
      const { Role } = await iam.getRole({ RoleName: ROLE });
      const PolicyDocument = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "");
      const trust = { Effect: "Allow", Principal: { AWS: "999988887777" }, Action: "sts:AssumeRole", Sid: "Others" };
      const document = JSON.parse(PolicyDocument) as { Statement: object[] }; // of this project's own role
      const more = JSON.stringify({ ...document, Statement: [...document.Statement, trust] });
      await iam.updateAssumeRolePolicy({ RoleName: ROLE, PolicyDocument: more });
      return () => iam.updateAssumeRolePolicy({ RoleName: ROLE, PolicyDocument });
    },
    says: [
      "verify-iam-role-as-declared",
      ROLE,
      "assumeRolePolicy.Statement",
      "has Others in the account; the stack does not declare it",
    ],
  },
  {
    what: "the logs of a knowledge base are no longer delivered",
    control: "LOG-06",
    act: async ({ logs }) => {
      const { deliveries = [] } = await logs.describeDeliveries({});
      const delivery = deliveries.find(({ deliverySourceName }) => deliverySourceName === DELIVERED);
      const { deliverySourceName, deliveryDestinationArn } = delivery ?? {};
      await logs.deleteDelivery({ id: delivery?.id });
      return () => logs.createDelivery({ deliverySourceName, deliveryDestinationArn });
    },
    says: [
      "verify-logs-delivery-as-declared",
      `${DELIVERED}-delivery`,
      "",
      /^is missing in the account; the stack declares it/,
    ],
  },
  {
    what: "delivered logs go to another log group",
    control: "LOG-06",
    act: async ({ logs }) => {
      const name = "baseline-eu-central-1-vended";
      const { deliveryDestination } = await logs.getDeliveryDestination({ name });
      const was = deliveryDestination?.deliveryDestinationConfiguration;
      const destinationResourceArn = `arn:aws:logs:${HOME}:111122223333:log-group:${TRAIL_GROUP}`;
      await logs.putDeliveryDestination({ name, deliveryDestinationConfiguration: { destinationResourceArn } });
      return () => logs.putDeliveryDestination({ name, deliveryDestinationConfiguration: was });
    },
    says: [
      "verify-logs-delivery-destination-as-declared",
      "baseline-eu-central-1-vended-destination",
      "deliveryDestinationConfiguration.destinationResourceArn",
      `is arn:aws:logs:${HOME}:111122223333:log-group:${TRAIL_GROUP} in the account; the stack declares arn:aws:logs:${HOME}:111122223333:log-group:/aws/vendedlogs/bedrock/baseline-eu-central-1-vended`,
    ],
  },
  {
    what: "a role may do more",
    control: "ACCESS-03",
    act: async ({ iam }) => {
      const { PolicyNames: [PolicyName] = [] } = await iam.listRolePolicies({ RoleName: ROLE });
      const policy = { RoleName: ROLE, PolicyName };
      const { PolicyDocument } = await iam.getRolePolicy(policy);
      const document = decodeURIComponent(PolicyDocument ?? "");
      await iam.putRolePolicy({ ...policy, PolicyDocument: document.replace('"logs:PutLogEvents"', '"logs:*"') });
      return () => iam.putRolePolicy({ ...policy, PolicyDocument: document });
    },
    says: [
      "verify-iam-role-policy-as-declared",
      "baseline-eu-central-1-invocations-role-policy",
      "policy.Statement[WriteLogStreams].Action",
      "lacks logs:PutLogEvents in the account; the stack declares it",
    ],
    more: true,
  },
  {
    what: "a role loses its policy",
    control: "ACCESS-03",
    act: async ({ iam }) => {
      const { PolicyNames: [PolicyName] = [] } = await iam.listRolePolicies({ RoleName: ROLE });
      const policy = { RoleName: ROLE, PolicyName };
      const { PolicyDocument } = await iam.getRolePolicy(policy);
      await iam.deleteRolePolicy(policy);
      return () => iam.putRolePolicy({ ...policy, PolicyDocument: decodeURIComponent(PolicyDocument ?? "") });
    },
    says: [
      "verify-iam-role-policy-as-declared",
      "baseline-eu-central-1-invocations-role-policy",
      "",
      /^is missing in the account; the stack declares it \(baseline-eu-central-1-invocations-role:\S+ in eu-central-1\)$/,
    ],
  },
  {
    what: "a managed policy is attached to a role",
    control: "ACCESS-03",
    act: async ({ iam }) => {
      const attachment = { RoleName: ROLE, PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" };
      await iam.attachRolePolicy(attachment);
      return () => iam.detachRolePolicy(attachment);
    },
    says: [
      "verify-iam-role-only-declared-policies",
      ROLE,
      "policies",
      "has the managed policy arn:aws:iam::aws:policy/AdministratorAccess in the account; the stack does not declare it",
    ],
  },
  {
    what: "a role gets another inline policy",
    control: "ACCESS-03",
    act: async ({ iam }) => {
      const policy = { RoleName: ROLE, PolicyName: "more" };
      const statement = { Effect: "Allow", Action: "s3:*", Resource: "*" };
      const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
      await iam.putRolePolicy({ ...policy, PolicyDocument });
      return () => iam.deleteRolePolicy(policy);
    },
    says: [
      "verify-iam-role-only-declared-policies",
      ROLE,
      "policies",
      "has the inline policy more in the account; the stack does not declare it",
    ],
  },
];
