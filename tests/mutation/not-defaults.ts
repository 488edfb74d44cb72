/**
 * The edits that no rule objects to, and why none should. An entry is as narrow as its reason; one that excuses nothing
 * fails the suite, so that no excuse outlives what it was for.
 */
import type { Kind, Mutant } from "./mutants";

export interface NotADefault {
  readonly kinds: readonly Kind[];
  /** The whole of the mutant's type. */
  readonly type: RegExp;
  /** The whole of its path. */
  readonly path: RegExp;
  /** The whole of its role, where the reason holds for some only. */
  readonly role?: RegExp;
  readonly values?: readonly unknown[];
  /** Completes "no rule objects, because ...". */
  readonly why: string;
}

/** Whether the entry is about the mutant. */
export function excuses(entry: NotADefault, mutant: Mutant): boolean {
  return (
    entry.kinds.includes(mutant.kind) &&
    isWhole(entry.type, mutant.type) &&
    isWhole(entry.path, mutant.path) &&
    (entry.role === undefined || isWhole(entry.role, mutant.role)) &&
    (entry.values === undefined || entry.values.includes(mutant.value))
  );
}

function isWhole(pattern: RegExp, text: string): boolean {
  return new RegExp(`^(?:${pattern.source})$`).test(text);
}

const ANY = /.*/;
const ADMINISTRATION = "policy\\.AccountAdministersKeyThroughIam";

const NAMES: readonly NotADefault[] = [
  { kinds: ["delete"], type: ANY, path: /\w+\.\w+\.Sid/, why: "a Sid is a label" },
  { kinds: ["delete"], type: ANY, path: /description|alarmDescription/, why: "it is a description" },
  {
    kinds: ["delete"],
    type: /cloudwatch\/logMetricFilter:LogMetricFilter/,
    path: /metricTransformation\.unit/,
    why: "a unit labels a metric, and the alarm asks for none",
  },
  {
    kinds: ["delete"],
    type: /cloudwatch\/eventTarget:EventTarget/,
    path: /targetId/,
    why: "the provider then chooses one",
  },
  { kinds: ["delete"], type: /(?!s3\/bucket:).*/, path: /name/, why: "AWS or Pulumi then chooses a name" },
  { kinds: ["delete"], type: /s3\/bucketLifecycle.*/, path: /rules\.0\.id/, why: "it is a label" },
  {
    kinds: ["delete"],
    type: /cloudtrail\/trail:Trail/,
    path: /advancedEventSelectors\.\d+\.name/,
    why: "it is a label",
  },
  {
    kinds: ["remove"],
    type: /kms\/alias:Alias/,
    path: ANY,
    why: "an alias is a name, by which nothing here refers to a key",
  },
  { kinds: ["delete"], type: /kms\/alias:Alias/, path: /targetKeyId/, why: "the provider requires it" },
  {
    kinds: ["delete"],
    type: ANY,
    path: /region/,
    why: "the region of the component around it holds for the rules; at home it is the provider's own",
  },
];

const SAME_MEANING: readonly NotADefault[] = [
  { kinds: ["delete"], type: /ssm\/document:Document/, path: /documentFormat/, why: "absent means JSON" },
  {
    kinds: ["delete"],
    type: /cfg\/remediationConfiguration:RemediationConfiguration/,
    path: /automatic/,
    why: "absent means false",
  },
  {
    kinds: ["delete"],
    type: /cfg\/remediationConfiguration:RemediationConfiguration/,
    path: /resourceType/,
    why: "the rule finds resources of that type alone",
  },
  {
    kinds: ["delete"],
    type: /athena\/workgroup:Workgroup/,
    path: /configuration\.enforceWorkgroupConfiguration|configuration\.publishCloudwatchMetricsEnabled/,
    why: "absent means true",
  },
  {
    kinds: ["remove"],
    type: /s3\/bucketOwnershipControls:.*/,
    path: ANY,
    why: "S3 gives a new bucket the same ownership",
  },
  {
    kinds: ["delete"],
    type: /kms\/key:Key/,
    path: /deletionWindowInDays|rotationPeriodInDays/,
    why: "absent means 30 and 365 days",
  },
  { kinds: ["delete"], type: /s3\/bucket:Bucket/, path: /forceDestroy|objectLockEnabled/, why: "absent means false" },
  {
    kinds: ["delete"],
    type: /sqs\/queue:Queue/,
    path: /sqsManagedSseEnabled/,
    why: "SQS encrypts a new queue by itself",
  },
  { kinds: ["delete"], type: /cloudwatch\/eventRule:EventRule/, path: /state/, why: "absent means enabled" },
  { kinds: ["delete"], type: /ebs\/encryptionByDefault:.*/, path: /enabled/, why: "absent means on" },
  { kinds: ["delete"], type: /guardduty\/detector:Detector/, path: /enable/, why: "absent means enabled" },
  { kinds: ["delete"], type: /macie2\/account:Account/, path: /status/, why: "absent means enabled" },
  {
    kinds: ["delete"],
    type: /securityhub\/account:Account/,
    path: /autoEnableControls|controlFindingGenerator/,
    why: "absent means that new controls are enabled, and one finding a control, as a new hub has it",
  },
  {
    kinds: ["delete"],
    type: /accessanalyzer\/analyzer:Analyzer/,
    path: /type/,
    why: "absent means access from outside the account",
  },
  {
    kinds: ["delete", "flip"],
    type: /s3\/bucket:Bucket/,
    role: /trail-bucket|(k8s-)?export-bucket|macie-bucket/,
    path: /objectLockEnabled/,
    why: "the lock's own resource enables it on a bucket with versions",
  },
  {
    kinds: ["delete"],
    type: /s3\/bucketLifecycle.*/,
    path: /rules\.0\.filter(\.prefix)?/,
    why: "a rule without a filter is on every object too",
  },
  {
    kinds: ["delete"],
    type: /cloudtrail\/trail:Trail/,
    path: /enableLogging|includeGlobalServiceEvents|isOrganizationTrail/,
    why: "absent means what the component says",
  },
  {
    kinds: ["delete"],
    type: /bedrockmodel\/.*/,
    path: /loggingConfig\.textDataDeliveryEnabled/,
    why: "absent means on, as redacted mode has it",
  },
  {
    kinds: ["delete", "drop-item"],
    type: /cfg\/recorder:Recorder/,
    path: /recordingGroup\.(allSupported|recordingStrategies(\.0(\.useOnly)?)?)|recordingMode(\.recordingFrequency)?/,
    why: "absent means everything, continuously",
  },
  {
    kinds: ["delete"],
    type: /cfg\/deliveryChannel:.*/,
    path: /snapshotDeliveryProperties(\.deliveryFrequency)?/,
    why: "absent means once in 24 hours",
  },
  {
    kinds: ["remove"],
    type: /cfg\/retentionConfiguration:.*/,
    path: ANY,
    why: "without it AWS Config keeps items for 2557 days",
  },
  {
    kinds: ["delete", "set"],
    type: /cloudwatch\/metricAlarm:.*/,
    path: /treatMissingData/,
    why: "the first failure still raises the alarm; what changes is its state in quiet times",
  },
  {
    kinds: ["set"],
    type: /cloudwatch\/metricAlarm:.*/,
    path: /statistic/,
    values: ["Maximum"],
    why: "the largest count of a period is above 0 as soon as their sum is",
  },
  {
    kinds: ["everyone", "delete"],
    type: /kms\/key:Key/,
    path: /policy\.OnlyBreakGlassRemovesKey\.(Principal(\.AWS)?|Resource)/,
    why: "it is everyone already, and in a key's policy every resource is the key itself",
  },
  {
    kinds: ["add"],
    type: /kms\/key:Key/,
    path: /bypassPolicyLockoutSafetyCheck/,
    why: "it is there already, for a policy that named principals can change",
  },
  {
    kinds: ["every-action"],
    type: /kms\/key:Key/,
    path: new RegExp(`${ADMINISTRATION}\\.Action`),
    why: "in a key's policy it is kms:*",
  },
  {
    kinds: ["every-resource"],
    type: /s3\/bucketPolicy:.*|sns\/topicPolicy:.*|sqs\/queuePolicy:.*/,
    path: /policy\.\w+\.Resource/,
    why: "a resource's policy reaches no other resource, and S3 refuses it besides",
  },
  {
    kinds: ["drop-condition", "open-condition", "delete"],
    type: /s3\/bucketPolicy:.*/,
    path: /policy\.(ConfigDeliversConfiguration|AWSCloudTrailWrite20150319)\.Condition(\.StringEquals\.s3:x-amz-acl)?/,
    why: "a bucket that owns its objects has no access control lists",
  },
  {
    kinds: ["delete", "flip"],
    type: /cfg\/rule:Rule/,
    path: /source\.customPolicyDetails\.enableDebugLogDelivery/,
    why: "it is for whoever debugs the rule's text",
  },
];

const WORDING: readonly NotADefault[] = [
  {
    kinds: ["delete"],
    type: /cloudwatch\/eventTarget:EventTarget/,
    path: /inputTransformer(\.inputPaths(\.\w+)?|\.inputTemplate)?/,
    why: "it words what is sent; EventBridge refuses a text that names a path which is not there",
  },
];

const STRICTER: readonly NotADefault[] = [
  {
    kinds: ["delete", "set"],
    type: /backup\/plan:Plan/,
    path: /rules\.0\.lifecycle(\.deleteAfter)?/,
    why: "recovery points are then kept longer, or for ever",
  },
  {
    kinds: ["delete", "drop-condition", "every-action"],
    type: /backup\/vaultPolicy:VaultPolicy/,
    path: /policy\.OnlyBreakGlassRemovesBackups\.(Action|Condition(\..*)?)/,
    why: "the vault then refuses more, or to more",
  },
  {
    kinds: ["set"],
    type: /iam\/accountPasswordPolicy:AccountPasswordPolicy/,
    path: /maxPasswordAge/,
    values: [1, 45],
    why: "passwords then expire sooner",
  },
  {
    kinds: ["set"],
    type: /iam\/accountPasswordPolicy:AccountPasswordPolicy/,
    path: /minimumPasswordLength|passwordReusePrevention/,
    values: [1_000_000],
    why: "passwords are then longer, or used again later",
  },
  {
    kinds: ["set"],
    type: /bedrock\/guardrail:Guardrail/,
    path: /contextualGroundingPolicyConfig\.filtersConfigs\.\d+\.threshold/,
    values: [1, 1_000_000],
    why: "more answers are then blocked",
  },
  {
    kinds: ["flip"],
    type: /s3\/bucket:Bucket/,
    role: /queries-results/,
    path: /objectLockEnabled/,
    why: "results may be locked, though they are no evidence",
  },
  {
    kinds: ["every-action"],
    type: /kms\/key:Key/,
    path: /policy\.OnlyBreakGlassRemovesKey\.Action/,
    why: "it denies more, and a key that nobody may use is noticed at its first use",
  },
  {
    kinds: ["every-action"],
    type: /s3\/bucketPolicy:.*|sns\/topicPolicy:.*|sqs\/queuePolicy:.*/,
    path: /policy\.DenyInsecureTransport\.Action/,
    why: "it denies more",
  },
  { kinds: ["flip"], type: /cloudtrail\/trail:Trail/, path: /isOrganizationTrail/, why: "it covers more accounts" },
  {
    kinds: ["drop-item"],
    type: /cloudtrail\/trail:Trail/,
    path: /advancedEventSelectors\.80\.fieldSelectors\.2/,
    why: "without the buckets' ARNs the selector takes in the objects of every bucket",
  },
  {
    kinds: ["flip"],
    type: /s3\/bucket:Bucket/,
    role: /(trail-)?access-logs/,
    path: /objectLockEnabled/,
    why: "it allows a lock",
  },
  {
    kinds: ["set"],
    type: /kms\/key:Key/,
    path: /rotationPeriodInDays/,
    values: [0, 1, 182],
    why: "it rotates sooner, or AWS refuses it",
  },
  { kinds: ["set"], type: /cloudwatch\/metricAlarm:.*/, path: /threshold/, values: [0], why: "it is raised sooner" },
  {
    kinds: ["set"],
    type: /cfg\/deliveryChannel:.*/,
    path: /snapshotDeliveryProperties\.deliveryFrequency/,
    why: "it delivers more often",
  },
  {
    kinds: ["add"],
    type: /kms\/key:Key/,
    path: /customKeyStoreId/,
    why: "a key in the customer's own hardware does not rotate by itself and is not asked to",
  },
  {
    kinds: ["set"],
    type: /cloudwatch\/metricAlarm:MetricAlarm/,
    role: /audit-alarms-silence|feeds-cluster-.*/,
    path: /comparisonOperator|threshold/,
    values: ["LessThanOrEqualToThreshold", 1_000_000],
    why: "it is raised at more than silence as well",
  },
];

const WITHIN_BOUNDS: readonly NotADefault[] = [
  {
    kinds: ["set"],
    type: /s3\/bucket(LifecycleConfiguration|ObjectLockConfiguration):.*/,
    role: /export-bucket-(lifecycle|object-lock)/,
    path: /rules\.0\.expiration\.days|rule\.defaultRetention\.(days|mode)/,
    values: [182, "COMPLIANCE"],
    why: "prompts are kept for three months by the component's default; what is more is the profile's",
  },
  {
    kinds: ["set"],
    type: /athena\/workgroup:Workgroup/,
    path: /configuration\.bytesScannedCutoffPerQuery/,
    why: "another limit is a limit",
  },
  {
    kinds: ["set"],
    type: /s3\/bucketLifecycle.*/,
    path: /rules\.0\.(abortIncompleteMultipartUpload\.daysAfterInitiation|noncurrentVersionExpiration\.noncurrentDays)/,
    why: "how soon remainders go is the owner's choice; a lock holds what it locks",
  },
  {
    kinds: ["set"],
    type: /s3\/bucketLifecycle.*/,
    path: /rules\.0\.expiration\.days/,
    values: [200, 1278],
    why: "it is within the bounds that rules hold: a year for the trail's bucket, a month for others",
  },
  {
    kinds: ["delete", "set"],
    type: /sqs\/queue:Queue/,
    path: /messageRetentionSeconds/,
    why: "how long an undelivered event waits is the owner's choice, of two weeks at most",
  },
  {
    kinds: ["delete"],
    type: /cloudwatch\/eventTarget:EventTarget/,
    path: /deadLetterConfig(\.arn)?/,
    why: "EventBridge tries for a day; a queue for what it then drops is the owner's choice",
  },
  {
    kinds: ["set"],
    type: /cfg\/retentionConfiguration:.*/,
    path: /retentionPeriodInDays/,
    values: [1278],
    why: "it is within the bounds: a year at least",
  },
  {
    kinds: ["set"],
    type: /s3\/bucketObjectLock.*/,
    path: /rule\.defaultRetention\.(days|mode)/,
    values: [1096, 1_000_000, "GOVERNANCE"],
    why: "a year in the mode GOVERNANCE is the component's default; what is more is the profile's",
  },
];

/** An edit of any kind, where the reason holds for all of them. */
const EVERY_KIND: readonly Kind[] = [
  "delete",
  "flip",
  "set",
  "drop-item",
  "add",
  "drop-statement",
  "drop-condition",
  "open-condition",
  "everyone",
  "every-resource",
  "every-action",
  "reverse",
];

const REFUSED: readonly NotADefault[] = [
  {
    kinds: ["delete"],
    type: /ssm\/document:Document|cfg\/remediationConfiguration:RemediationConfiguration/,
    path: /content|documentType|targetId|targetType|parameters\.\d\.name/,
    why: "the provider requires it",
  },
  {
    kinds: ["delete", "drop-item"],
    type: /cfg\/remediationConfiguration:RemediationConfiguration/,
    path: /parameters(\.\d(\.(static|resource)Value)?)?/,
    why: "Systems Manager starts no run that lacks what the runbook asks for, and one that is not told is a dry run",
  },
  {
    kinds: ["delete", "drop-statement", "drop-item", "reverse", "remove"],
    type: /iam\/role(Policy)?:Role(Policy)?/,
    role: /remediation-[a-z-]+-role(-policy)?/,
    path: /|role|assumeRolePolicy(\.AutomationAssumesRole(\.(Effect|Principal|Action))?)?|policy(\.ReadAndPutRight(\.(Effect|Action(\.\d)?|Resource))?)?/,
    why: "a run says that its role cannot be assumed or may not make the call, and has changed nothing",
  },
  {
    kinds: ["remove"],
    type: /ssm\/document:Document/,
    path: ANY,
    why: "AWS Config refuses a remediation whose document is not there",
  },
  {
    kinds: ["delete", "drop-item"],
    type: /backup\/(plan:Plan|selection:Selection)/,
    path: /rules(\.0(\.(ruleName|targetVaultName))?)?|iamRoleArn|planId/,
    why: "the provider requires it",
  },
  {
    kinds: ["delete", "drop-statement", "reverse"],
    type: /iam\/role:Role/,
    role: /backup-role/,
    path: /assumeRolePolicy(\.BackupAssumesRole(\.(Effect|Principal|Action))?)?/,
    why: "AWS Backup says of each job that it cannot assume the role, and IAM refuses a trust without a principal or an action",
  },
  {
    kinds: ["delete", "set", "remove"],
    type: /iam\/role(PolicyAttachment)?:Role(PolicyAttachment)?/,
    role: /backup-role(-\w+)?/,
    path: /|policyArn|role/,
    why: "AWS Backup says of each job that its role may not read the resource",
  },
  {
    kinds: ["remove"],
    type: /backup\/(plan:Plan|vault:Vault)|kms\/key:Key/,
    role: /backup-(key|plan|vault)/,
    path: ANY,
    why: "AWS Backup refuses a vault without its key, a plan without its vault, and a selection without its plan",
  },
  {
    kinds: ["remove"],
    type: /lambda\/(function:Function|permission:Permission)|iam\/role(Policy)?:Role(Policy)?|cloudwatch\/logGroup:LogGroup/,
    role: /checks(-(permission|role|role-policy|log-group))?/,
    path: ANY,
    why: "AWS Config refuses a rule whose function is not there, or says of it that the function fails",
  },
  {
    kinds: ["delete"],
    type: /cloudwatch\/logDelivery(Destination|Source)?:.*/,
    path: /deliveryDestinationConfiguration(\.destinationResourceArn)?|logType|resourceArn|deliveryDestinationArn|deliverySourceName/,
    why: "the provider asks for it",
  },
  {
    kinds: ["delete"],
    type: /cloudwatch\/(logDataProtectionPolicy:LogDataProtectionPolicy|logResourcePolicy:LogResourcePolicy)/,
    role: /vended-(log-group-data-protection|policy)/,
    path: /logGroupName|policyDocument|policyName/,
    why: "the provider asks for it",
  },
  {
    kinds: EVERY_KIND,
    type: /lambda\/(function:Function|permission:Permission)/,
    role: /checks(-permission)?/,
    path: ANY,
    why: "AWS Config refuses a rule whose function it cannot call, and says of a rule that its function fails",
  },
  {
    kinds: EVERY_KIND,
    type: /iam\/role(Policy)?:Role(Policy)?/,
    role: /checks-role(-policy)?/,
    path: /(assumeRolePolicy|policy)(\..*)?|role/,
    why: "Lambda refuses a role that it cannot assume, and a function that may not read fails, which AWS Config says of its rule",
  },
  {
    kinds: ["delete"],
    type: /macie2\/(classificationExportConfiguration|classificationJob):.*/,
    path: /s3Destination(\.(bucketName|kmsKeyArn))?|scheduleFrequency(\.weeklySchedule)?|s3JobDefinition\.bucketDefinitions\.0\.accountId/,
    why: "the provider requires it, or Macie of a job on a schedule",
  },
  {
    kinds: ["delete"],
    type: /cloudwatch\/log(Stream:LogStream|SubscriptionFilter:LogSubscriptionFilter)/,
    path: /logGroupName|logGroup|destinationArn|filterPattern|roleArn/,
    role: /(k8s-)?export-(errors-stream|subscription-\w+)/,
    why: "the provider requires it",
  },
  {
    kinds: ["delete", "drop-item"],
    type: /kinesis\/firehoseDeliveryStream:FirehoseDeliveryStream/,
    path: /destination|extendedS3Configuration(\.(roleArn|bucketArn|processingConfiguration\.processors\.\d\.(type|parameters.*)))?/,
    why: "the provider requires it, or Firehose refuses the processor",
  },
  {
    kinds: ["delete", "drop-item"],
    type: /inspector2\/enabler:Enabler|securityhub\/standardsSubscription:StandardsSubscription/,
    path: /accountIds(\.0)?|standardsArn/,
    why: "the provider requires it",
  },
  {
    kinds: ["delete"],
    type: /accessanalyzer\/analyzer:Analyzer|guardduty\/detectorFeature:DetectorFeature/,
    path: /analyzerName|detectorId|additionalConfigurations\.\d\.(name|status)/,
    why: "the provider requires it",
  },
  {
    kinds: ["set"],
    type: /guardduty\/detectorFeature:DetectorFeature/,
    path: /additionalConfigurations\.\d\.status/,
    values: ["Disabled", "Suspended"],
    why: "GuardDuty takes ENABLED and DISABLED",
  },
  {
    kinds: ["delete"],
    type: /bedrock\/guardrail:Guardrail/,
    path: /blocked(Input|Outputs)Messaging|\w+\.\w+\.0\.(type|action|inputStrength|outputStrength)/,
    why: "the provider requires it",
  },
  {
    kinds: ["delete"],
    type: /bedrock\/guardrailVersion:GuardrailVersion|cloudwatch\/dashboard:Dashboard/,
    path: /guardrailArn|dashboardName/,
    why: "the provider requires it",
  },
  {
    kinds: ["delete", "drop-item"],
    type: /cfg\/configurationAggregator:ConfigurationAggregator/,
    path: /accountAggregationSource\.accountIds(\.0)?/,
    why: "AWS refuses a source without accounts",
  },
  { kinds: ["delete"], type: /s3\/bucketLogging:.*/, path: /targetBucket/, why: "the provider requires it" },
  {
    kinds: ["remove"],
    type: /kms\/key:Key|s3\/bucket:Bucket/,
    role: /queries-(key|results)/,
    path: ANY,
    why: "the workgroup is made of its name or ARN",
  },
  {
    kinds: ["add"],
    type: /cloudwatch\/metricAlarm:MetricAlarm/,
    role: /audit-alarms-silence|feeds-cluster-.*/,
    path: /datapointsToAlarm/,
    why: "AWS takes no more data points than periods",
  },
  {
    kinds: ["delete"],
    type: /cloudwatch\/logMetricFilter:LogMetricFilter/,
    path: /metricTransformation\.value/,
    why: "the provider requires it",
  },
  {
    kinds: ["delete"],
    type: /cloudwatch\/eventTarget:EventTarget/,
    path: /arn/,
    why: "the provider requires it",
  },
  {
    kinds: ["set"],
    type: /kms\/key:Key/,
    path: /deletionWindowInDays/,
    values: [1_000_000],
    why: "AWS takes 30 days at most",
  },
  {
    kinds: ["delete", "set"],
    type: /cloudwatch\/metricAlarm:.*/,
    path: /period/,
    why: "AWS takes known periods only, and requires one",
  },
  {
    kinds: ["delete", "drop-statement", "reverse"],
    type: /kms\/key:Key/,
    path: new RegExp(`${ADMINISTRATION}(\\.(Action|Principal|Resource|Effect))?`),
    why: "AWS refuses a key that nobody can manage, unless told not to check, which kms-key-lockout-safety-check forbids",
  },
  {
    kinds: ["delete"],
    type: /cfg\/rule:Rule/,
    role: /rules-access-keys-rotated/,
    path: /inputParameters/,
    why: "AWS Config refuses a managed rule without its parameter",
  },
  {
    kinds: ["delete"],
    type: /cloudtrail\/trail:Trail|cfg\/deliveryChannel:DeliveryChannel/,
    path: /s3BucketName/,
    why: "the provider requires it",
  },
  {
    kinds: ["delete"],
    type: /s3\/bucketOwnershipControls:BucketOwnershipControls/,
    path: /bucket/,
    why: "the provider requires it",
  },
  {
    kinds: ["delete"],
    type: /iam\/serviceLinkedRole:ServiceLinkedRole/,
    path: /awsServiceName/,
    why: "the provider requires it",
  },
  {
    kinds: ["delete", "flip"],
    type: /kms\/key:Key/,
    path: /bypassPolicyLockoutSafetyCheck/,
    why: "KMS then refuses a policy that its caller could not change again, unless the caller is a break-glass principal",
  },
];

const OTHER_CONDITION = "the statement's other condition binds the grant to this account all the same";

const GRANTED_TWICE: readonly NotADefault[] = [
  {
    kinds: ["every-resource", "delete", "drop-condition", "open-condition"],
    type: /iam\/rolePolicy:RolePolicy/,
    role: /remediation-[a-z-]+-role-policy/,
    path: /policy\.ReadAndPutRight\.(Resource|Condition(\..*)?)/,
    why: "the grant is of every trail, key or bucket of the account as it is, and the call reaches another account's only where that lets it in",
  },
  {
    kinds: EVERY_KIND,
    type: /cloudwatch\/logResourcePolicy:LogResourcePolicy/,
    role: /vended-policy/,
    path: /policyDocument\.LogDeliveryWrites.*/,
    why: "the account and the source each bind whoever writes, and a delivery that may not write is refused when it is made",
  },
  {
    kinds: ["delete", "drop-condition", "open-condition"],
    type: /iam\/rolePolicy:RolePolicy/,
    role: /(k8s-)?export-role-policy/,
    path: /policy\.EncryptObjects\.Condition(\.\w+\.kms:(ViaService|EncryptionContext:aws:s3:arn))?/,
    why: "the grant is of one key, which encrypts this export and nothing else",
  },
  {
    kinds: ["delete", "drop-item", "drop-statement"],
    type: /kms\/key:Key/,
    role: /trail-key/,
    path: /policy\.(CloudTrailEncryptsLogs|CloudTrailDecryptsLogs|CloudTrailEncryptsNotifications)(\.(Action|Principal|Resource)(\.0)?)?/,
    why: "the key's other statements let CloudTrail encrypt and decrypt for this trail",
  },
  {
    kinds: ["drop-item"],
    type: /kms\/key:Key/,
    path: /policy\.CloudWatchLogsEncryptsLogGroups\.Action\.4/,
    why: "describing the key is done by whoever creates the group",
  },
  {
    kinds: ["drop-condition", "open-condition"],
    type: /iam\/role:Role/,
    path: /assumeRolePolicy\.\w+\.Condition\.\w+\.aws:Source(Arn|Account)/,
    why: OTHER_CONDITION,
  },
  {
    kinds: ["drop-condition", "open-condition"],
    type: /kms\/key:Key/,
    path: /policy\.(CloudTrailEncryptsLogs|CloudWatchAlarmsEncryptsNotifications|MacieEncryptsResults)\.Condition\.\w+\.(aws:Source(Arn|Account)|kms:EncryptionContext:.*)/,
    why: OTHER_CONDITION,
  },
  {
    kinds: ["drop-condition", "open-condition"],
    type: /sns\/topicPolicy:.*|s3\/bucketPolicy:.*/,
    path: /policy\.(CloudWatchAlarmsPublishes|MacieDeliversResults|MacieFindsBucket|S3DeliversAccessLogs)\.Condition\.\w+\.aws:Source(Arn|Account)/,
    why: OTHER_CONDITION,
  },
];

const OF_THE_SERVICE: readonly NotADefault[] = [
  {
    kinds: ["everyone", "every-action"],
    type: /sqs\/queuePolicy:QueuePolicy/,
    path: /policy\.EventBridgeKeepsUndelivered\.(Principal(\.AWS)?|Action)/,
    why: "only calls on behalf of this account's rules meet the condition, and EventBridge makes no other than this one",
  },
];

const COUNTED_TWICE: readonly NotADefault[] = [
  {
    kinds: ["remove", "delete", "drop-item", "set"],
    type: /cfg\/rule:Rule/,
    role: /checks-(ai-log-retention|invocation-logging)/,
    path: /|inputParameters|source(\..*)?/,
    why: "one rule that a function answers is asked for in a region, and the other is left",
  },
  {
    kinds: ["delete", "set", "add", "remove", "drop-item", "flip"],
    type: /cloudwatch\/(metricAlarm:MetricAlarm|logMetricFilter:LogMetricFilter)/,
    role: /audit-alarms-denied-model-calls(-filter)?/,
    path: ANY,
    why: "the filter on refused calls counts those of models too",
  },
];

const OF_THE_ACCOUNT: readonly NotADefault[] = [
  {
    kinds: ["delete", "set"],
    type: /backup\/plan:Plan/,
    path: /rules\.0\.(completionWindow|schedule|startWindow)/,
    why: "when backups begin, and how long they may take, is for each account to decide",
  },
  {
    kinds: ["set"],
    type: /backup\/vaultLockConfiguration:VaultLockConfiguration/,
    path: /minRetentionDays/,
    why: "for how many days backups have to last is for each account to decide",
  },
  {
    kinds: ["unprotect"],
    type: /backup\/vaultLockConfiguration:VaultLockConfiguration/,
    path: ANY,
    why: "the vault is protected, and a lock that is taken away is told of, whoever does it",
  },
  {
    kinds: ["delete", "flip"],
    type: /backup\/vault:Vault/,
    path: /forceDestroy/,
    why: "a vault that is protected is not deleted, and what a lock holds cannot be",
  },
  {
    kinds: ["drop-item"],
    type: /backup\/vaultPolicy:VaultPolicy/,
    path: /policy\.OnlyBreakGlassRemovesBackups\.Action\.[02456]/,
    why: "a vault that holds recovery points cannot be deleted, and who may lift the refusal is for each account to decide",
  },
  {
    kinds: ["remove"],
    type: /cloudwatch\/log(Group:LogGroup|DataProtectionPolicy:.*|Delivery(Destination|Source)?:.*|ResourcePolicy:.*)/,
    role: /vended-.*/,
    path: ANY,
    why: "the account's own list says of which resources elsewhere logs are delivered",
  },
  {
    kinds: ["delete", "flip", "set"],
    type: /macie2\/classificationJob:ClassificationJob/,
    path: /initialRun|samplingPercentage/,
    why: "how much of its training data an account has looked into, and pays for, is for it to decide",
  },
  {
    kinds: ["delete"],
    type: /macie2\/account:Account/,
    path: /findingPublishingFrequency/,
    why: "findings of sensitive data are told at once; the frequency is that of findings about buckets that occur again",
  },
  {
    kinds: ["delete", "flip"],
    type: /securityhub\/account:Account/,
    path: /enableDefaultStandards/,
    why: "which standards are checked beside that on AI is for each account to decide",
  },
  {
    kinds: ["remove"],
    type: /securityhub\/standardsSubscription:StandardsSubscription/,
    path: ANY,
    role: /standards-aws-foundational-security-best-practices/,
    why: "which standards are checked beside that on AI is for each account to decide",
  },
  {
    kinds: ["delete", "drop-item"],
    type: /guardduty\/detectorFeature:DetectorFeature/,
    path: /additionalConfigurations(\.\d)?/,
    why: "who installs the agent is for whoever runs clusters, tasks and instances to decide",
  },
  {
    kinds: ["delete", "set", "flip", "drop-item", "add"],
    type: /cloudwatch\/metricAlarm:MetricAlarm/,
    path: /comparisonOperator|dimensions.*|datapointsToAlarm|evaluationPeriods|metricQueries.*|period|statistic|threshold|thresholdMetricId|treatMissingData/,
    role: /(models|applications)-.*/,
    why: "when the use of models, or what applications say of it, is out of the ordinary is for each account to decide: the rule asks that it is watched",
  },
  {
    kinds: ["delete", "set", "flip", "drop-item", "add"],
    type: /cloudwatch\/metricAlarm:MetricAlarm/,
    path: /comparisonOperator|dimensions.*|datapointsToAlarm|evaluationPeriods|metricQueries.*|threshold/,
    role: /feeds-invocations/,
    why: "what the value of an expression means, and when it is enough, knows whoever writes it: the rule asks that it is on calls and on what is logged",
  },
  {
    kinds: ["delete", "flip"],
    type: /bedrock\/guardrailVersion:GuardrailVersion/,
    path: /skipDestroy/,
    why: "whether older versions of a guardrail are kept is for whoever uses them to decide",
  },
  {
    kinds: ["delete", "drop-item"],
    type: /bedrock\/guardrail:Guardrail/,
    path: /contentPolicyConfig\.(filtersConfigs\.[0-4]|tierConfigs.*)|contextualGroundingPolicyConfig.*|sensitiveInformationPolicyConfig\.piiEntitiesConfigs\.\d+|wordPolicyConfig.*/,
    why: "which harms and which data a guardrail filters, beside attacks on the prompt, is for each use to decide",
  },
  {
    kinds: ["remove"],
    type: /iam\/serviceLinkedRole:ServiceLinkedRole/,
    path: ANY,
    why: "an account that has the role already does not create it, by its own setting",
  },
  {
    kinds: ["delete", "set"],
    type: /ec2\/instanceMetadataDefaults:InstanceMetadataDefaults/,
    path: /httpPutResponseHopLimit/,
    why: "whether containers reach the credentials of their instance is the component's own option",
  },
  {
    kinds: ["delete", "flip"],
    type: /iam\/accountPasswordPolicy:AccountPasswordPolicy/,
    path: /allowUsersToChangePassword/,
    why: "whether users or administrators change passwords makes none of them weaker",
  },
  {
    kinds: ["remove", "delete"],
    type: /sns\/topicSubscription:.*/,
    path: /(endpoint|protocol|topic)?/,
    why: "who is told is the account's own setting, whose default is nobody",
  },
  {
    kinds: ["delete"],
    type: /account\/alternativeContact:AlternativeContact/,
    path: /emailAddress|name|phoneNumber|title/,
    why: "how AWS reaches the contact is the account's own setting, and the provider refuses a contact without it",
  },
];

/** Tables and saved queries hold nothing: what they ask is kept all the same, and `baseline verify` compares them. */
const ASKED_OTHERWISE: readonly NotADefault[] = [
  {
    kinds: ["remove", "delete", "set", "add"],
    type: /cloudwatch\/metricAlarm:MetricAlarm/,
    role: /(k8s-)?export-delayed/,
    path: ANY,
    why: "no rule asks for an alarm on a late copy: the log group holds what was not copied yet",
  },
  {
    kinds: ["remove"],
    type: /cloudwatch\/logStream:LogStream/,
    role: /(k8s-)?export-errors-stream/,
    path: ANY,
    why: "the rule asks that errors are logged, and does not follow the name of the log's stream",
  },
  {
    kinds: ["delete", "set"],
    type: /kinesis\/firehoseDeliveryStream:FirehoseDeliveryStream/,
    path: /extendedS3Configuration\.(compressionFormat|errorOutputPrefix|prefix)/,
    why: "a copy that is not compressed, or lies elsewhere in the bucket, is a copy; `baseline verify` compares it",
  },
  {
    kinds: ["remove", "delete", "set", "add", "flip", "drop-item"],
    type: /cloudwatch\/logSubscriptionFilter:LogSubscriptionFilter|kinesis\/firehoseDeliveryStream:FirehoseDeliveryStream/,
    role: /k8s-export-.*/,
    path: ANY,
    why: "a copy is required of the logs of models alone: a cluster's audit log has its own retention and lock against deletion",
  },
  {
    kinds: ["remove"],
    type: /kms\/key:Key/,
    path: ANY,
    role: /guardrail-key/,
    why: "the guardrail then names a key that another stack may have",
  },
  {
    kinds: ["remove"],
    type: /bedrock\/guardrailVersion:GuardrailVersion/,
    path: ANY,
    why: "a guardrail works as a draft too, and whoever uses it names the version",
  },
  {
    kinds: ["remove"],
    type: /cloudwatch\/dashboard:Dashboard/,
    path: ANY,
    role: /dashboards-(audit|runbooks)/,
    why: "the alarms on the trail tell of what the one shows, and whoever runs runbooks has the answers of the other",
  },
  {
    kinds: ["remove", "delete", "add", "set", "flip", "drop-item"],
    type: /athena\/namedQuery:NamedQuery|glue\/catalogDatabase:CatalogDatabase/,
    path: ANY,
    why: "whoever has the tables can ask otherwise, and without a database there is no table",
  },
  {
    kinds: ["delete"],
    type: /s3\/bucketLogging:.*/,
    path: /targetObjectKeyFormat(\.partitionedPrefix(\.partitionDateSource)?)?/,
    why: "access is logged without it too, to one folder that no table reads",
  },
  {
    kinds: ["flip"],
    type: /athena\/workgroup:Workgroup/,
    path: /configuration\.publishCloudwatchMetricsEnabled/,
    why: "the trail records who asked what, whether or not it is counted",
  },
  {
    kinds: ["remove", "delete"],
    type: /glue\/catalogTable:CatalogTable/,
    path: ANY,
    role: /queries-s3-access(-to-trail|-to-lineage)?/,
    why: "what access logs hold is in the trail's data events too, where those are logged",
  },
  {
    kinds: ["delete", "set", "flip", "drop-item", "add"],
    type: /glue\/catalogTable:CatalogTable/,
    path: /(?!storageDescriptor(\.location)?$).*/,
    why: "a table that is declared wrongly answers with nothing or an error, and can be declared rightly later",
  },
  {
    kinds: ["delete", "drop-item"],
    type: /athena\/workgroup:Workgroup/,
    path: /configuration\.resultConfiguration\.(outputLocation|expectedBucketOwner)/,
    why: "without a place Athena refuses queries, and only its own bucket has that name",
  },
];

export const NOT_DEFAULTS: readonly NotADefault[] = [
  ...NAMES,
  ...SAME_MEANING,
  ...WORDING,
  ...STRICTER,
  ...WITHIN_BOUNDS,
  ...REFUSED,
  ...GRANTED_TWICE,
  ...OF_THE_SERVICE,
  ...COUNTED_TWICE,
  ...OF_THE_ACCOUNT,
  ...ASKED_OTHERWISE,
];

/** The same entries by the kind of their reason, for whoever counts them. */
export const REASONS: Readonly<Record<string, readonly NotADefault[]>> = {
  "names and labels": NAMES,
  "equal meaning": SAME_MEANING,
  "how a message reads": WORDING,
  "stricter than the default": STRICTER,
  "within the bounds of a rule": WITHIN_BOUNDS,
  "refused by AWS or the provider": REFUSED,
  "granted or bound twice": GRANTED_TWICE,
  "bound to what a service does": OF_THE_SERVICE,
  "counted twice": COUNTED_TWICE,
  "the account's own setting": OF_THE_ACCOUNT,
  "asked otherwise": ASKED_OTHERWISE,
};
