/** How a stack says, capability by capability, what it creates, what it adopts and what it leaves out. */
import { ACCOUNT_SETTING_NAMES, REGION_SETTING_NAMES } from "../facts/account/settings";
import { z } from "zod";

import { FRAMEWORK_ID } from "../facts/auditmanager/assessments";
import { GUARDRAIL_ARN_FORM } from "../facts/bedrock/guardrails";
import { UNUSED_ACCESS_DAYS } from "../facts/accessanalyzer/limits";
import { DETECTOR_FEATURE_NAMES, RUNTIME_AGENTS } from "../facts/guardduty/features";
import { SCANNED_RESOURCE_NAMES } from "../facts/inspector/resource-types";
import { SAMPLING_PERCENTAGE } from "../facts/macie/classification-jobs";
import { STANDARD_NAMES } from "../facts/securityhub/standards";
import { MOST_APPROVERS } from "../facts/systems-manager/automation-approvals";
import { listOf } from "./setting-forms";
import { SUBSCRIBER_FORM } from "./subscribers";

/** The modes of a capability, in words, for messages. */
const MODES = "create, existing or off";

const reason = z
  .string({ error: "needs a reason: it appears in every report" })
  .trim()
  .min(10, { error: "is too short for a reason: say who decided what, and where the evidence is instead" })
  .max(300, { error: "is too long for a reason: at most 300 characters" });

function arn(form: RegExp, what: string) {
  const error = `is not the ARN of ${what}`;
  return z.string({ error }).regex(form, { error });
}

const trailArn = arn(/^arn:aws[a-z-]*:cloudtrail:[a-z0-9-]+:\d{12}:trail\/[A-Za-z0-9._-]{3,128}$/, "a trail");
const bucketArn = arn(/^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "a bucket");
const keyArn = arn(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/, "a KMS key");
const topicArn = arn(
  /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}$/,
  "an SNS topic that is not a FIFO topic",
);
const bucketNameError = "is not an S3 bucket name";
const bucketName = z
  .string({ error: bucketNameError })
  .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: bucketNameError });
const frameworkError = "is not the id of a framework, a UUID in lower case";
const frameworkId = z.string({ error: frameworkError }).regex(FRAMEWORK_ID, { error: frameworkError });
const principalArn = arn(/^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]{1,512}$/, "an IAM role or user");
const recorderNameError = "is not the name of a configuration recorder";
const recorderName = z.string({ error: recorderNameError }).regex(/^\S{1,256}$/, { error: recorderNameError });

/** An object of a mode: its own keys and no others. */
function modeOf<const Mode extends string, Shape extends z.ZodRawShape>(mode: Mode, shape: Shape, among = MODES) {
  return z.strictObject(
    { mode: z.literal(mode), ...shape },
    {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? `has ${issue.keys.join(", ")}, which mode ${mode} does not take`
          : `is not an object with a mode: ${among}`,
    },
  );
}

const off = modeOf("off", { reason });

function modes<const Options extends readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]]>(
  options: Options,
  words: string = MODES,
) {
  return z.discriminatedUnion("mode", options, { error: `is not an object with a mode: ${words}` });
}

/** A bucket of another account and the key there that encrypts it: one without the other cannot be delivered to. */
const archive = { bucket: bucketArn.optional(), key: keyArn.optional() };

/** What a stack does about the trail. */
export const trailMode = modes([modeOf("create", archive), modeOf("existing", { arn: trailArn }), off]);

/** That the regions are governed ones is checked with the other settings. */
const regions = <Mode extends z.ZodType>(mode: Mode) =>
  z.record(z.string(), mode, { error: "is not an object of regions, each with its mode" }).optional();

/** What a stack does about AWS Config's recorders. */
export const recorderMode = regional({ ...archive }, { name: recorderName });
/** What a stack does about Bedrock's model invocation logging, which delivers within its account and region only. */
export const invocationLoggingMode = regional({ bucket: bucketName.optional(), key: keyArn.optional() }, {});

/** A mode for every governed region, and those of the regions that differ. */
function regional<Create extends z.ZodRawShape, Existing extends z.ZodRawShape>(create: Create, existing: Existing) {
  const ofRegion = modes([modeOf("create", create), modeOf("existing", existing), off]);
  return modes([
    modeOf("create", { ...create, regions: regions(ofRegion) }),
    modeOf("existing", { ...existing, regions: regions(ofRegion) }),
    modeOf("off", { reason, regions: regions(ofRegion) }),
  ]);
}

/** What a stack does about alerts on calls that undo a control. */
export const alertingMode = regional({}, { arn: topicArn });

const aggregatorNameError = "is not the name of a configuration aggregator";
/** @see https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationAggregator.html */
const aggregatorName = z.string({ error: aggregatorNameError }).regex(/^[\w-]{1,256}$/, { error: aggregatorNameError });
const aggregatedAccounts = z.enum(["own", "organization"], { error: "is neither own nor organization" });

/** What a stack does about AWS Config's aggregator. */
export const aggregatorMode = modes([
  modeOf("create", { accounts: aggregatedAccounts.optional() }),
  modeOf("existing", { name: aggregatorName }),
  off,
]);
/** What a stack does about guardrails. */
export const guardrailsMode = regional({}, { arn: arn(GUARDRAIL_ARN_FORM, "a guardrail, without a version") });

const CREATE_OR_OFF = "create or off";

/** Created in every governed region or left out, save the regions that differ. */
function regionalOrOff<Create extends z.ZodRawShape>(create: Create) {
  const ofRegion = modes([modeOf("create", create), off], CREATE_OR_OFF);
  return modes(
    [
      modeOf("create", { ...create, regions: regions(ofRegion) }),
      modeOf("off", { reason, regions: regions(ofRegion) }),
    ],
    CREATE_OR_OFF,
  );
}

/** What a stack does about tables and queries over evidence. */
export const evidenceQueriesMode = regionalOrOff({});
/** What a stack does about copies of log groups in locked buckets. */
export const logExportMode = regionalOrOff({});
/** What a stack does about checks by the clock of what AWS Config does not record. */
export const periodicChecksMode = regionalOrOff({});

const startError = "is neither manual nor automatic";
/** What a stack does about runbooks that put right what AWS Config finds. */
export const configRemediationMode = regionalOrOff({
  start: z.enum(["manual", "automatic"], { error: startError }).optional(),
});

/** That the buckets are named by kind is checked with the other settings. */
const lineageChoices = {
  buckets: listOf(bucketName, (bucket) => bucket)
    .min(1, { error: "is empty: name the buckets of the region, or leave buckets out" })
    .optional(),
};
const lineageOfRegion = modes([modeOf("create", lineageChoices, CREATE_OR_OFF), off], CREATE_OR_OFF);

/** What a stack does about the events and access logs of its training, model and artifact buckets. */
export const bucketLineageMode = modes(
  [
    modeOf("create", { ...lineageChoices, regions: regions(lineageOfRegion) }, CREATE_OR_OFF),
    modeOf("off", { reason, regions: regions(lineageOfRegion) }, CREATE_OR_OFF),
  ],
  CREATE_OR_OFF,
);

/** What a stack does about AWS Audit Manager. */
export const auditManagerMode = modes(
  [
    modeOf("create", { frameworkId, ownerArn: principalArn, reportsBucket: bucketName }, CREATE_OR_OFF),
    modeOf("off", { reason }, CREATE_OR_OFF),
  ],
  CREATE_OR_OFF,
);

const approvalsError = `is not a whole number from 1 to ${MOST_APPROVERS}`;
const subscriberError =
  "is not an email address, an https URL without credentials, nor the ARN of an SQS queue or a Lambda function";

/** What a stack does about responses to what runbooks find. */
export const responseAutomationMode = modes(
  [
    modeOf(
      "create",
      {
        approvers: listOf(principalArn, (one) => one)
          .min(1, { error: "is empty: without an approver nothing is ever changed" })
          .max(MOST_APPROVERS, { error: `has more than the ${MOST_APPROVERS} approvers that Systems Manager takes` }),
        minimumApprovals: z
          .int({ error: approvalsError })
          .min(1, { error: approvalsError })
          .max(MOST_APPROVERS, { error: approvalsError })
          .optional(),
        subscribers: listOf(
          z.string({ error: subscriberError }).regex(SUBSCRIBER_FORM, { error: subscriberError }),
          (one) => one.toLowerCase(),
        ).optional(),
      },
      CREATE_OR_OFF,
    ),
    modeOf("off", { reason }, CREATE_OR_OFF),
  ],
  CREATE_OR_OFF,
);

/** What a stack does about dashboards. */
export const dashboardsMode = modes([modeOf("create", {}), off], CREATE_OR_OFF);

const featureError = "is not a feature of GuardDuty";
const agentError = "is not an agent that GuardDuty manages";
const guardDutyChoices = {
  features: listOf(z.enum(DETECTOR_FEATURE_NAMES, { error: featureError }), (feature) => feature).optional(),
  agents: listOf(z.enum(RUNTIME_AGENTS, { error: agentError }), (agent) => agent).optional(),
};

const daysError = `is not a whole number of days from ${UNUSED_ACCESS_DAYS.minimum} to ${UNUSED_ACCESS_DAYS.maximum}`;
const accessAnalyzerChoices = {
  unusedAccessDays: z
    .int({ error: daysError })
    .min(UNUSED_ACCESS_DAYS.minimum, { error: daysError })
    .max(UNUSED_ACCESS_DAYS.maximum, { error: daysError })
    .optional(),
};

const securityHubChoices = {
  standards: listOf(
    z.enum(STANDARD_NAMES, { error: "is not a standard of Security Hub that the baseline enables" }),
    (standard) => standard,
  )
    .min(1, { error: "is empty: without a standard Security Hub checks nothing" })
    .optional(),
};

const inspectorChoices = {
  resourceTypes: listOf(z.enum(SCANNED_RESOURCE_NAMES, { error: "is nothing that Inspector scans" }), (scan) => scan)
    .min(1, { error: "is empty: Inspector then scans nothing" })
    .refine((scans) => scans.includes("LAMBDA") || !scans.includes("LAMBDA_CODE"), {
      error: "has LAMBDA_CODE without LAMBDA, with which alone Inspector takes it",
    })
    .optional(),
};

const percentError = `is not a whole number of percent from ${SAMPLING_PERCENTAGE.minimum} to ${SAMPLING_PERCENTAGE.maximum}`;
/** That the buckets are training buckets is checked with the other settings. */
const macieChoices = {
  buckets: listOf(bucketName, (bucket) => bucket)
    .min(1, { error: "is empty: name the training buckets of the region, or leave buckets out" })
    .optional(),
  samplingPercentage: z
    .int({ error: percentError })
    .min(SAMPLING_PERCENTAGE.minimum, { error: percentError })
    .max(SAMPLING_PERCENTAGE.maximum, { error: percentError })
    .optional(),
};

/** What each detection service does where a stack does not say. */
export const DETECTION_DEFAULTS = {
  accessAnalyzer: { mode: "create" },
  guardDuty: { mode: "create" },
  inspector: { mode: "create" },
  macie: { mode: "create" },
  securityHub: { mode: "create" },
} as const;

/** What a stack does about AWS's detection services; what it leaves out is as by default. */
export const detectionModes = z.strictObject(
  {
    accessAnalyzer: regional(accessAnalyzerChoices, {}).default(DETECTION_DEFAULTS.accessAnalyzer),
    guardDuty: regional(guardDutyChoices, {}).default(DETECTION_DEFAULTS.guardDuty),
    inspector: regional(inspectorChoices, {}).default(DETECTION_DEFAULTS.inspector),
    macie: regional(macieChoices, {}).default(DETECTION_DEFAULTS.macie),
    securityHub: regional(securityHubChoices, {}).default(DETECTION_DEFAULTS.securityHub),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has ${issue.keys.join(", ")}, which is no detection service of the baseline`
        : "is not an object of detection services, each with its mode",
  },
);

/** What a stack does about a cluster's log group, whose name EKS fixes. */
export const clusterLogGroupMode = modes([modeOf("create", {}), modeOf("existing", {}), off]);

/** The modes of settings, of which nothing can exist in place of what is created. */
const SET_OR_LEFT = "create or off";

/** Which of some settings are left as they are, each for a reason. */
function without<Name extends string>(names: readonly Name[]) {
  const allowed = names.join(", ");
  // Object.fromEntries loses the key types.
  const shape = Object.fromEntries(names.map((name) => [name, reason.optional()])) as Record<
    Name,
    z.ZodOptional<typeof reason>
  >;
  return z
    .strictObject(shape, { error: `is not an object of settings, each with its reason: ${allowed}` })
    .refine((left) => Object.keys(left).length < names.length, {
      error: "leaves every setting out: use mode off, with one reason",
    })
    .optional();
}

const accountSettings = { without: without(ACCOUNT_SETTING_NAMES) };
const regionSettings = { without: without(REGION_SETTING_NAMES) };

/** What a stack does about the account's own settings. */
export const accountSettingsMode = modes(
  [modeOf("create", accountSettings, SET_OR_LEFT), modeOf("off", { reason }, SET_OR_LEFT)],
  SET_OR_LEFT,
);

const settingsOfRegion = modes(
  [modeOf("create", regionSettings, SET_OR_LEFT), modeOf("off", { reason }, SET_OR_LEFT)],
  SET_OR_LEFT,
);

/** What a stack does about the account's settings in its regions. */
export const regionSettingsMode = modes(
  [
    modeOf("create", { ...regionSettings, regions: regions(settingsOfRegion) }, SET_OR_LEFT),
    modeOf("off", { reason, regions: regions(settingsOfRegion) }, SET_OR_LEFT),
  ],
  SET_OR_LEFT,
);
