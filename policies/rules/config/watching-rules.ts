/**
 * The managed rules of AWS Config that watch an account with AI workloads, and where AWS offers them, beyond those on the
 * trail that account-has-config-rules demands. The page of a rule says its regions.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html
 */

interface Offered {
  /** `undefined` for every region. */
  readonly regions: readonly string[] | undefined;
  readonly identifiers: readonly string[];
}

function regions(names: string): readonly string[] {
  return names.split(" ");
}

const OFFERED: readonly Offered[] = [
  {
    regions: undefined,
    identifiers: [
      "CLOUDTRAIL_SECURITY_TRAIL_ENABLED",
      "S3_BUCKET_PUBLIC_READ_PROHIBITED",
      "S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
      "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED",
      "S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC",
      "S3_BUCKET_SSL_REQUESTS_ONLY",
      "S3_BUCKET_VERSIONING_ENABLED",
      "CMK_BACKING_KEY_ROTATION_ENABLED",
    ],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
        "ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 " +
        "ap-southeast-7 ca-central-1 ca-west-1 cn-north-1 cn-northwest-1 eu-central-1 eu-central-2 eu-north-1 " +
        "eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-south-1 mx-central-1 sa-east-1 " +
        "us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2",
    ),
    identifiers: ["CW_LOGGROUP_RETENTION_PERIOD_CHECK"],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
        "ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 " +
        "ap-southeast-7 ca-central-1 ca-west-1 cn-north-1 cn-northwest-1 eu-central-1 eu-central-2 eu-north-1 " +
        "eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 " +
        "mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2",
    ),
    identifiers: ["CLOUDWATCH_ALARM_ACTION_ENABLED_CHECK"],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
        "ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 cn-north-1 cn-northwest-1 " +
        "eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 " +
        "me-central-1 me-south-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2",
    ),
    identifiers: ["EKS_CLUSTER_LOG_ENABLED"],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
        "ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 eu-central-1 eu-central-2 " +
        "eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 " +
        "sa-east-1 us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2",
    ),
    identifiers: ["EKS_CLUSTER_SECRETS_ENCRYPTED"],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 " +
        "ap-southeast-2 ap-southeast-3 ca-central-1 eu-central-1 eu-north-1 eu-south-1 eu-west-1 eu-west-2 " +
        "eu-west-3 me-south-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2",
    ),
    identifiers: [
      "EKS_ENDPOINT_NO_PUBLIC_ACCESS",
      "SAGEMAKER_MODEL_IN_VPC",
      "SAGEMAKER_MODEL_ISOLATION_ENABLED",
      "SAGEMAKER_DOMAIN_IN_VPC",
    ],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
        "ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ca-central-1 ca-west-1 " +
        "cn-north-1 cn-northwest-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 " +
        "eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 " +
        "us-gov-east-1 us-gov-west-1 us-west-1 us-west-2",
    ),
    identifiers: ["S3_BUCKET_ACL_PROHIBITED"],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
        "ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 " +
        "ca-central-1 ca-west-1 cn-north-1 cn-northwest-1 eu-central-1 eu-central-2 eu-north-1 eu-south-2 " +
        "eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 " +
        "us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2",
    ),
    identifiers: ["KMS_CMK_NOT_SCHEDULED_FOR_DELETION"],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
        "ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 cn-north-1 cn-northwest-1 " +
        "eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 " +
        "il-central-1 me-central-1 me-south-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2",
    ),
    identifiers: ["KMS_KEY_POLICY_NO_PUBLIC_ACCESS"],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 " +
        "ap-southeast-2 ap-southeast-3 ca-central-1 cn-north-1 cn-northwest-1 eu-central-1 eu-north-1 " +
        "eu-south-1 eu-west-1 eu-west-2 eu-west-3 me-south-1 sa-east-1 us-east-1 us-east-2 us-gov-east-1 " +
        "us-gov-west-1 us-west-1 us-west-2",
    ),
    identifiers: [
      "IAM_CUSTOMER_POLICY_BLOCKED_KMS_ACTIONS",
      "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS",
      "IAM_ROOT_ACCESS_KEY_CHECK",
      "IAM_USER_MFA_ENABLED",
      "ACCESS_KEYS_ROTATED",
    ],
  },
  {
    regions: regions(
      "ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 " +
        "ca-central-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 " +
        "eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-2",
    ),
    identifiers: ["BEDROCK_DATA_SOURCE_ENCRYPTION_ENABLED"],
  },
  {
    regions: regions(
      "ap-northeast-1 ap-south-1 ap-southeast-1 ap-southeast-2 eu-central-1 eu-west-1 us-east-1 us-east-2",
    ),
    identifiers: ["BEDROCK_AGENTCORE_MEMORY_ENCRYPTION_ENABLED"],
  },
  {
    regions: regions(
      "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 " +
        "eu-north-1 eu-west-1 eu-west-2 eu-west-3 us-east-1 us-east-2 us-west-2",
    ),
    identifiers: [
      "BEDROCKAGENTCORE_GATEWAY_AUTHORIZER_ENABLED",
      "BEDROCKAGENTCORE_RUNTIME_PRIVATE_NETWORK_REQUIRED",
      "BEDROCKAGENTCORE_CODEINTERPRETER_NETWORKMODE_CHECK",
    ],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
        "ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 ca-west-1 cn-north-1 " +
        "cn-northwest-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 " +
        "eu-west-3 il-central-1 me-central-1 me-south-1 sa-east-1 us-east-1 us-east-2 us-gov-east-1 " +
        "us-gov-west-1 us-west-1 us-west-2",
    ),
    identifiers: ["SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS", "SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED"],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 " +
        "ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-south-1 eu-west-1 eu-west-2 eu-west-3 " +
        "me-south-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2",
    ),
    identifiers: ["SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC", "SAGEMAKER_NOTEBOOK_INSTANCE_ROOT_ACCESS_CHECK"],
  },
  {
    regions: regions(
      "af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 " +
        "ap-southeast-1 ap-southeast-2 ap-southeast-3 ca-central-1 ca-west-1 cn-north-1 cn-northwest-1 " +
        "eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 " +
        "il-central-1 me-central-1 me-south-1 sa-east-1 us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 " +
        "us-west-1 us-west-2",
    ),
    identifiers: ["SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED"],
  },
];

/** The identifiers of the rules that watch a region. */
export function watchingRules(region: string): readonly string[] {
  return OFFERED.flatMap(({ regions: offered, identifiers }) =>
    offered === undefined || offered.includes(region) ? identifiers : [],
  );
}

/** A custom policy rule, by what its text asks of which type. */
export interface WatchingPolicy {
  readonly resourceType: string;
  /** The property of the configuration item that the text names. */
  readonly property: string;
}

/** What no managed rule watches. */
export const WATCHING_POLICIES: readonly WatchingPolicy[] = [
  { resourceType: "AWS::Bedrock::Guardrail", property: "Status" },
  { resourceType: "AWS::Bedrock::Guardrail", property: "KmsKeyArn" },
  { resourceType: "AWS::Bedrock::KnowledgeBase", property: "Status" },
];
