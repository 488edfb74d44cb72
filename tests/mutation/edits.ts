/** What an edit can put into a property: the other words that AWS takes there, and properties that our components leave out. */
import type { WireValue } from "../../pulumi/stack-state";

const AWS_KEY = ["alias/aws/s3"];

/** Property name -> legal words. */
export const OTHER_VALUES: Readonly<Record<string, readonly string[]>> = {
  comparisonOperator: ["GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold"],
  deliveryFrequency: ["One_Hour"],
  insightType: ["ApiCallRateInsight", "ApiErrorRateInsight"],
  kmsKeyId: AWS_KEY,
  kmsMasterKeyId: AWS_KEY,
  metricName: ["ModelInvocationLogsCloudWatchDeliverySuccess"],
  mode: ["GOVERNANCE", "COMPLIANCE"],
  namespace: ["AWS/Logs"],
  objectOwnership: ["BucketOwnerPreferred", "ObjectWriter"],
  owner: ["CUSTOM_LAMBDA"],
  policyArn: ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess"],
  prefix: ["logs/"],
  recordingFrequency: ["DAILY"],
  s3KmsKeyArn: AWS_KEY,
  sourceIdentifier: ["EIP_ATTACHED"],
  sseAlgorithm: ["AES256", "aws:kms"],
  statistic: ["Average", "Minimum", "Maximum", "SampleCount"],
  status: ["Disabled", "Suspended"],
  treatMissingData: ["breaching", "ignore", "missing"],
  useOnly: ["INCLUSION_BY_RESOURCE_TYPES", "EXCLUSION_BY_RESOURCE_TYPES"],
};

export interface Addition {
  readonly path: string;
  readonly value: WireValue;
}

/** Type -> properties that undo a default when they are added. */
export const ADDITIONS: Readonly<Record<string, readonly Addition[]>> = {
  "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration": [
    { path: "loggingConfig.s3Config", value: { bucketName: "prompts" } },
    { path: "loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config", value: { bucketName: "prompts" } },
  ],
  "aws:cfg/recorder:Recorder": [
    { path: "recordingGroup.exclusionByResourceTypes", value: [{ resourceTypes: ["AWS::IAM::Role"] }] },
    { path: "recordingGroup.resourceTypes", value: ["AWS::IAM::Role"] },
    {
      path: "recordingMode.recordingModeOverride",
      value: { recordingFrequency: "DAILY", resourceTypes: ["AWS::IAM::Role"] },
    },
  ],
  "aws:cloudtrail/trail:Trail": [
    { path: "advancedEventSelectors.0.fieldSelectors.1", value: { field: "readOnly", equals: ["false"] } },
    {
      path: "advancedEventSelectors.0.fieldSelectors.1",
      value: { field: "eventSource", notEquals: ["kms.amazonaws.com"] },
    },
    { path: "advancedEventSelectors.1.fieldSelectors.2", value: { field: "readOnly", equals: ["true"] } },
  ],
  "aws:cloudwatch/logGroup:LogGroup": [{ path: "logGroupClass", value: "INFREQUENT_ACCESS" }],
  "aws:cloudwatch/metricAlarm:MetricAlarm": [
    { path: "actionsEnabled", value: false },
    { path: "datapointsToAlarm", value: 5 },
    { path: "dimensions", value: { ModelId: "amazon.nova-lite-v1:0" } },
  ],
  "aws:iam/role:Role": [
    { path: "inlinePolicies", value: [{ name: "more", policy: "{}" }] },
    { path: "managedPolicyArns", value: ["arn:aws:iam::aws:policy/AdministratorAccess"] },
  ],
  "aws:kms/key:Key": [
    { path: "bypassPolicyLockoutSafetyCheck", value: true },
    { path: "isEnabled", value: false },
    { path: "customKeyStoreId", value: "cks-1234567890abcdef0" },
  ],
  "aws:s3/bucket:Bucket": [{ path: "acl", value: "public-read" }],
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": [
    { path: "rules.0.filter.objectSizeGreaterThan", value: 1024 },
  ],
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": [],
};
