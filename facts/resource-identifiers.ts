import type { Source } from "./source";

export const SOURCES: readonly Source[] = [
  { page: "https://docs.aws.amazon.com/service-authorization/latest/reference/", readOn: "2026-11-21" },
  { page: "https://www.pulumi.com/registry/packages/aws/api-docs/", readOn: "2026-11-21" },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html",
    readOn: "2026-11-25",
  },
];

/**
 * How AWS identifies what it creates, a row for each Pulumi type. Places in braces are inputs, outputs of the same row,
 * `accountId`, `partition`, `region`, `dnsSuffix`, `iamPath`, or random parts (`uuid`, `hex6`, `hex8`, `hex12`, `hex17`, `hex32`, `upper10`,
 * `upper17`). A list of texts stands there sorted and joined by colons, as the provider makes ids of lists.
 *
 * Sources: the "Resource types" tables of https://docs.aws.amazon.com/service-authorization/latest/reference/ and the id
 * that the provider documents under "Import" of each resource.
 */
export interface ResourceTypeRow {
  /** The input that the provider names automatically when the program does not. */
  readonly named?: string;
  /** Names are lower case only. */
  readonly lowerCase?: boolean;
  /** Has no region of its own. */
  readonly global?: boolean;
  /** Unknown when absent. */
  readonly id?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  /** An output that AWS chooses by an input: output -> the input, and its values with what AWS chooses. Unknown for others. */
  readonly chosen?: Readonly<Record<string, { readonly by: string; readonly of: Readonly<Record<string, string>> }>>;
  /** A further place in braces: what follows a text in an input. Unknown where the input does not have the text. */
  readonly parts?: Readonly<Record<string, { readonly of: string; readonly after: string }>>;
}

/** A part of a bucket's settings, which has the bucket's name as its id. */
const BUCKET_PART: ResourceTypeRow = { id: "{bucket}" };

const BUCKET: ResourceTypeRow = {
  named: "bucket",
  lowerCase: true,
  id: "{bucket}",
  outputs: {
    arn: "arn:{partition}:s3:::{bucket}",
    bucketDomainName: "{bucket}.s3.{dnsSuffix}",
    bucketRegionalDomainName: "{bucket}.s3.{region}.{dnsSuffix}",
    bucketRegion: "{region}",
  },
};

function arnNamed(service: string, kind: string, id = "{name}"): ResourceTypeRow {
  return { named: "name", id, outputs: { arn: `arn:{partition}:${service}:{region}:{accountId}:${kind}{name}` } };
}

export const RESOURCE_TYPES: Readonly<Record<string, ResourceTypeRow>> = {
  "aws:account/alternativeContact:AlternativeContact": { global: true, id: "{alternateContactType}" },
  "aws:athena/namedQuery:NamedQuery": { id: "{uuid}" },
  "aws:athena/workgroup:Workgroup": arnNamed("athena", "workgroup/"),
  "aws:auditmanager/assessment:Assessment": {
    id: "{uuid}",
    outputs: { arn: "arn:{partition}:auditmanager:{region}:{accountId}:assessment/{uuid}" },
  },
  "aws:accessanalyzer/analyzer:Analyzer": {
    id: "{analyzerName}",
    outputs: { arn: "arn:{partition}:access-analyzer:{region}:{accountId}:analyzer/{analyzerName}" },
  },
  "aws:backup/plan:Plan": {
    named: "name",
    id: "{uuid}",
    outputs: { arn: "arn:{partition}:backup:{region}:{accountId}:backup-plan:{uuid}" },
  },
  "aws:backup/selection:Selection": { named: "name", id: "{uuid}" },
  "aws:backup/vault:Vault": arnNamed("backup", "backup-vault:"),
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": { id: "{backupVaultName}" },
  "aws:backup/vaultPolicy:VaultPolicy": { id: "{backupVaultName}" },
  "aws:bedrock/agentAgent:AgentAgent": {
    id: "{upper10}",
    outputs: { agentId: "{upper10}", agentArn: "arn:{partition}:bedrock:{region}:{accountId}:agent/{upper10}" },
  },
  "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase": {
    id: "{upper10}",
    outputs: { arn: "arn:{partition}:bedrock:{region}:{accountId}:knowledge-base/{upper10}" },
  },
  "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime": {
    id: "{agentRuntimeName}-{upper10}",
    outputs: {
      agentRuntimeArn: "arn:{partition}:bedrock-agentcore:{region}:{accountId}:runtime/{agentRuntimeName}-{upper10}",
      agentRuntimeId: "{agentRuntimeName}-{upper10}",
    },
  },
  "aws:bedrock/agentcoreBrowser:AgentcoreBrowser": {
    id: "{name}-{upper10}",
    outputs: {
      browserArn: "arn:{partition}:bedrock-agentcore:{region}:{accountId}:browser-custom/{name}-{upper10}",
      browserId: "{name}-{upper10}",
    },
  },
  "aws:bedrock/agentcoreCodeInterpreter:AgentcoreCodeInterpreter": {
    id: "{name}-{upper10}",
    outputs: {
      codeInterpreterArn:
        "arn:{partition}:bedrock-agentcore:{region}:{accountId}:code-interpreter-custom/{name}-{upper10}",
      codeInterpreterId: "{name}-{upper10}",
    },
  },
  "aws:bedrock/agentcoreGateway:AgentcoreGateway": {
    id: "{name}-{upper10}",
    outputs: {
      gatewayArn: "arn:{partition}:bedrock-agentcore:{region}:{accountId}:gateway/{name}-{upper10}",
      gatewayId: "{name}-{upper10}",
    },
  },
  "aws:bedrock/agentcoreMemory:AgentcoreMemory": {
    id: "{name}-{upper10}",
    outputs: { arn: "arn:{partition}:bedrock-agentcore:{region}:{accountId}:memory/{name}-{upper10}" },
  },
  "aws:bedrock/guardrail:Guardrail": {
    id: "{hex12},DRAFT",
    outputs: { guardrailArn: "arn:{partition}:bedrock:{region}:{accountId}:guardrail/{hex12}", guardrailId: "{hex12}" },
  },
  "aws:bedrock/guardrailVersion:GuardrailVersion": { id: "{guardrailArn},1", outputs: { version: "1" } },
  "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration": { id: "{region}" },
  "aws:cfg/configurationAggregator:ConfigurationAggregator": {
    named: "name",
    id: "{name}",
    outputs: { arn: "arn:{partition}:config:{region}:{accountId}:config-aggregator/config-aggregator-{hex8}" },
  },
  "aws:cfg/conformancePack:ConformancePack": {
    named: "name",
    id: "{name}",
    outputs: { arn: "arn:{partition}:config:{region}:{accountId}:conformance-pack/{name}/conformance-pack-{hex8}" },
  },
  "aws:cfg/deliveryChannel:DeliveryChannel": { named: "name", id: "{name}" },
  "aws:cfg/recorder:Recorder": { named: "name", id: "{name}" },
  "aws:cfg/recorderStatus:RecorderStatus": { id: "{name}" },
  "aws:cfg/remediationConfiguration:RemediationConfiguration": { id: "{configRuleName}" },
  "aws:cfg/retentionConfiguration:RetentionConfiguration": { id: "default", outputs: { name: "default" } },
  "aws:cfg/rule:Rule": {
    named: "name",
    id: "{name}",
    outputs: {
      arn: "arn:{partition}:config:{region}:{accountId}:config-rule/config-rule-{hex8}",
      ruleId: "config-rule-{hex8}",
    },
  },
  "aws:cloudtrail/trail:Trail": {
    named: "name",
    id: "{arn}",
    outputs: { arn: "arn:{partition}:cloudtrail:{region}:{accountId}:trail/{name}", homeRegion: "{region}" },
  },
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": {
    global: true,
    id: "arn:{partition}:chatbot::{accountId}:chat-configuration/slack-channel/{configurationName}",
    outputs: {
      chatConfigurationArn: "arn:{partition}:chatbot::{accountId}:chat-configuration/slack-channel/{configurationName}",
    },
  },
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration": {
    global: true,
    id: "arn:{partition}:chatbot::{accountId}:chat-configuration/microsoft-teams-channel/{configurationName}",
    outputs: {
      chatConfigurationArn:
        "arn:{partition}:chatbot::{accountId}:chat-configuration/microsoft-teams-channel/{configurationName}",
    },
  },
  "aws:cloudwatch/eventApiDestination:EventApiDestination": {
    named: "name",
    id: "{name}",
    outputs: { arn: "arn:{partition}:events:{region}:{accountId}:api-destination/{name}/{uuid}" },
  },
  "aws:cloudwatch/eventConnection:EventConnection": {
    named: "name",
    id: "{name}",
    outputs: { arn: "arn:{partition}:events:{region}:{accountId}:connection/{name}/{uuid}" },
  },
  "aws:cloudwatch/eventBus:EventBus": {
    id: "{name}",
    outputs: { arn: "arn:{partition}:events:{region}:{accountId}:event-bus/{name}" },
  },
  "aws:cloudwatch/eventRule:EventRule": arnNamed("events", "rule/"),
  "aws:cloudwatch/eventTarget:EventTarget": { id: "{rule}-{targetId}" },
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy": { named: "policyName", id: "{policyName}" },
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": { id: "{logGroupName}" },
  "aws:cloudwatch/logGroup:LogGroup": arnNamed("logs", "log-group:"),
  "aws:cloudwatch/logDelivery:LogDelivery": {
    id: "{hex12}",
    outputs: { arn: "arn:{partition}:logs:{region}:{accountId}:delivery:{hex12}" },
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": arnNamed("logs", "delivery-destination:"),
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": arnNamed("logs", "delivery-source:"),
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": { id: "{policyName}" },
  "aws:cloudwatch/logStream:LogStream": {
    named: "name",
    id: "{name}",
    outputs: { arn: "arn:{partition}:logs:{region}:{accountId}:log-group:{logGroupName}:log-stream:{name}" },
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    id: "{dashboardName}",
    outputs: { dashboardArn: "arn:{partition}:cloudwatch::{accountId}:dashboard/{dashboardName}" },
  },
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": { named: "name" },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": { named: "name", id: "{name}" },
  "aws:cloudwatch/metricAlarm:MetricAlarm": arnNamed("cloudwatch", "alarm:"),
  "aws:dynamodb/table:Table": arnNamed("dynamodb", "table/"),
  "aws:ec2/securityGroup:SecurityGroup": {
    named: "name",
    id: "sg-{hex17}",
    outputs: { arn: "arn:{partition}:ec2:{region}:{accountId}:security-group/sg-{hex17}", ownerId: "{accountId}" },
  },
  "aws:ec2/subnet:Subnet": {
    id: "subnet-{hex17}",
    outputs: { arn: "arn:{partition}:ec2:{region}:{accountId}:subnet/subnet-{hex17}", ownerId: "{accountId}" },
  },
  "aws:ec2/vpc:Vpc": {
    id: "vpc-{hex17}",
    outputs: { arn: "arn:{partition}:ec2:{region}:{accountId}:vpc/vpc-{hex17}", ownerId: "{accountId}" },
  },
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    id: "vpce-{hex17}",
    outputs: { arn: "arn:{partition}:ec2:{region}:{accountId}:vpc-endpoint/vpce-{hex17}", ownerId: "{accountId}" },
  },
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": { id: "{region}" },
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": { id: "{region}" },
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": { id: "{accountId}" },
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": { global: true, id: "iam-account-password-policy" },
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": { global: true, id: "{accountId}" },
  "aws:ecr/repository:Repository": {
    named: "name",
    lowerCase: true,
    id: "{name}",
    outputs: {
      arn: "arn:{partition}:ecr:{region}:{accountId}:repository/{name}",
      registryId: "{accountId}",
      repositoryUrl: "{accountId}.dkr.ecr.{region}.{dnsSuffix}/{name}",
    },
  },
  "aws:eks/cluster:Cluster": arnNamed("eks", "cluster/"),
  "aws:glue/catalogDatabase:CatalogDatabase": {
    named: "name",
    id: "{accountId}:{name}",
    outputs: { arn: "arn:{partition}:glue:{region}:{accountId}:database/{name}", catalogId: "{accountId}" },
  },
  "aws:glue/catalogTable:CatalogTable": {
    named: "name",
    id: "{accountId}:{databaseName}:{name}",
    outputs: { arn: "arn:{partition}:glue:{region}:{accountId}:table/{databaseName}/{name}", catalogId: "{accountId}" },
  },
  "aws:guardduty/detector:Detector": {
    id: "{hex32}",
    outputs: { accountId: "{accountId}", arn: "arn:{partition}:guardduty:{region}:{accountId}:detector/{hex32}" },
  },
  "aws:guardduty/detectorFeature:DetectorFeature": { id: "{detectorId}/{name}" },
  "aws:iam/policy:Policy": {
    named: "name",
    global: true,
    id: "{arn}",
    outputs: { arn: "arn:{partition}:iam::{accountId}:policy{iamPath}{name}", policyId: "ANPA{upper17}" },
  },
  "aws:iam/role:Role": {
    named: "name",
    global: true,
    id: "{name}",
    outputs: { arn: "arn:{partition}:iam::{accountId}:role{iamPath}{name}", uniqueId: "AROA{upper17}" },
  },
  "aws:iam/rolePolicy:RolePolicy": { named: "name", global: true, id: "{role}:{name}" },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { global: true, id: "{role}/{policyArn}" },
  "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
    global: true,
    id: "{arn}",
    chosen: { name: { by: "awsServiceName", of: { "config.amazonaws.com": "AWSServiceRoleForConfig" } } },
    outputs: {
      arn: "arn:{partition}:iam::{accountId}:role/aws-service-role/{awsServiceName}/{name}",
      path: "/aws-service-role/{awsServiceName}/",
      uniqueId: "AROA{upper17}",
    },
  },
  "aws:iam/user:User": {
    named: "name",
    global: true,
    id: "{name}",
    outputs: { arn: "arn:{partition}:iam::{accountId}:user{iamPath}{name}", uniqueId: "AIDA{upper17}" },
  },
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": arnNamed("firehose", "deliverystream/", "{arn}"),
  "aws:kinesis/stream:Stream": arnNamed("kinesis", "stream/", "{arn}"),
  "aws:inspector2/enabler:Enabler": { id: "{accountIds}-{resourceTypes}" },
  "aws:macie2/account:Account": { id: "{accountId}" },
  "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration": {
    id: "macie:classification_export_configuration:{accountId}:{region}",
  },
  "aws:macie2/classificationJob:ClassificationJob": {
    named: "name",
    id: "{hex32}",
    outputs: {
      jobArn: "arn:{partition}:macie2:{region}:{accountId}:classification-job/{hex32}",
      jobId: "{hex32}",
    },
  },
  "aws:kms/alias:Alias": {
    named: "name",
    id: "{name}",
    outputs: { arn: "arn:{partition}:kms:{region}:{accountId}:{name}" },
  },
  "aws:kms/key:Key": {
    id: "{uuid}",
    outputs: { keyId: "{uuid}", arn: "arn:{partition}:kms:{region}:{accountId}:key/{uuid}" },
  },
  "aws:lambda/function:Function": {
    named: "name",
    id: "{name}",
    outputs: {
      arn: "arn:{partition}:lambda:{region}:{accountId}:function:{name}",
      invokeArn:
        "arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/arn:{partition}:lambda:{region}:{accountId}:function:{name}/invocations",
    },
  },
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": { id: "{functionName}" },
  "aws:lambda/permission:Permission": { named: "statementId", id: "{statementId}" },
  "aws:organizations/policy:Policy": { named: "name", global: true, id: "p-{hex8}" },
  "aws:organizations/policyAttachment:PolicyAttachment": { global: true, id: "{targetId}:{policyId}" },
  "aws:s3/bucket:Bucket": BUCKET,
  "aws:s3/bucketV2:BucketV2": BUCKET,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": BUCKET_PART,
  "aws:s3/bucketLogging:BucketLogging": BUCKET_PART,
  "aws:s3/bucketNotification:BucketNotification": BUCKET_PART,
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": BUCKET_PART,
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": BUCKET_PART,
  "aws:s3/bucketPolicy:BucketPolicy": BUCKET_PART,
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": BUCKET_PART,
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": BUCKET_PART,
  "aws:s3/bucketVersioning:BucketVersioning": BUCKET_PART,
  "aws:secretsmanager/secret:Secret": {
    named: "name",
    id: "{arn}",
    outputs: { arn: "arn:{partition}:secretsmanager:{region}:{accountId}:secret:{name}-{hex6}" },
  },
  "aws:securityhub/account:Account": {
    id: "{accountId}",
    outputs: { arn: "arn:{partition}:securityhub:{region}:{accountId}:hub/default" },
  },
  "aws:securityhub/standardsSubscription:StandardsSubscription": {
    id: "arn:{partition}:securityhub:{region}:{accountId}:subscription/{standard}",
    parts: { standard: { of: "standardsArn", after: "::standards/" } },
  },
  "aws:sns/topic:Topic": {
    named: "name",
    id: "{arn}",
    outputs: { arn: "arn:{partition}:sns:{region}:{accountId}:{name}", owner: "{accountId}" },
  },
  "aws:sns/topicPolicy:TopicPolicy": { id: "{arn}" },
  "aws:sns/topicSubscription:TopicSubscription": { id: "{topic}:{uuid}", outputs: { arn: "{topic}:{uuid}" } },
  "aws:ssm/document:Document": {
    named: "name",
    id: "{name}",
    outputs: { arn: "arn:{partition}:ssm:{region}:{accountId}:document/{name}" },
  },
  "aws:sqs/queue:Queue": {
    named: "name",
    id: "{url}",
    outputs: {
      arn: "arn:{partition}:sqs:{region}:{accountId}:{name}",
      url: "https://sqs.{region}.{dnsSuffix}/{accountId}/{name}",
    },
  },
  "aws:sqs/queuePolicy:QueuePolicy": { id: "{queueUrl}" },
};
