/** By which AWS services roles are assumed, and whether their trust policies can be bound to a caller's own resources. */
import type { Source } from "../source";
import type { ServiceContract } from "./service-contract";

const DOCS = "https://docs.aws.amazon.com";

const PAGES = {
  trailLogs: `${DOCS}/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html`,
  invocationLogging: `${DOCS}/bedrock/latest/userguide/model-invocation-logging.html`,
  bedrockJobs: `${DOCS}/bedrock/latest/userguide/cross-service-confused-deputy-prevention.html`,
  agents: `${DOCS}/bedrock/latest/userguide/agents-permissions.html`,
  knowledgeBases: `${DOCS}/bedrock/latest/userguide/kb-permissions.html`,
  configRole: `${DOCS}/config/latest/developerguide/iamrole-permissions.html`,
  configOrganization: `${DOCS}/organizations/latest/userguide/services-that-can-integrate-config.html`,
  subscriptions: `${DOCS}/AmazonCloudWatch/latest/logs/SubscriptionFilters.html`,
  firehoseFromLogs: `${DOCS}/AmazonCloudWatch/latest/logs/CreateFirehoseStream.html`,
  replication: `${DOCS}/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html`,
  lambda: `${DOCS}/lambda/latest/dg/lambda-intro-execution-role.html`,
  edge: `${DOCS}/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html`,
  tasks: `${DOCS}/AmazonECS/latest/developerguide/task-iam-roles.html`,
  instances: `${DOCS}/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html`,
  podIdentity: `${DOCS}/eks/latest/userguide/pod-id-role.html`,
  clusters: `${DOCS}/eks/latest/userguide/cross-service-confused-deputy-prevention.html`,
  sagemaker: `${DOCS}/sagemaker/latest/dg/security-confused-deputy-prevention.html`,
  stateMachines: `${DOCS}/step-functions/latest/dg/procedure-create-iam-role.html`,
  schedules: `${DOCS}/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html`,
  chat: `${DOCS}/chatbot/latest/adminguide/understanding-permissions.html`,
  backup: `${DOCS}/aws-backup/latest/devguide/backing-up-vms.html`,
  flowLogs: `${DOCS}/vpc/latest/userguide/flow-logs-iam-role.html`,
  eventTargets: `${DOCS}/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html`,
  automation: `${DOCS}/systems-manager/latest/userguide/cloud-connector-gcp-automation-assume-role.html`,
  glue: `${DOCS}/glue/latest/dg/create-an-iam-role.html`,
} as const;

export const SOURCES: readonly Source[] = Object.values(PAGES).map((page) => ({ page, readOn: "2026-11-25" }));

/** What every role's trust policy here is about, and the keys by which AWS tells for whose resource a service acts. */
const BOUND = {
  on: "role-trust",
  actions: ["sts:AssumeRole"],
  conditionKeys: ["aws:SourceArn", "aws:SourceAccount"],
  trustBinding: "supported",
} as const;
/** A service of which a page, or experience, says that it does not send those keys. */
const UNBOUND = {
  on: "role-trust",
  actions: ["sts:AssumeRole"],
  conditionKeys: [],
  trustBinding: "not-supported",
} as const;
/** A service of which no page was found that says whether it sends them: its page shows the trust without a condition. */
const UNKNOWN = { on: "role-trust", actions: ["sts:AssumeRole"], conditionKeys: [] } as const;

/** The service roles. */
export const ROLE_TRUSTS = [
  {
    ...UNBOUND,
    title: "CloudTrail assumes the role by which it writes to a log group",
    principal: "cloudtrail.amazonaws.com",
    page: PAGES.trailLogs,
    confirmed: false,
    remark:
      "An older copy of the page says that this role does not support aws:SourceArn and aws:SourceAccount; the copies of " +
      "2026 have dropped the sentence and show no condition. With either key the delivery was reported to stop " +
      "(https://github.com/prowler-cloud/prowler/issues/4714).",
  },
  {
    ...BOUND,
    title: "Bedrock assumes the role by which it writes invocation logs to a log group",
    principal: "bedrock.amazonaws.com",
    page: PAGES.invocationLogging,
    confirmed: true,
    remark: "aws:SourceArn is arn:PARTITION:bedrock:REGION:ACCOUNT:*.",
  },
  {
    ...BOUND,
    title: "Bedrock assumes the role of a job that customizes a model",
    principal: "bedrock.amazonaws.com",
    page: PAGES.bedrockJobs,
    confirmed: true,
    remark: "aws:SourceArn is arn:PARTITION:bedrock:REGION:ACCOUNT:model-customization-job/*.",
  },
  {
    ...BOUND,
    title: "Bedrock assumes the role of an agent",
    principal: "bedrock.amazonaws.com",
    page: PAGES.agents,
    confirmed: true,
    remark: "aws:SourceArn is arn:PARTITION:bedrock:REGION:ACCOUNT:agent/ID.",
  },
  {
    ...BOUND,
    title: "Bedrock assumes the role of a knowledge base",
    principal: "bedrock.amazonaws.com",
    page: PAGES.knowledgeBases,
    confirmed: true,
    remark: "aws:SourceArn is arn:PARTITION:bedrock:REGION:ACCOUNT:knowledge-base/ID.",
  },
  {
    ...BOUND,
    title: "AWS Config assumes the role of a configuration recorder",
    principal: "config.amazonaws.com",
    page: PAGES.configRole,
    confirmed: true,
    remark: "aws:SourceArn is always arn:PARTITION:config:REGION:ACCOUNT:*, the region being the recorder's.",
  },
  {
    ...UNKNOWN,
    title: "AWS Config assumes the role of an organization's aggregator",
    principal: "config.amazonaws.com",
    page: PAGES.configOrganization,
    confirmed: false,
    remark: "No page with its trust policy was found; leave it unbound until a live account has shown that it works.",
  },
  {
    ...BOUND,
    title: "CloudWatch Logs assumes the role of a subscription that sends to Kinesis Data Streams",
    principal: "logs.amazonaws.com",
    conditionKeys: ["aws:SourceArn"],
    page: PAGES.subscriptions,
    confirmed: true,
    remark: "aws:SourceArn is arn:PARTITION:logs:REGION:ACCOUNT:*. The page shows no aws:SourceAccount.",
  },
  {
    ...BOUND,
    title: "CloudWatch Logs assumes the role of a subscription that sends to Firehose",
    principal: "logs.amazonaws.com",
    conditionKeys: ["aws:SourceArn"],
    page: PAGES.subscriptions,
    confirmed: true,
    remark: "aws:SourceArn is arn:PARTITION:logs:REGION:ACCOUNT:*. The page shows no aws:SourceAccount.",
  },
  {
    ...UNKNOWN,
    title: "Firehose assumes the role by which it delivers to S3",
    principal: "firehose.amazonaws.com",
    conditionKeys: ["sts:ExternalId"],
    page: PAGES.firehoseFromLogs,
    confirmed: true,
    remark:
      "sts:ExternalId is the account that the stream belongs to. Firehose's own page on its roles shows no condition, and none says " +
      "that Firehose sends aws:SourceArn or aws:SourceAccount.",
  },
  {
    ...UNKNOWN,
    title: "S3 assumes the role by which it replicates objects",
    principal: "s3.amazonaws.com",
    page: PAGES.replication,
    confirmed: false,
    remark: "The page shows the trust policy without a condition and says nothing of keys.",
  },
  {
    ...UNKNOWN,
    title: "Lambda assumes the execution role of a function",
    principal: "lambda.amazonaws.com",
    page: PAGES.lambda,
    confirmed: false,
    remark: "The page shows the trust policy without a condition and says nothing of keys.",
  },
  {
    ...UNBOUND,
    title: "Lambda@Edge assumes the execution role of a function",
    principal: "edgelambda.amazonaws.com",
    page: PAGES.edge,
    confirmed: false,
    remark: "The page shows the whole trust policy, without a condition, and does not say that keys are refused.",
  },
  {
    ...BOUND,
    title: "EventBridge assumes the role of a rule's target",
    principal: "events.amazonaws.com",
    page: PAGES.eventTargets,
    confirmed: true,
    remark: "aws:SourceArn is the ARN of the rule.",
  },
  {
    ...BOUND,
    title: "Systems Manager Automation assumes the role of a runbook",
    principal: "ssm.amazonaws.com",
    page: PAGES.automation,
    confirmed: false,
    remark:
      "The page shows aws:SourceAccount; aws:SourceArn, with the form automation-execution/*, is in a copy of AWS's template for AWS-SystemsManager-AutomationExecutionRole that a third party keeps.",
  },
  {
    ...BOUND,
    title: "ECS assumes the role of a task",
    principal: "ecs-tasks.amazonaws.com",
    page: PAGES.tasks,
    confirmed: true,
    remark: "aws:SourceArn is arn:PARTITION:ecs:REGION:ACCOUNT:*; naming a cluster is not supported.",
  },
  {
    ...UNBOUND,
    title: "EC2 assumes the role of an instance profile",
    principal: "ec2.amazonaws.com",
    page: PAGES.instances,
    confirmed: false,
    remark: "No page says that EC2 sends aws:SourceArn or aws:SourceAccount, and none that it does not.",
  },
  {
    ...UNBOUND,
    title: "EKS Pod Identity assumes the role of a pod",
    principal: "pods.eks.amazonaws.com",
    actions: ["sts:AssumeRole", "sts:TagSession"],
    conditionKeys: ["aws:RequestTag/kubernetes-namespace", "aws:RequestTag/kubernetes-service-account"],
    page: PAGES.podIdentity,
    confirmed: false,
    remark: "The page binds the role by its session tags and does not say that other keys are refused.",
  },
  {
    ...BOUND,
    title: "EKS assumes the role of a cluster",
    principal: "eks.amazonaws.com",
    page: PAGES.clusters,
    confirmed: true,
    remark: "aws:SourceArn is the cluster's ARN.",
  },
  {
    ...BOUND,
    title: "SageMaker assumes the role of a job, a model, an endpoint or a domain",
    principal: "sagemaker.amazonaws.com",
    page: PAGES.sagemaker,
    confirmed: true,
    remark: "For endpoints and Studio aws:SourceArn is arn:PARTITION:sagemaker:REGION:ACCOUNT:*, word for word.",
  },
  {
    ...BOUND,
    title: "Step Functions assumes the role of a state machine",
    principal: "states.amazonaws.com",
    page: PAGES.stateMachines,
    confirmed: true,
    remark: "aws:SourceArn is arn:PARTITION:states:REGION:ACCOUNT:stateMachine:NAME.",
  },
  {
    ...BOUND,
    title: "EventBridge Scheduler assumes the role of a schedule",
    principal: "scheduler.amazonaws.com",
    page: PAGES.schedules,
    confirmed: true,
    remark: "aws:SourceArn is the ARN of the schedule's group, never of the schedule.",
  },
  {
    ...UNKNOWN,
    title: "Amazon Q Developer in chat applications assumes the role of a channel",
    principal: "chatbot.amazonaws.com",
    page: PAGES.chat,
    confirmed: false,
    remark:
      "AWS's templates show the trust without a condition; no page was found that names aws:SourceArn or aws:SourceAccount.",
  },
  {
    ...UNBOUND,
    title: "AWS Backup assumes the role by which it backs up and restores",
    principal: "backup.amazonaws.com",
    page: PAGES.backup,
    confirmed: false,
    remark:
      "The page shows the trust policy without a condition. A public report of Prowler's counts AWS Backup among the services that do not send the keys (prowler-cloud/prowler, issue 2810); a role cannot be passed to it from another account.",
  },
  {
    ...BOUND,
    title: "VPC assumes the role by which it publishes flow logs to a log group",
    principal: "vpc-flow-logs.amazonaws.com",
    page: PAGES.flowLogs,
    confirmed: true,
    remark: "aws:SourceArn is arn:PARTITION:ec2:REGION:ACCOUNT:vpc-flow-log/ID.",
  },
  {
    ...UNKNOWN,
    title: "Glue assumes the role of a crawler or a job",
    principal: "glue.amazonaws.com",
    page: PAGES.glue,
    confirmed: false,
    remark: "The page shows no trust policy; no page on keys was found.",
  },
] as const satisfies readonly ServiceContract[];
