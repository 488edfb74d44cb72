/** What of a trail's log group is counted for alarms: the monitoring section of the CIS benchmark, and calls of AI that are refused. */
import type { Source } from "../source";

const LOGS = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs";

export const SOURCES: readonly Source[] = [
  { page: `${LOGS}/FilterAndPatternSyntax.html`, readOn: "2026-11-26" },
  {
    page: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
    readOn: "2026-11-26",
    secondary: "the patterns as Prowler's checks look for them; the page was not at hand",
  },
  {
    page: "https://www.cisecurity.org/benchmark/amazon_web_services",
    readOn: "2026-11-26",
    secondary: "the numbers and patterns as Prowler carries them",
  },
];

/** Part of a record of CloudTrail. */
export interface RecordPart {
  readonly [field: string]: string | boolean | RecordPart;
}

export interface AuditFilter {
  /** Completes "an alarm on ...". */
  readonly title: string;
  /** A JSON filter pattern of CloudWatch Logs, 1024 characters at most. */
  readonly pattern: string;
  /** Records of which each has to be counted, as far as the pattern asks. */
  readonly records: readonly [RecordPart, ...RecordPart[]];
}

/** Counts calls by their names, of one service where their names are those of others too. */
function ofCalls(title: string, names: readonly [string, ...string[]], service?: string): AuditFilter {
  const calls = names.map((name) => `($.eventName = ${name})`).join(" || ");
  const source = service === undefined ? undefined : `${service}.amazonaws.com`;
  const record = (eventName: string): RecordPart => ({
    eventName,
    ...(source === undefined ? {} : { eventSource: source }),
  });
  const [first, ...others] = names;
  return {
    title,
    pattern: source === undefined ? `{ ${calls} }` : `{ ($.eventSource = ${source}) && (${calls}) }`,
    records: [record(first), ...others.map(record)],
  };
}

export const AUDIT_FILTERS = {
  "unauthorized-calls": {
    title: "calls that IAM refuses",
    pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
    records: [
      { errorCode: "Client.UnauthorizedOperation" },
      { errorCode: "AccessDenied" },
      { errorCode: "AccessDeniedException" },
    ],
  },
  "sign-in-without-mfa": {
    title: "sign-ins to the console without MFA",
    pattern:
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
    records: [
      {
        eventName: "ConsoleLogin",
        additionalEventData: { MFAUsed: "No" },
        userIdentity: { type: "IAMUser" },
        responseElements: { ConsoleLogin: "Success" },
      },
    ],
  },
  "root-use": {
    title: "use of the root user",
    pattern:
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
    records: [{ userIdentity: { type: "Root" }, eventType: "AwsApiCall" }],
  },
  "iam-policy-changes": ofCalls("changes of IAM policies", [
    "DeleteGroupPolicy",
    "DeleteRolePolicy",
    "DeleteUserPolicy",
    "PutGroupPolicy",
    "PutRolePolicy",
    "PutUserPolicy",
    "CreatePolicy",
    "DeletePolicy",
    "CreatePolicyVersion",
    "DeletePolicyVersion",
    "AttachRolePolicy",
    "DetachRolePolicy",
    "AttachUserPolicy",
    "DetachUserPolicy",
    "AttachGroupPolicy",
    "DetachGroupPolicy",
  ]),
  "trail-changes": ofCalls("changes of trails", [
    "CreateTrail",
    "UpdateTrail",
    "DeleteTrail",
    "StartLogging",
    "StopLogging",
  ]),
  "sign-in-failures": {
    title: "failed sign-ins to the console",
    pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
    records: [{ eventName: "ConsoleLogin", errorMessage: "Failed authentication" }],
  },
  "key-removal": ofCalls(
    "keys that are disabled or scheduled for deletion",
    ["DisableKey", "ScheduleKeyDeletion"],
    "kms",
  ),
  "bucket-policy-changes": ofCalls(
    "changes of who may use buckets",
    [
      "PutBucketAcl",
      "PutBucketPolicy",
      "PutBucketCors",
      "PutBucketLifecycle",
      "PutBucketReplication",
      "DeleteBucketPolicy",
      "DeleteBucketCors",
      "DeleteBucketLifecycle",
      "DeleteBucketReplication",
    ],
    "s3",
  ),
  "config-changes": ofCalls(
    "changes of AWS Config",
    ["StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder"],
    "config",
  ),
  "security-group-changes": ofCalls("changes of security groups", [
    "AuthorizeSecurityGroupIngress",
    "AuthorizeSecurityGroupEgress",
    "RevokeSecurityGroupIngress",
    "RevokeSecurityGroupEgress",
    "CreateSecurityGroup",
    "DeleteSecurityGroup",
  ]),
  "network-acl-changes": ofCalls("changes of network ACLs", [
    "CreateNetworkAcl",
    "CreateNetworkAclEntry",
    "DeleteNetworkAcl",
    "DeleteNetworkAclEntry",
    "ReplaceNetworkAclEntry",
    "ReplaceNetworkAclAssociation",
  ]),
  "network-gateway-changes": ofCalls("changes of network gateways", [
    "CreateCustomerGateway",
    "DeleteCustomerGateway",
    "AttachInternetGateway",
    "CreateInternetGateway",
    "DeleteInternetGateway",
    "DetachInternetGateway",
  ]),
  "route-table-changes": ofCalls(
    "changes of route tables",
    [
      "CreateRoute",
      "CreateRouteTable",
      "ReplaceRoute",
      "ReplaceRouteTableAssociation",
      "DeleteRouteTable",
      "DeleteRoute",
      "DisassociateRouteTable",
    ],
    "ec2",
  ),
  "vpc-changes": ofCalls("changes of VPCs", [
    "CreateVpc",
    "DeleteVpc",
    "ModifyVpcAttribute",
    "AcceptVpcPeeringConnection",
    "CreateVpcPeeringConnection",
    "DeleteVpcPeeringConnection",
    "RejectVpcPeeringConnection",
    "AttachClassicLinkVpc",
    "DetachClassicLinkVpc",
    "DisableVpcClassicLink",
    "EnableVpcClassicLink",
  ]),
  "organizations-changes": ofCalls(
    "changes of the organization",
    [
      "AcceptHandshake",
      "AttachPolicy",
      "CancelHandshake",
      "CreateAccount",
      "CreateOrganization",
      "CreateOrganizationalUnit",
      "CreatePolicy",
      "DeclineHandshake",
      "DeleteOrganization",
      "DeleteOrganizationalUnit",
      "DeletePolicy",
      "DetachPolicy",
      "DisablePolicyType",
      "EnableAllFeatures",
      "EnablePolicyType",
      "InviteAccountToOrganization",
      "LeaveOrganization",
      "MoveAccount",
      "RemoveAccountFromOrganization",
      "UpdatePolicy",
      "UpdateOrganizationalUnit",
    ],
    "organizations",
  ),
  "denied-model-calls": {
    title: "calls to models that are refused",
    pattern:
      '{ ($.eventSource = "bedrock.amazonaws.com" || $.eventSource = "bedrock-mantle.amazonaws.com" || $.eventSource = "bedrock-agentcore.amazonaws.com") && ($.errorCode = "AccessDenied*") }',
    records: [
      { eventSource: "bedrock.amazonaws.com", errorCode: "AccessDenied" },
      { eventSource: "bedrock-mantle.amazonaws.com", errorCode: "AccessDeniedException" },
      { eventSource: "bedrock-agentcore.amazonaws.com", errorCode: "AccessDeniedException" },
    ],
  },
} as const satisfies Readonly<Record<string, AuditFilter>>;

/** What is counted, by the name of the filter. */
export type AuditFilterId = keyof typeof AUDIT_FILTERS;

export const AUDIT_FILTER_IDS = Object.keys(AUDIT_FILTERS) as readonly AuditFilterId[]; // Object.keys loses the key types
