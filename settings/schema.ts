/**
 * Every setting of an account. `Pulumi.yaml` repeats the names, types, defaults and descriptions for the Pulumi CLI; a
 * test keeps the two in sync.
 */
import {
  ALTERNATE_CONTACT_KINDS,
  type AlternateContactKind,
  CONTACT_FIELDS,
  CONTACT_FORMS,
} from "../facts/account/alternate-contacts";
import { ACCOUNT_SETTINGS, REGION_SETTINGS } from "../facts/account/settings";
import { CLOSED_TO_NEW_CUSTOMERS } from "../facts/auditmanager/assessments";
import { ALERT_SEVERITIES } from "../facts/alerting/severities";
import { BACKED_UP_KINDS_IN_WORDS, BACKUP_RETENTION, CHANGEABLE_FOR_DAYS } from "../facts/backup/backups";
import { LOGGED_CONTENT_MODES } from "../facts/bedrock/content-modes";
import { SAMPLE_PERCENT } from "../facts/bedrock/invocation-sampling";
import { isNeeded, NEEDED_IN_WORDS, RESOURCE_TYPE_FORM } from "../facts/config/needed-resource-types";
import { MANAGED_RULE_IDS } from "../facts/config/managed-rules";
import { REMEDIABLE_RULES } from "../facts/config/remediable-rules";
import {
  ENDPOINT_FORMS,
  INVOCATIONS_PER_SECOND,
  KEY_ARN_FORM,
  QUEUE_ARN_FORM,
  SENDING_METHODS,
  TOKEN_METHODS,
} from "../facts/eventbridge/api-destinations";
import { MASKING_SCOPES } from "../facts/logs/data-identifiers";
import { LOGGED_KINDS_IN_WORDS, loggedKindOf } from "../facts/logs/vended-logs";
import { z } from "zod";

import { REGION_FORM } from "../facts/regions";
import { endpointNameOf } from "../facts/sagemaker/log-groups";
import { AGING_CLASS_NAMES } from "../facts/s3/storage-classes";
import { MOST_APPROVERS } from "../facts/systems-manager/automation-approvals";
import { backups } from "./backups";
import { CHAT_IDS_IN_WORDS, chatChannels } from "./chat-channels";
import {
  accountSettingsMode,
  aggregatorMode,
  alertingMode,
  auditManagerMode,
  bucketLineageMode,
  clusterLogGroupMode,
  configRemediationMode,
  DETECTION_DEFAULTS,
  detectionModes,
  evidenceQueriesMode,
  logExportMode,
  dashboardsMode,
  guardrailsMode,
  invocationLoggingMode,
  periodicChecksMode,
  recorderMode,
  regionSettingsMode,
  responseAutomationMode,
  trailMode,
} from "./modes";
import {
  FROM_PROFILE,
  NONE,
  type SettingDeclaration,
  type SettingForm,
  daysBetween,
  declare,
  listOf,
  listOfTexts,
  logRetention,
  percentBetween,
  oneOf,
  optionalIdentifier,
  switchedOnOrOff,
} from "./setting-forms";
import { EMAIL_FORM, PROGRAM_FORM } from "./subscribers";

const region = z.string({ error: "is not a region name" }).regex(REGION_FORM, { error: "is not a region name" });
const accountIdForm = /^\d{12}$/;
const clusterError = "is not an EKS cluster name";
const eksCluster = z.strictObject(
  {
    /** @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html */
    name: z.string({ error: clusterError }).regex(/^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/, { error: clusterError }),
    region: region.optional(),
    logGroup: clusterLogGroupMode.default({ mode: "create" }),
  },
  { error: "is not an EKS cluster: give `name` and, outside the home region, `region`; `logGroup` if EKS has made it" },
);

const aggregatorAccount = z.strictObject(
  {
    account: z
      .string({ error: "is not text: put the account ID in quotes, because a number loses its leading zeros" })
      .regex(accountIdForm, { error: "is not an AWS account ID" }),
    region: region.optional(),
  },
  { error: "is not an account that aggregates: give `account` and, outside the home region, `region`" },
);

/** A name, unless of a directory bucket, whose ARN needs the region too; or that ARN. */
const BUCKET_FORM =
  /^((?!.*(\.\.|--x-s3$))[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]|arn:aws[a-z-]*:s3express:[a-z0-9-]+:\d{12}:bucket\/[a-z0-9-]{1,50}--x-s3)$/;

/** What the settings share that name buckets of a model's lineage. */
const listOfBuckets = {
  type: "array",
  items: "string",
  default: [],
  allowed: "names of S3 buckets, 3 to 63 lowercase letters, digits, dots and hyphens, and ARNs of directory buckets",
  schema: listOfTexts(BUCKET_FORM, "is not an S3 bucket name, or the ARN of a directory bucket"),
} as const;

const loggedError = "is not the ARN of a resource whose logs AWS delivers, nor of a SageMaker endpoint";
const loggedResources = listOf(
  z
    .string({ error: loggedError })
    .refine((arn) => loggedKindOf(arn) !== undefined || endpointNameOf(arn) !== undefined, {
      error: loggedError,
    }),
  (arn) => arn,
);

const functionArn = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]{1,64}$/;
const functionError = "is not the ARN of a Lambda function";
const lambdaFunctions = listOf(
  z
    .string({ error: functionError })
    .refine((text) => text === "all" || text === "none" || functionArn.test(text), { error: functionError }),
  (arn) => arn,
)
  .min(1, { error: 'is empty: name the functions to log, or use "all"' })
  .refine((functions) => functions.length === 1 || !functions.includes("all"), {
    error: 'combines "all" with other items',
  })
  .refine((functions) => functions.length === 1 || !functions.includes("none"), {
    error: 'combines "none" with other items',
  })
  .transform((functions) => {
    const [first] = functions;
    return first === "all" || first === "none" ? first : functions;
  });

const agingError = "is not a number of whole days";
const agingStep = z.strictObject(
  {
    days: z.int({ error: agingError }).min(0, { error: agingError }),
    storageClass: z.enum(AGING_CLASS_NAMES, { error: "is not one of the storage classes" }),
  },
  { error: "is not a step: give `days` and `storageClass`" },
);

const excludedTypeError = "is not a resource type of AWS Config";
const configExcludedTypes = listOf(
  z
    .string({ error: excludedTypeError })
    .regex(RESOURCE_TYPE_FORM, { error: excludedTypeError, abort: true })
    .refine((type) => !isNeeded(type), { error: "is a type that the baseline needs" }),
  (type) => type.toLowerCase(),
);

const ruleError = "is not a managed rule of the baseline";
const configRules = listOf(z.enum(["baseline", ...MANAGED_RULE_IDS], { error: ruleError }), (rule) => rule)
  .min(1, { error: 'is empty: name the rules to create, or use "baseline"' })
  .refine((rules) => rules.length === 1 || !rules.includes("baseline"), {
    error: 'combines "baseline" with other items',
  })
  .transform((rules) => rules.filter((rule) => rule !== "baseline"))
  // No rule is left of the word itself.
  .transform((rules) => (rules.length === 0 ? ("baseline" as const) : rules));

const routeError = "is not a route: give `subscriber` and `severities`";
const severityError = "is not a severity";
const alertRoute = z.strictObject(
  {
    subscriber: z.string({ error: routeError }),
    severities: listOf(z.enum(ALERT_SEVERITIES, { error: severityError }), (severity) => severity).min(1, {
      error: "is empty: name the severities, or leave the route out",
    }),
  },
  { error: routeError },
);

const contactError = `is not a contact: give ${CONTACT_FIELDS.join(", ")}`;
const alternateContact = z.strictObject(
  // Object.fromEntries loses the key types.
  Object.fromEntries(
    CONTACT_FIELDS.map((field) => {
      const error = `is not ${CONTACT_FORMS[field].inWords}`;
      return [field, z.string({ error }).regex(CONTACT_FORMS[field].form, { error })];
    }),
  ) as Record<(typeof CONTACT_FIELDS)[number], z.ZodString>,
  { error: contactError },
);
const alternateContacts = z.strictObject(
  // Object.fromEntries loses the key types.
  Object.fromEntries(ALTERNATE_CONTACT_KINDS.map((kind) => [kind, alternateContact.optional()])) as Record<
    AlternateContactKind,
    z.ZodOptional<typeof alternateContact>
  >,
  { error: `is not an object of contacts: ${ALTERNATE_CONTACT_KINDS.join(", ")}` },
);

const PRINCIPAL_FORM = /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/;
const PRINCIPAL_ERROR = "is not the ARN of an IAM role or user, without wildcards";
const rolePathError = "is not a path that begins and ends with a slash";

/** What the settings share by which something is created in each governed region or left out there. */
const createdOrLeftOut = {
  type: "object",
  default: { mode: "create" },
  allowed: "{mode: create}, or {mode: off, reason}; regions: {REGION: one of these} for governed regions that differ",
} as const;

const queueError = "is not the ARN of an SQS queue that is not a FIFO queue";
const queueKeyError = "is not the ARN of a KMS key";
const eventQueue = z.strictObject(
  {
    arn: z.string({ error: queueError }).regex(QUEUE_ARN_FORM, { error: queueError }),
    keyArn: z.string({ error: queueKeyError }).regex(KEY_ARN_FORM, { error: queueKeyError }).optional(),
  },
  { error: "is not a queue: give `arn` and, if another account encrypts it with a key of its own, `keyArn`" },
);
const urlError = `is not ${ENDPOINT_FORMS.url.inWords}`;
const endpointUrl = z.string({ error: urlError }).regex(ENDPOINT_FORMS.url.form, { error: urlError });
const textError = `is not ${ENDPOINT_FORMS.text.inWords}`;
const endpointText = z.string({ error: textError }).regex(ENDPOINT_FORMS.text.form, { error: textError });
const headerError = `is not ${ENDPOINT_FORMS.header.inWords}`;
const authorizationError = "is not an object with a type: apiKey, basic or oauth";
const endpointAuthorization = z.discriminatedUnion(
  "type",
  [
    z.strictObject({
      type: z.literal("apiKey"),
      header: z.string({ error: headerError }).regex(ENDPOINT_FORMS.header.form, { error: headerError }),
    }),
    z.strictObject({ type: z.literal("basic"), username: endpointText }),
    z.strictObject({
      type: z.literal("oauth"),
      clientId: endpointText,
      tokenUrl: endpointUrl,
      tokenMethod: z.enum(TOKEN_METHODS, { error: `is none of ${TOKEN_METHODS.join(", ")}` }).optional(),
      tokenParameters: z
        .record(z.string(), endpointText, { error: "is not an object of parameters, each with its value" })
        .optional(),
    }),
  ],
  { error: authorizationError },
);
const rateError = `is not a whole number from ${INVOCATIONS_PER_SECOND.minimum} to ${INVOCATIONS_PER_SECOND.maximum}`;
const eventForwarding = z.strictObject(
  {
    queues: listOf(eventQueue, ({ arn }) => arn)
      .min(1, { error: "is empty: name a queue, or leave queues out" })
      .optional(),
    endpoint: z
      .strictObject(
        {
          url: endpointUrl,
          method: z.enum(SENDING_METHODS, { error: `is none of ${SENDING_METHODS.join(", ")}` }).optional(),
          invocationsPerSecond: z
            .int({ error: rateError })
            .min(INVOCATIONS_PER_SECOND.minimum, { error: rateError })
            .max(INVOCATIONS_PER_SECOND.maximum, { error: rateError })
            .optional(),
          authorization: endpointAuthorization,
        },
        { error: "is not an endpoint: give `url` and `authorization`" },
      )
      .optional(),
  },
  { error: "is not an object with queues or an endpoint" },
);

/** The account profiles, from the least to the most strict. */
export const PROFILE_NAMES = ["sandbox", "standard", "regulated"] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** Every setting in the project's namespace, in the order of `Pulumi.yaml`. */
export const SETTINGS = {
  profile: declare({
    ...oneOf(PROFILE_NAMES),
    default: "standard",
    example: "standard",
    description:
      'What kind of account this is: "sandbox", "standard" or "regulated". Determines every setting whose default is "profile".',
  }),
  governedRegions: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["eu-central-1"],
    allowed:
      "names of AWS regions in one partition, including the home region (aws:region); [] for only the home region",
    schema: listOfTexts(REGION_FORM, "is not a region name"),
    description:
      "Regions where model invocations are logged and resources are recorded, including the home region (aws:region). If empty, only the home region. The audit trail always covers all regions.",
  }),
  additionalRegions: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["eu-north-2"],
    allowed: "names of AWS regions",
    schema: listOfTexts(REGION_FORM, "is not a region name"),
    description:
      "AWS regions that this version does not know yet and that other settings may name. AWS Config rules that are not offered everywhere are left out there, and IAM is not recorded there.",
  }),
  trail: declare({
    type: "object",
    default: { mode: "create" },
    example: { mode: "existing", arn: "arn:aws:cloudtrail:eu-central-1:111122223333:trail/organization" },
    allowed:
      "{mode: create, bucket?, key?} with the ARNs of an existing bucket and its key, {mode: existing, arn} with the trail's ARN, or {mode: off, reason}",
    schema: trailMode,
    description:
      "Whether the trail is created (in an existing bucket, such as a log archive's, if one is named), adopted or left out for a reason that appears in every report.",
  }),
  recorder: declare({
    type: "object",
    default: { mode: "create" },
    example: { mode: "create", regions: { "eu-central-1": { mode: "existing", name: "default" } } },
    allowed:
      "{mode: create, bucket?, key?} with the ARNs of an existing bucket and its key, {mode: existing, name} with the recorder's name, or {mode: off, reason}; regions: {REGION: one of these} for governed regions that differ",
    schema: recorderMode,
    description:
      "Whether AWS Config's recorders are created, adopted or left out, by region. The Config rules are created wherever there is a recorder.",
  }),
  configAggregator: declare({
    type: "object",
    default: { mode: "create" },
    example: { mode: "create", accounts: "organization" },
    allowed:
      "{mode: create, accounts?} with accounts own or organization, {mode: existing, name} with the name of an aggregator of the home region, or {mode: off, reason}",
    schema: aggregatorMode,
    description:
      "Whether an aggregator is created in the home region, adopted or left out, in which the records of AWS Config of all regions are seen together. One of the account's own is created where more than one governed region has a recorder; one of the organization's accounts in the organization's management account, or in AWS Config's delegated administrator.",
  }),
  configAggregatorAccounts: declare({
    type: "array",
    items: "object",
    default: [],
    example: [{ account: "444455556666", region: "eu-central-1" }],
    allowed: "objects {account, region?}; account: 12 digits, in quotes; region: that of the aggregator",
    schema: listOf(aggregatorAccount, ({ account, region: of }) => `${account}/${of ?? ""}`),
    description:
      "Other accounts whose aggregators may read what AWS Config records in every governed region: {account, region}, with the aggregator's region, by default the home region. An organization's own aggregator needs no permission.",
  }),
  invocationLogging: declare({
    type: "object",
    default: { mode: "create" },
    example: { mode: "create", regions: { "eu-central-1": { mode: "existing" } } },
    allowed:
      "{mode: create, bucket?, key?} with the name of an existing bucket of the region and the ARN of a key, {mode: existing}, or {mode: off, reason}; regions: {REGION: one of these} for governed regions that differ",
    schema: invocationLoggingMode,
    description:
      "Whether Bedrock's model invocation logging is created, adopted or left out, by region. A region has one logging configuration: creating it overwrites what is there.",
  }),
  alerting: declare({
    type: "object",
    default: { mode: "create" },
    example: {
      mode: "create",
      regions: { "eu-central-1": { mode: "existing", arn: "arn:aws:sns:eu-central-1:111122223333:security" } },
    },
    allowed:
      "{mode: create}, {mode: existing, arn} with the ARN of a topic of the region, or {mode: off, reason}; regions: {REGION: one of these} for governed regions that differ",
    schema: alertingMode,
    description:
      "Whether a topic is created in each governed region that is told of calls by which evidence is taken away and of alarms, an existing topic is told, or nobody is. An existing topic's policy and its key have to let EventBridge and CloudWatch publish. Unless the home region leaves alerts out, a topic is created where calls to IAM are recorded (us-east-1), if that region is not governed.",
  }),
  evidenceQueries: declare({
    ...createdOrLeftOut,
    example: { mode: "off", reason: "Evidence is searched in the organization's data lake" },
    schema: evidenceQueriesMode,
    description:
      "Whether an Athena workgroup, tables of the Glue Data Catalog and saved queries are created over the evidence in the region's own buckets, by region. What queries read is charged; tables and saved queries are free up to a million objects.",
  }),
  logExport: declare({
    ...createdOrLeftOut,
    example: { mode: "off", reason: "A subscription of the organization copies every log group" },
    schema: logExportMode,
    description:
      "Whether the log groups of model invocations and of EKS control planes that are created are copied to locked buckets as events arrive, by region, through a subscription and a Firehose stream. CloudWatch Logs allows a log group two subscriptions. What passes through Firehose is charged, and what is stored.",
  }),
  loggedResources: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["arn:aws:bedrock:eu-central-1:111122223333:knowledge-base/ABCDEFGHIJ"],
    allowed: `ARNs of this account in governed regions: ${LOGGED_KINDS_IN_WORDS}, SageMaker endpoints`,
    schema: loggedResources,
    description:
      "Knowledge bases, aliases of agents and AgentCore resources, by ARN, whose logs AWS delivers to a log group of their region, which it does of itself for none; and SageMaker endpoints, whose log groups are made before they are, since SageMaker makes them without expiry. They hold what was asked, whatever invocationContent says: kept for promptRetentionDays, and masked unless invocationContent is full. What is delivered is charged.",
  }),
  backups: declare({
    type: "object",
    default: { resources: [] },
    example: {
      resources: [{ arn: "arn:aws:s3:::acme-training-data" }],
      retentionDays: 90,
      vaultLock: { mode: "COMPLIANCE", changeableForDays: 14 },
    },
    allowed: `{resources, retentionDays?, vaultLock?}; resources: objects {arn, region?} of this account in governed regions, of buckets with the region where it is not the home region: ${BACKED_UP_KINDS_IN_WORDS}; retentionDays: ${BACKUP_RETENTION.minimum} to ${BACKUP_RETENTION.maximum}, ${BACKUP_RETENTION.default} by default; vaultLock: {mode: GOVERNANCE}, or {mode: COMPLIANCE, changeableForDays} with ${CHANGEABLE_FOR_DAYS.minimum} days or more`,
    schema: backups,
    description:
      "Resources that AWS Backup backs up each day, by ARN, to a vault of their region with a lock: a copy that who may write to them cannot take away. None is backed up until it is named, because what is stored is charged. Buckets need versioning. vaultLock COMPLIANCE cannot be taken back by anybody, AWS included, once changeableForDays have passed.",
  }),
  periodicChecks: declare({
    ...createdOrLeftOut,
    example: { mode: "off", reason: "A scheduled job of the platform team checks the same" },
    schema: periodicChecksMode,
    description:
      "Whether a Lambda function checks once a day, in each governed region that has a recorder, what AWS Config does not record. It checks that model invocations are logged as declared, with audio as the content mode says, and that the log groups of AI services keep their events within bounds. AWS Config charges each evaluation, two a day in a region.",
  }),
  configRemediation: declare({
    type: "object",
    default: { mode: "create" },
    example: { mode: "create", regions: { "eu-central-1": { mode: "create", start: "automatic" } } },
    allowed:
      "{mode: create, start?} with start manual or automatic, or {mode: off, reason}; regions: {REGION: one of these} for governed regions that differ",
    schema: configRemediationMode,
    description: `Whether runbooks of Systems Manager put right what these rules of AWS Config find in each governed region, each by a role of its own: ${REMEDIABLE_RULES.join(", ")}, the first of them in the home region for the trail that is created. With start manual a person starts them, and they change nothing unless that person says so; with automatic AWS Config does, and they change what is found. Systems Manager charges each step of a run, and nothing until then.`,
  }),
  guardrails: declare({
    type: "object",
    default: { mode: "create" },
    example: {
      mode: "create",
      regions: {
        "eu-central-1": { mode: "existing", arn: "arn:aws:bedrock:eu-central-1:111122223333:guardrail/a1b2c3d4e5f6" },
      },
    },
    allowed:
      "{mode: create}, {mode: existing, arn} with the ARN of a guardrail of the region, or {mode: off, reason}; regions: {REGION: one of these} for governed regions that differ",
    schema: guardrailsMode,
    description:
      "Whether a guardrail is created in each governed region that callers of models can name, an existing one is relied on, or there is none. Bedrock charges the text that is evaluated, not the guardrail.",
  }),
  guardrailEnforcement: declare({
    ...oneOf(["leave", "set-by-api"]),
    default: "leave",
    example: "set-by-api",
    description:
      'Whether the created guardrails filter every call of a model in their regions: "leave" leaves it to callers to name one, "set-by-api" enforces them through Bedrock\'s API, with the credentials in the environment (not those of a Pulumi provider setting such as aws:assumeRoles). Every call is then charged by its text, and callers who may not use the guardrail and its key are refused.',
  }),
  detection: declare({
    type: "object",
    default: DETECTION_DEFAULTS,
    example: { guardDuty: { mode: "create", regions: { "eu-central-1": { mode: "existing" } } } },
    allowed:
      "accessAnalyzer: {mode: create, unusedAccessDays?}, guardDuty: {mode: create, features?, agents?}, inspector: {mode: create, resourceTypes?}, macie: {mode: create, buckets?, samplingPercentage?}, securityHub: {mode: create, standards?}, or any of them {mode: existing} where it is enabled in the region already, or {mode: off, reason}; each with regions: {REGION: one of these} for governed regions that differ",
    schema: detectionModes,
    description:
      "Which of AWS's detection services are enabled in each governed region, are enabled already (by the organization's administrator) or are left out; alerting is told of what they find. All but accessAnalyzer charge by what they look at. accessAnalyzer: access from outside is found free of charge, and with unusedAccessDays, at home, also access that nobody has used for so long. guardDuty: features are those of its detector, all unless listed; agents of Runtime Monitoring are installed on EKS clusters alone unless listed. inspector: resourceTypes are what it scans, instances, images and functions unless listed. macie: it is enabled where there are training buckets (trainingBuckets), which lie at home unless a region lists them as its buckets; a sample of their objects is looked into each week, samplingPercentage of 10 unless set. securityHub: standards are those whose controls it checks, AWS's on AI and its foundational one unless listed.",
  }),
  auditManager: declare({
    type: "object",
    default: { mode: "off", reason: `AWS closed Audit Manager to new customers on ${CLOSED_TO_NEW_CUSTOMERS}` },
    example: {
      mode: "create",
      frameworkId: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
      ownerArn: "arn:aws:iam::111122223333:role/audit-owner",
      reportsBucket: "acme-audit-reports",
    },
    allowed:
      "{mode: create, frameworkId, ownerArn, reportsBucket} with the id of a framework, the ARN of an IAM role or user and the name of a bucket of the home region, or {mode: off, reason}",
    schema: auditManagerMode,
    description:
      "Whether AWS Audit Manager collects evidence of the account at home, for the controls of a framework such as AWS's on generative AI. Off, because AWS sets it up for no new customer: elsewhere than in an account and region that had it before, AWS refuses it, as baseline preflight says beforehand. AWS charges each piece of evidence.",
  }),
  responseAutomation: declare({
    type: "object",
    default: { mode: "off", reason: "Nobody is named who approves changes" },
    example: {
      mode: "create",
      approvers: ["arn:aws:iam::111122223333:role/data-governance"],
      subscribers: ["data-governance@example.com"],
    },
    allowed: `{mode: create, approvers, minimumApprovals?, subscribers?} with the ARNs of 1 to ${MOST_APPROVERS} IAM roles and users, how many of them have to agree, and email addresses, https URLs and ARNs of SQS queues and Lambda functions, or {mode: off, reason}`,
    schema: responseAutomationMode,
    description:
      "Whether documents of Systems Manager Automation can be run at once when a runbook has found something, in each governed region: one takes an endpoint of SageMaker out of service, and others restore the logging of the trail (at home), the logging of model invocations, the retention of log groups and keys that wait for deletion, of what the baseline makes. A run reads alone unless whoever starts it sets DryRun to false; then it changes nothing before minimumApprovals of the approvers agree (1 unless set), for which it waits a day. Requests go by a topic of their own to subscribers, or, where none are named, to whoever is sent alerts. Who may restore retention or the logging of model invocations could also take them away, so that the rules iam-no-log-deletion and iam-no-invocation-logging-tampering fail until their setting principals names those roles (baseline-*-response-restore-*-role). Systems Manager charges each step of a run.",
  }),
  configServiceLinkedRole: declare({
    ...oneOf(["create", "existing"]),
    default: "create",
    example: "existing",
    description:
      'Whether AWS Config\'s service-linked role AWSServiceRoleForConfig is created: "existing" if the account has it already.',
  }),
  accountSettings: declare({
    type: "object",
    default: { mode: "create" },
    example: {
      mode: "create",
      without: { publicAccessBlock: "The website bucket is public until CloudFront serves it" },
    },
    allowed: `{mode: create, without?} with reasons for settings that are left as they are (${Object.keys(ACCOUNT_SETTINGS).join(", ")}), or {mode: off, reason}`,
    schema: accountSettingsMode,
    description: `Whether the account blocks public access to S3 and asks IAM users for strong passwords. What that changes for workloads: ${Object.values(ACCOUNT_SETTINGS).join(" ")} Where a policy of the organization manages a setting, AWS refuses to set it: leave it out.`,
  }),
  regionSettings: declare({
    type: "object",
    default: { mode: "create" },
    example: {
      mode: "create",
      regions: {
        "eu-central-1": { mode: "create", without: { imageSharingBlock: "We publish AMIs from this region" } },
      },
    },
    allowed: `{mode: create, without?} with reasons for settings that are left as they are (${Object.keys(REGION_SETTINGS).join(", ")}), or {mode: off, reason}; regions: {REGION: one of these} for governed regions that differ`,
    schema: regionSettingsMode,
    description: `Whether new volumes are encrypted, new instances require IMDSv2, and snapshots and AMIs cannot be public, by region. What that changes for workloads: ${Object.values(REGION_SETTINGS).join(" ")} Where a declarative policy of the organization manages a setting, AWS refuses to set it: leave it out.`,
  }),
  alternateContacts: declare({
    type: "object",
    default: {},
    example: {
      security: {
        name: "Security on call",
        title: "Security",
        emailAddress: "security@example.com",
        phoneNumber: "+49 30 1234567",
      },
    },
    allowed: `an object of contacts (${ALTERNATE_CONTACT_KINDS.join(", ")}), each with ${CONTACT_FIELDS.map((field) => `${field}: ${CONTACT_FORMS[field].inWords}`).join("; ")}`,
    schema: alternateContacts,
    description:
      "Whom AWS writes to about security, operations and billing, beside the address of the root user: {name, title, emailAddress, phoneNumber}, best a list that a team reads. What is given replaces the account's contact; what is left out stays as it is. In a member account of an organization AWS refuses contacts until the organization trusts AWS Account Management.",
  }),
  invocationContent: declare({
    ...oneOf([...LOGGED_CONTENT_MODES, FROM_PROFILE]),
    // "profile" is resolved before the schema runs, so the schema only returns content modes.
    schema: z.enum(LOGGED_CONTENT_MODES, {
      error: "is not one of the allowed values; to log nothing, set invocationLogging to {mode: off, reason}",
    }),
    default: FROM_PROFILE,
    example: "metadata-only",
    description:
      'How much of each model invocation is kept: "metadata-only", "sampled" (metadata, and for a few days a share in full), "redacted" (text, masked when read) or "full".',
  }),
  invocationSamplePercent: declare({
    ...percentBetween(SAMPLE_PERCENT.minimum, SAMPLE_PERCENT.maximum),
    default: FROM_PROFILE,
    example: 10,
    description:
      "The share of sessions of which sampled invocation logs keep whole records. A session is what an application names in requestMetadata as conversation_id; a call without it is a session of its own.",
  }),
  invocationSampleDays: declare({
    ...logRetention("sampled-prompts"),
    default: FROM_PROFILE,
    example: 7,
    description:
      "Days that sampled invocation logs keep whole records. Those of every call are kept for a day, in the log group that the sampling function reads.",
  }),
  invocationAudio: declare({
    ...oneOf(["leave", "set-by-api"]),
    default: "leave",
    example: "set-by-api",
    description:
      'What becomes of Bedrock\'s delivery flag for audio, which the AWS provider cannot set: "leave" leaves it to Bedrock, "set-by-api" sets it through Bedrock\'s API after each update, with the credentials in the environment (not those of a Pulumi provider setting such as aws:assumeRoles).',
  }),
  maskedIdentifiers: declare({
    ...oneOf([...MASKING_SCOPES, FROM_PROFILE]),
    schema: z.enum(MASKING_SCOPES, { error: "is not one of the allowed values" }),
    default: FROM_PROFILE,
    example: "all",
    description:
      'What redacted invocation logs mask: "basic" (identifiers of every country, phone, bank account and social security numbers) or "all" (also health, passport, license, tax and national identifiers).',
  }),
  accountDataProtection: declare({
    ...oneOf([NONE, ...MASKING_SCOPES]),
    schema: z.enum([NONE, ...MASKING_SCOPES], { error: "is not one of the allowed values" }),
    default: NONE,
    example: "basic",
    description:
      'What the account-level data protection policy masks in every log group of each governed region, other teams\' and the trail\'s included: "none", or what maskedIdentifiers says of "basic" and "all". Queries, alarms and copies then read masked events, CloudWatch charges every log group for what is scanned, and the region must have no other policy of that kind.',
  }),
  auditRetentionDays: declare({
    ...logRetention("audit"),
    default: FROM_PROFILE,
    example: 400,
    description: "Days that the audit trail's log group keeps its events.",
  }),
  promptRetentionDays: declare({
    ...logRetention("prompts"),
    default: FROM_PROFILE,
    example: 90,
    description: "Days that model invocation logs are kept, in the log group and, in full mode, in the bucket.",
  }),
  kubernetesRetentionDays: declare({
    ...logRetention("kubernetes"),
    default: FROM_PROFILE,
    example: 400,
    description: "Days that the control-plane logs of the EKS clusters are kept.",
  }),
  evidenceRetentionDays: declare({
    ...daysBetween(365, 3653),
    default: FROM_PROFILE,
    example: 2557,
    description: "Days after which objects in the evidence buckets (audit trail, configuration history) expire.",
  }),
  evidenceStorageClasses: declare({
    type: "array",
    items: "object",
    default: [],
    example: [{ days: 90, storageClass: "GLACIER_IR" }],
    allowed: `objects {days, storageClass}, of growing age and from the dearest to the cheapest class: ${AGING_CLASS_NAMES.join(", ")}`,
    schema: z.array(agingStep, { error: "is not a list" }),
    description:
      "Storage classes to which objects in the evidence buckets move, each with the age in days. S3 moves no object under 128 KB; what is in GLACIER or DEEP_ARCHIVE has to be restored before it can be read. If empty, all stay in STANDARD.",
  }),
  objectLockMode: declare({
    ...oneOf(["none", "GOVERNANCE", "COMPLIANCE", FROM_PROFILE]),
    schema: z.enum(["none", "GOVERNANCE", "COMPLIANCE"], { error: "is not one of the allowed values" }),
    default: FROM_PROFILE,
    example: "GOVERNANCE",
    description:
      'S3 Object Lock mode for evidence: "none", "GOVERNANCE" (deletion requires s3:BypassGovernanceRetention) or "COMPLIANCE" (nobody can delete, not even the root user).',
  }),
  objectLockDays: declare({
    ...daysBetween(1, 3653),
    default: FROM_PROFILE,
    example: 365,
    description: "Days that evidence is locked; at most evidenceRetentionDays.",
  }),
  trainingBuckets: declare({
    ...listOfBuckets,
    example: ["acme-training-data"],
    description:
      "Buckets with training data, by name; directory buckets (S3 Express One Zone) by ARN. Every read and write of an object in them is logged, and Macie looks for sensitive data in them, directory buckets aside.",
  }),
  modelBuckets: declare({
    ...listOfBuckets,
    example: ["acme-models"],
    description:
      "Buckets with models, by name; directory buckets by ARN. Every read and write of an object in them is logged. No bucket is in two of trainingBuckets, modelBuckets and artifactBuckets.",
  }),
  artifactBuckets: declare({
    ...listOfBuckets,
    example: ["acme-artifacts"],
    description:
      "Buckets with what training and evaluation leave, such as checkpoints and reports, by name; directory buckets by ARN. Every read and write of an object in them is logged.",
  }),
  bucketLineage: declare({
    type: "object",
    default: {
      mode: "off",
      reason: "It would replace the notifications and the access logging that the owners of the buckets have set",
    },
    example: { mode: "create", regions: { "us-east-1": { mode: "create", buckets: ["acme-models"] } } },
    allowed:
      "{mode: create, buckets?} with the names of buckets that lie in the region, or {mode: off, reason}; regions: {REGION: one of these} for governed regions that differ",
    schema: bucketLineageMode,
    description:
      "Whether the buckets in trainingBuckets, modelBuckets and artifactBuckets send their events to EventBridge, which tells of deleted training data and models, and have their access logged, by region; directory buckets can do neither. A bucket has one configuration of notifications and one of access logging, and this replaces both, so it is off by default. The buckets have to be of the account, and lie at home unless a region names them here or under detection.macie.",
  }),
  lambdaFunctions: declare({
    type: "array",
    items: "string",
    default: ["all"],
    example: ["arn:aws:lambda:eu-central-1:111122223333:function:inference"],
    allowed: '["all"], ["none"], or ARNs of Lambda functions without a version or alias',
    schema: lambdaFunctions,
    description:
      'Lambda functions whose invocations are logged: ["all"], a list of function ARNs, or ["none"], which the rule cloudtrail-lambda-data-events-logged reports until it is exempted.',
  }),
  cloudWatchCopy: declare({
    ...oneOf(["all", "management-only"]),
    schema: z.enum(["all", "management-only"], { error: "is not one of the allowed values" }),
    default: "all",
    example: "management-only",
    description:
      'Which events of the trail are delivered to CloudWatch Logs too: "all", or "management-only", for which a second trail logs the data events to the bucket alone. AWS Config\'s rule cloud-trail-cloud-watch-logs-enabled reports that second trail as noncompliant.',
  }),
  insights: declare({
    ...switchedOnOrOff,
    default: true,
    example: true,
    description: "Whether CloudTrail Insights detects unusual call rates and error rates.",
  }),
  trailSubscribers: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["arn:aws:sqs:eu-central-1:111122223333:trail-deliveries"],
    allowed: "ARNs of SQS queues and Lambda functions",
    schema: listOfTexts(
      /^arn:aws[a-z-]*:(sqs:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,80}|lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]{1,64})$/,
      "is not the ARN of an SQS queue or a Lambda function",
    ),
    description:
      "Queues and functions that are told of each log file of the trail, by an SNS topic. If empty, there is no topic.",
  }),
  organizationId: declare({
    type: "string",
    default: NONE,
    example: "o-exampleorgid",
    allowed: `"${NONE}", or "o-" and 10 to 32 lowercase letters or digits`,
    schema: optionalIdentifier(/^o-[a-z0-9]{10,32}$/, "is not an AWS organization ID"),
    description: `Organization whose accounts the trail also covers, or "${NONE}". Requires managementAccountId.`,
  }),
  managementAccountId: declare({
    type: "string",
    default: NONE,
    example: "111122223333",
    allowed: `"${NONE}", or 12 digits, in quotes`,
    schema: optionalIdentifier(accountIdForm, "is not an AWS account ID"),
    description: `Management account of that organization, or "${NONE}".`,
  }),
  alarmEmails: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["ai-security@example.com"],
    allowed: "email addresses such as ai-security@example.com",
    schema: listOfTexts(EMAIL_FORM, "is not an email address"),
    description:
      "Email addresses notified of calls by which evidence is taken away, and when model invocation logs cannot be delivered. Each has to confirm its subscriptions, one in each region.",
  }),
  alertSubscribers: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["arn:aws:sqs:eu-central-1:111122223333:alerts"],
    allowed: "ARNs of SQS queues and Lambda functions, and https URLs",
    schema: listOfTexts(
      PROGRAM_FORM,
      "is not the ARN of an SQS queue or a Lambda function, nor an https URL without credentials",
    ),
    description:
      "Queues, functions and web servers that are sent what alarmEmails are notified of. A queue's policy has to let the topics send, a function's to invoke it; a web server confirms its subscriptions.",
  }),
  eventForwarding: declare({
    type: "object",
    default: {},
    example: {
      queues: [{ arn: "arn:aws:sqs:eu-central-1:444455556666:governance-events" }],
      endpoint: {
        url: "https://ingest.example.com/v1/events",
        authorization: { type: "apiKey", header: "x-api-key" },
      },
    },
    allowed:
      "{queues?, endpoint?}; queues: objects {arn, keyArn?} with the ARNs of an SQS queue and, if it is another account's and has one, of its KMS key; endpoint: {url, method?, invocationsPerSecond?, authorization} with an https URL of a public domain, POST, PUT or PATCH, 1 to 300, and {type: apiKey, header}, {type: basic, username} or {type: oauth, clientId, tokenUrl, tokenMethod?, tokenParameters?}",
    schema: eventForwarding,
    description:
      "Where what alerting tells people of is sent whole, as EventBridge has it: SQS queues that exist, one in each region, and an HTTPS endpoint such as that of a SIEM, from every region. Nowhere unless it is set. A queue's policy has to let in events.amazonaws.com or, if it is another account's, the roles of the baseline. The endpoint's secret is eventEndpointSecret; it has to answer within five seconds, and sees who called what from where. EventBridge charges each event that the endpoint is sent.",
  }),
  eventEndpointSecret: declare({
    type: "string",
    default: NONE,
    example: "<secret>",
    secret: true,
    allowed: `"${NONE}", or ${ENDPOINT_FORMS.text.inWords}, encrypted`,
    schema: optionalIdentifier(ENDPOINT_FORMS.text.form, "is not a secret that EventBridge takes"),
    description: `The API key, password or client secret by which EventBridge signs in at the endpoint of eventForwarding, or "${NONE}". Only as a secret: pulumi config set --secret eventEndpointSecret. AWS Secrets Manager keeps it.`,
  }),
  chatChannels: declare({
    type: "array",
    items: "object",
    default: [],
    example: [{ name: "oncall", app: "slack", workspaceId: "T0123ABCD", channelId: "C0123ABCD" }],
    allowed: `objects {name, app: slack, workspaceId, channelId} or {name, app: teams, tenantId, teamId, channelId}; ${CHAT_IDS_IN_WORDS}`,
    schema: chatChannels,
    description:
      "Channels of Slack or Microsoft Teams in which Amazon Q Developer in chat applications shows what people are alerted of, of every region and severity. Its members can do nothing from there. A workspace or tenant has to be authorized in its console first, which no API does.",
  }),
  dashboards: declare({
    type: "object",
    default: { mode: "create" },
    example: { mode: "off", reason: "The platform team shows these metrics in Grafana" },
    allowed: "{mode: create} or {mode: off, reason}",
    schema: dashboardsMode,
    description:
      "Whether dashboards of models, guardrails, spend and the audit trail are created in the home region, for all governed regions, or left out. CloudWatch charges for an account's dashboards beyond three.",
  }),
  alertRouting: declare({
    type: "array",
    items: "object",
    default: [],
    example: [{ subscriber: "oncall@example.com", severities: ["page"] }],
    allowed: `objects {subscriber, severities}; subscriber: one of alarmEmails or alertSubscribers; severities: one or more of ${ALERT_SEVERITIES.join(", ")}`,
    schema: listOf(alertRoute, ({ subscriber }) => subscriber.toLowerCase()),
    description: `Subscribers that are sent alerts of some severities only: "page" for what cannot wait (evidence may be lost), "mail" for what somebody has to read, "ticket" for what somebody has to follow up. Whoever is not named is sent all.`,
  }),
  trustedAccounts: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["444455556666"],
    allowed: "AWS account IDs: 12 digits, in quotes",
    schema: listOfTexts(accountIdForm, "is not an AWS account ID"),
    description:
      "Other accounts whose principals are expected to take on roles of this account and to call its models. Nobody is alerted when they do.",
  }),
  eksClusters: declare({
    type: "array",
    items: "object",
    default: [],
    example: [{ name: "inference", region: "eu-central-1" }],
    allowed:
      "objects {name, region?, logGroup?}; name: 1 to 100 letters, digits, hyphens and underscores; region: a governed region; logGroup: {mode: create}, {mode: existing} or {mode: off, reason}",
    schema: listOf(eksCluster, (cluster) => `${cluster.region ?? ""}/${cluster.name}`),
    description:
      "EKS clusters whose control-plane logs are kept: {name, region, logGroup}; region defaults to the home region. EKS creates the log group itself where logging is on first: then it exists.",
  }),
  configRecordingFrequency: declare({
    ...oneOf(["CONTINUOUS", "DAILY", FROM_PROFILE]),
    schema: z.enum(["CONTINUOUS", "DAILY"], { error: "is not one of the allowed values" }),
    default: FROM_PROFILE,
    example: "CONTINUOUS",
    description: 'How often AWS Config records resource changes: "CONTINUOUS" or "DAILY".',
  }),
  configExcludedTypes: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["AWS::EC2::NetworkInterface"],
    allowed: `resource types of AWS Config such as AWS::EC2::NetworkInterface, other than ${NEEDED_IN_WORDS}`,
    schema: configExcludedTypes,
    description:
      "Resource types that AWS Config does not record, such as those that change often and say little. Each change of a recorded resource is charged.",
  }),
  configRetentionDays: declare({
    ...daysBetween(30, 2557),
    default: FROM_PROFILE,
    example: 2557,
    description: "Days that AWS Config keeps the resource history.",
  }),
  configRules: declare({
    type: "array",
    items: "string",
    default: ["baseline"],
    example: ["cloudtrail-enabled", "s3-bucket-public-read-prohibited"],
    allowed: '["baseline"], or names of managed rules that the baseline knows',
    schema: configRules,
    description:
      'Managed rules of AWS Config, each charged by the evaluation: ["baseline"], or the names of those to create. The rules config-account-baseline-rules-exist and config-account-required-rules-exist report those left out.',
  }),
  protectResources: declare({
    ...switchedOnOrOff,
    type: "string",
    allowed: `true, false, or "${FROM_PROFILE}"`,
    default: FROM_PROFILE,
    example: true,
    description: "Whether the trail, keys, evidence buckets, log groups and recorders are protected from deletion.",
  }),
  forceDestroy: declare({
    ...switchedOnOrOff,
    type: "string",
    allowed: `true, false, or "${FROM_PROFILE}"`,
    default: FROM_PROFILE,
    example: false,
    description:
      "Whether destroying the stack destroys the evidence: buckets are emptied, and log groups have no deletion protection.",
  }),
  auditorPrincipals: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["arn:aws:iam::111122223333:role/compliance"],
    allowed: "ARNs of IAM roles and users, without wildcards",
    schema: listOfTexts(PRINCIPAL_FORM, PRINCIPAL_ERROR),
    description:
      "Roles and users who may take on the role baseline-readers-auditor, which reads evidence, masked, and how it is collected. If empty, there is no such role.",
  }),
  ingestionPrincipals: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["arn:aws:iam::111122223333:role/siem"],
    allowed: "ARNs of IAM roles and users, without wildcards",
    schema: listOfTexts(PRINCIPAL_FORM, PRINCIPAL_ERROR),
    description:
      "Roles and users who may take on the role baseline-readers-ingestion, which fetches the trail's log files and the messages of queues in trailSubscribers. If empty, there is no such role.",
  }),
  readersExternalId: declare({
    type: "string",
    default: NONE,
    example: "a1b2c3d4-audit",
    allowed: `"${NONE}", or 2 to 1224 letters, digits and + = , . @ : / - _`,
    schema: optionalIdentifier(/^[\w+=,.@:/-]{2,1224}$/, "is not an external ID"),
    description: `What readers from other accounts have to say when they take on a role, or "${NONE}" if there are none.`,
  }),
  rolePath: declare({
    type: "string",
    default: "/",
    example: "/governance/",
    allowed: "a path that begins and ends with a slash, 512 characters at most",
    schema: z
      .string({ error: rolePathError })
      .regex(/^\/$|^\/[!-.0-~]+(\/[!-.0-~]+)*\/$/, { error: rolePathError })
      .max(512, { error: rolePathError }),
    description: "The path of every IAM role that is created.",
  }),
  permissionsBoundary: declare({
    type: "string",
    default: NONE,
    example: "arn:aws:iam::111122223333:policy/boundary",
    allowed: `"${NONE}", or the ARN of an IAM policy`,
    schema: optionalIdentifier(
      /^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/[\w+=,.@/-]+$/,
      "is not the ARN of an IAM policy",
    ),
    description: `Policy that bounds what every IAM role that is created may do, or "${NONE}".`,
  }),
  breakGlassPrincipals: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["arn:aws:iam::111122223333:role/break-glass"],
    allowed: "ARNs of IAM roles and users of this account, without wildcards",
    schema: listOfTexts(PRINCIPAL_FORM, PRINCIPAL_ERROR),
    description:
      "Roles and users who alone may schedule the deletion of evidence keys, disable them or change their policies, and delete backups. If empty, whoever IAM allows, and nobody deletes backups. If all of them are deleted, only AWS Support can change the keys.",
  }),
} as const satisfies Record<string, SettingDeclaration>;

/** The settings of the AWS provider that the baseline also reads. Both are required. */
export const PROVIDER_SETTINGS = {
  region: {
    type: "string",
    allowed: "the name of an AWS region, such as eu-central-1",
    example: "eu-central-1",
    schema: region,
  },
  allowedAccountIds: {
    type: "array",
    items: "string",
    allowed: "a list of exactly one account ID, 12 digits in quotes",
    example: ["111122223333"],
    schema: z
      .array(
        z
          .string({ error: "is not text: put the account ID in quotes, because a number loses its leading zeros" })
          .regex(accountIdForm, { error: "is not an AWS account ID" }),
        { error: "is not a list" },
      )
      .length(1, { error: "does not name exactly one account; each stack covers one account" })
      .transform(([accountId]) => accountId ?? ""),
  },
} as const satisfies Record<string, SettingForm>;

export type SettingName = keyof typeof SETTINGS;
export type ProviderSettingName = keyof typeof PROVIDER_SETTINGS;

/** The parsed value of each setting. */
export type SettingValues = { readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]["schema"]> } & {
  readonly [Name in ProviderSettingName]: z.output<(typeof PROVIDER_SETTINGS)[Name]["schema"]>;
};

/** Settings whose default comes from the profile. */
export type ProfileDrivenName =
  | "invocationContent"
  | "invocationSamplePercent"
  | "invocationSampleDays"
  | "maskedIdentifiers"
  | "auditRetentionDays"
  | "promptRetentionDays"
  | "kubernetesRetentionDays"
  | "evidenceRetentionDays"
  | "objectLockMode"
  | "objectLockDays"
  | "configRecordingFrequency"
  | "configRetentionDays"
  | "protectResources"
  | "forceDestroy";
