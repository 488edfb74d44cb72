/**
 * What an account may decide: every setting, once. `Pulumi.yaml` repeats names, types, defaults and descriptions for the
 * Pulumi command line; a test holds the two equal.
 */
import { z } from "zod";
import { CONTENT_MODES } from "../components/content-modes";
import { REGION_FORM } from "./regions";
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
  oneOf,
  optionalIdentifier,
  switchedOnOrOff,
} from "./setting-forms";

const region = z
  .string({ error: "is not the name of a region" })
  .regex(REGION_FORM, { error: "is not the name of a region" });
const accountIdForm = /^\d{12}$/;
const clusterError = "is not the name of an EKS cluster";
const eksCluster = z.strictObject(
  {
    /** @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html */
    name: z.string({ error: clusterError }).regex(/^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/, { error: clusterError }),
    region: region.optional(),
  },
  { error: "is not an EKS cluster: it takes `name` and, if it is not in the home region, `region`" },
);

const functionArn = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]{1,64}$/;
const functionError = "is not the ARN of a Lambda function";
const lambdaFunctions = listOf(
  z
    .string({ error: functionError })
    .refine((text) => text === "all" || functionArn.test(text), { error: functionError }),
  (arn) => arn,
)
  .min(1, { error: "is empty: functions are logged unless the trail is told which" })
  .refine((functions) => functions.length === 1 || !functions.includes("all"), {
    error: 'has "all" beside other items',
  })
  .transform((functions) => (functions[0] === "all" ? ("all" as const) : functions));

/** Names of the account profiles, from the loosest to the strictest. */
export const PROFILE_NAMES = ["sandbox", "standard", "regulated"] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** Every setting of the project's namespace, in the order of `Pulumi.yaml`. */
export const SETTINGS = {
  profile: declare({
    ...oneOf(PROFILE_NAMES),
    default: "standard",
    example: "standard",
    description:
      'What kind of account this is: "sandbox", "standard" or "regulated". Gives the default of every setting whose default reads "profile".',
  }),
  governedRegions: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["eu-central-1"],
    allowed:
      "names of AWS regions of one partition, the home region (aws:region) among them; [] for the home region alone",
    schema: listOfTexts(REGION_FORM, "is not the name of a region"),
    description:
      "Regions in which model invocations are logged and resources are recorded, the home region (aws:region) among them. None named: the home region alone. The audit trail covers all regions in any case.",
  }),
  invocationContent: declare({
    ...oneOf([...CONTENT_MODES, FROM_PROFILE]),
    // The word "profile" is resolved before the schema is asked, so that what the schema gives is a content mode.
    schema: z.enum(CONTENT_MODES, { error: "is not one of the values allowed" }),
    default: FROM_PROFILE,
    example: "metadata-only",
    description:
      'How much of each model invocation is kept: "off", "metadata-only", "redacted" (text, masked on reading) or "full".',
  }),
  auditRetentionDays: declare({
    ...logRetention("audit"),
    default: FROM_PROFILE,
    example: 400,
    description: "Days for which the audit trail's log group keeps its events.",
  }),
  promptRetentionDays: declare({
    ...logRetention("prompts"),
    default: FROM_PROFILE,
    example: 90,
    description: "Days for which model invocation logs are kept, in the log group and, in full mode, in the bucket.",
  }),
  kubernetesRetentionDays: declare({
    ...logRetention("kubernetes"),
    default: FROM_PROFILE,
    example: 400,
    description: "Days for which the control-plane logs of the EKS clusters are kept.",
  }),
  evidenceRetentionDays: declare({
    ...daysBetween(365, 3653),
    default: FROM_PROFILE,
    example: 2557,
    description: "Days after which objects in the evidence buckets (audit trail, configuration history) expire.",
  }),
  objectLockMode: declare({
    ...oneOf(["none", "GOVERNANCE", "COMPLIANCE", FROM_PROFILE]),
    schema: z.enum(["none", "GOVERNANCE", "COMPLIANCE"], { error: "is not one of the values allowed" }),
    default: FROM_PROFILE,
    example: "GOVERNANCE",
    description:
      'S3 Object Lock of the evidence: "none", "GOVERNANCE" (those with s3:BypassGovernanceRetention may delete) or "COMPLIANCE" (nobody may, the root user included).',
  }),
  objectLockDays: declare({
    ...daysBetween(1, 3653),
    default: FROM_PROFILE,
    example: 365,
    description: "Days for which evidence is locked; at most evidenceRetentionDays.",
  }),
  trainingBuckets: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["acme-training-data"],
    allowed: "names of S3 buckets, 3 to 63 lowercase letters, digits, dots and hyphens",
    schema: listOfTexts(/^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "is not the name of an S3 bucket"),
    description: "Buckets with training data. Every read and write of their objects is logged.",
  }),
  lambdaFunctions: declare({
    type: "array",
    items: "string",
    default: ["all"],
    example: ["arn:aws:lambda:eu-central-1:111122223333:function:inference"],
    allowed: '["all"], or ARNs of Lambda functions without version or alias',
    schema: lambdaFunctions,
    description: 'Lambda functions whose every invocation is logged: ["all"], or a list of function ARNs.',
  }),
  insights: declare({
    ...switchedOnOrOff,
    default: true,
    example: true,
    description: "Whether CloudTrail looks for unusual call rates and error rates.",
  }),
  organizationId: declare({
    type: "string",
    default: NONE,
    example: "o-exampleorgid",
    allowed: `"${NONE}", or "o-" and 10 to 32 lowercase letters or digits`,
    schema: optionalIdentifier(/^o-[a-z0-9]{10,32}$/, "is not the id of an AWS organization"),
    description: `Organization whose accounts the trail covers as well, or "${NONE}". Needs managementAccountId.`,
  }),
  managementAccountId: declare({
    type: "string",
    default: NONE,
    example: "111122223333",
    allowed: `"${NONE}", or 12 digits, in quotes`,
    schema: optionalIdentifier(accountIdForm, "is not the id of an AWS account"),
    description: `Management account of that organization, or "${NONE}".`,
  }),
  alarmEmails: declare({
    type: "array",
    items: "string",
    default: [],
    example: ["ai-security@example.com"],
    allowed: "addresses such as ai-security@example.com",
    schema: listOfTexts(/^[^\s@,;<>"]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, "is not a mail address"),
    description: "Addresses told when model invocation logs cannot be delivered. Each has to confirm its subscription.",
  }),
  eksClusters: declare({
    type: "array",
    items: "object",
    default: [],
    example: [{ name: "inference", region: "eu-central-1" }],
    allowed:
      "objects {name, region?}; name: 1 to 100 letters, digits, hyphens and underscores; region: a governed region",
    schema: listOf(eksCluster, (cluster) => `${cluster.region ?? ""}/${cluster.name}`),
    description: "EKS clusters whose control-plane logs are kept: {name, region}; region defaults to the home region.",
  }),
  configRecordingFrequency: declare({
    ...oneOf(["CONTINUOUS", "DAILY", FROM_PROFILE]),
    schema: z.enum(["CONTINUOUS", "DAILY"], { error: "is not one of the values allowed" }),
    default: FROM_PROFILE,
    example: "CONTINUOUS",
    description: 'How often AWS Config records changes of resources: "CONTINUOUS" or "DAILY".',
  }),
  configRetentionDays: declare({
    ...daysBetween(30, 2557),
    default: FROM_PROFILE,
    example: 2557,
    description: "Days for which AWS Config keeps the history of resources.",
  }),
  protectResources: declare({
    ...switchedOnOrOff,
    type: "string",
    allowed: `true, false, or "${FROM_PROFILE}"`,
    default: FROM_PROFILE,
    example: true,
    description: "Whether the trail, keys, evidence buckets, log groups and recorders are protected against deletion.",
  }),
} as const satisfies Record<string, SettingDeclaration>;

/** The settings of the AWS provider that the baseline reads too. Both are required. */
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
    allowed: "a list of exactly one account id, 12 digits in quotes",
    example: ["111122223333"],
    schema: z
      .array(
        z
          .string({ error: "is not text: put the account id in quotes, a number loses its leading zeros" })
          .regex(accountIdForm, { error: "is not the id of an AWS account" }),
        { error: "is not a list" },
      )
      .length(1, { error: "does not name exactly one account; a baseline is one account's" })
      .transform(([accountId]) => accountId ?? ""),
  },
} as const satisfies Record<string, SettingForm>;

export type SettingName = keyof typeof SETTINGS;
export type ProviderSettingName = keyof typeof PROVIDER_SETTINGS;

/** What each setting's text means once it is valid. */
export type SettingValues = { readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]["schema"]> } & {
  readonly [Name in ProviderSettingName]: z.output<(typeof PROVIDER_SETTINGS)[Name]["schema"]>;
};

/** Settings whose default the profile gives. */
export type ProfileDrivenName =
  | "invocationContent"
  | "auditRetentionDays"
  | "promptRetentionDays"
  | "kubernetesRetentionDays"
  | "evidenceRetentionDays"
  | "objectLockMode"
  | "objectLockDays"
  | "configRecordingFrequency"
  | "configRetentionDays"
  | "protectResources";
