/** Which rules of AWS Config have a fix that is safe and unambiguous, and what it may do. */
import type { RemediableRule } from "../../facts/config/remediable-rules";
import { ASSUME_ROLE, DRY_RUN, type Fix } from "./automation";
import { type AccountRegion, type Condition, oneOrMany, type Statement, trustService } from "./iam";

/** What puts right what one rule finds. */
export interface Remediation {
  /** Names the runbook and its role, within the component. */
  readonly name: string;
  readonly fix: Fix;
  /** The type of the resources that the rule finds non-compliant; "account" where it is about none. */
  readonly finds: `AWS::${string}` | "account";
  /** The IAM actions that its calls take, and on what. */
  readonly actions: readonly string[];
  readonly resources: (place: Pick<AccountRegion, "partition" | "accountId">) => readonly string[];
  /** @default - the resources name the account */
  readonly condition?: (place: Pick<AccountRegion, "accountId">) => Condition;
}

/**
 * The remediations by the rule whose findings they put right. A fix is here only if it makes what the baseline declares, takes nothing
 * from anybody, and is one call that says the whole of the setting. Encrypting, deleting and lengthening what is kept are decisions.
 * Log file validation is not among them: who may call UpdateTrail may also deliver the trail elsewhere, which no condition prevents.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html
 */
export const REMEDIATIONS = {
  "cloudtrail-enabled": {
    name: "trail-logging",
    finds: "account",
    fix: {
      description: "Starts the logging of a trail.",
      target: {
        name: "TrailName",
        description: "The trail's ARN or name",
        pattern: "^[A-Za-z0-9][A-Za-z0-9:/._-]{2,255}$",
      },
      read: {
        service: "cloudtrail",
        api: "GetTrailStatus",
        parameters: { Name: "{{ TrailName }}" },
        selector: "$.IsLogging",
        type: "Boolean",
      },
      change: { service: "cloudtrail", api: "StartLogging", parameters: { Name: "{{ TrailName }}" } },
    },
    actions: ["cloudtrail:GetTrailStatus", "cloudtrail:StartLogging"],
    resources: ({ partition, accountId }) => [`arn:${partition}:cloudtrail:*:${accountId}:trail/*`],
  },
  "cmk-backing-key-rotation-enabled": {
    name: "key-rotation",
    finds: "AWS::KMS::Key",
    fix: {
      description: "Enables the yearly rotation of a key.",
      target: { name: "KeyId", description: "The key's id or ARN", pattern: "^[A-Za-z0-9:/_-]{1,2048}$" },
      read: {
        service: "kms",
        api: "GetKeyRotationStatus",
        parameters: { KeyId: "{{ KeyId }}" },
        selector: "$.KeyRotationEnabled",
        type: "Boolean",
      },
      change: { service: "kms", api: "EnableKeyRotation", parameters: { KeyId: "{{ KeyId }}" } },
    },
    actions: ["kms:GetKeyRotationStatus", "kms:EnableKeyRotation"],
    resources: ({ partition, accountId }) => [`arn:${partition}:kms:*:${accountId}:key/*`],
  },
  "s3-bucket-level-public-access-prohibited": {
    name: "bucket-access",
    finds: "AWS::S3::Bucket",
    fix: {
      description: "Blocks public access to a bucket.",
      target: { name: "BucketName", description: "The bucket's name", pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" },
      read: {
        service: "s3",
        api: "GetPublicAccessBlock",
        parameters: { Bucket: "{{ BucketName }}" },
        selector: "$.PublicAccessBlockConfiguration",
        type: "StringMap",
      },
      change: {
        service: "s3",
        api: "PutPublicAccessBlock",
        parameters: {
          Bucket: "{{ BucketName }}",
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            IgnorePublicAcls: true,
            BlockPublicPolicy: true,
            RestrictPublicBuckets: true,
          },
        },
      },
    },
    actions: ["s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"],
    // The ARN of a bucket names no account.
    resources: ({ partition }) => [`arn:${partition}:s3:::*`],
    condition: ({ accountId }) => ({ StringEquals: { "aws:ResourceAccount": accountId } }),
  },
} as const satisfies Readonly<Record<RemediableRule, Remediation>>;

/** The remediation of a rule, in the form that all have. */
export function remediationOf(rule: RemediableRule): Remediation {
  return REMEDIATIONS[rule];
}

/**
 * Lets Automation take on the role for runs in the account.
 *
 * @param region "*" is any
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html
 */
export function automationTrust(
  { partition, accountId }: Pick<AccountRegion, "partition" | "accountId">,
  region = "*",
): Statement {
  return trustService("AutomationAssumesRole", "ssm.amazonaws.com", {
    StringEquals: { "aws:SourceAccount": accountId },
    ArnLike: { "aws:SourceArn": `arn:${partition}:ssm:${region}:${accountId}:automation-execution/*` },
  });
}

/** What the role of a remediation may do: its two calls. */
export function remediationStatements(
  { actions, resources, condition }: Remediation,
  place: Pick<AccountRegion, "partition" | "accountId">,
): readonly Statement[] {
  return [
    {
      Sid: "ReadAndPutRight",
      Effect: "Allow",
      Action: actions,
      Resource: oneOrMany(resources(place)),
      ...(condition === undefined ? {} : { Condition: condition(place) }),
    },
  ];
}

/** A parameter of a remediation: the resource that was found, or a value. */
export type RemediationParameter = { readonly resourceValue: "RESOURCE_ID" } | { readonly staticValue: string };

/** What AWS Config gives the runbook: the role, what to put right, and whether to change it. */
export function remediationParameters(
  { fix }: Remediation,
  {
    roleArn,
    target,
    dryRun,
  }: { readonly roleArn: string; readonly target: string | undefined; readonly dryRun: boolean },
): readonly ({ readonly name: string } & RemediationParameter)[] {
  const parameters: ({ readonly name: string } & RemediationParameter)[] = [
    { name: ASSUME_ROLE, staticValue: roleArn },
    target === undefined
      ? { name: fix.target.name, resourceValue: "RESOURCE_ID" }
      : { name: fix.target.name, staticValue: target },
    { name: DRY_RUN, staticValue: String(dryRun) },
  ];
  // In the order in which the provider reads them back, so that it sees no change where there is none.
  return parameters.sort((one, other) => (one.name < other.name ? -1 : 1));
}
