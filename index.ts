/** One account's AI governance baseline: reads the settings, declares the baseline and exports what operators need. */
import { AccountBaseline } from "./components/account/account-baseline";
import { readSettings } from "./settings/read";

const settings = readSettings();
const baseline = new AccountBaseline("baseline", settings);

/** The account and its profile. */
export const account = settings.accountId;
export const profile = settings.profile;

/** Where the evidence of API calls is stored; undefined if the trail is adopted or left out. */
export const trailArn = baseline.trail?.trailArn;
export const trailBucket = baseline.trail?.bucket.bucketName;
export const trailLogGroup = baseline.trail?.logGroup.logGroupName;
export const trailKeyArn = baseline.trail?.key.keyArn;

/** The resources in each governed region; undefined if they are adopted, left out or not needed by the content mode. */
export const regions = Object.fromEntries(
  baseline.regions.map(
    ({
      region,
      invocationLogging,
      guardrail,
      configRecorder,
      configRules,
      configRemediation,
      detection,
      accessLogBucket,
      alerts,
      evidenceQueries,
      logExports,
      logDelivery,
      backup,
      responses,
    }) => [
      region,
      {
        accessLogBucket: accessLogBucket?.bucketName,
        alertTopicArn: alerts?.hub?.topicArn,
        invocationContent: invocationLogging?.content,
        invocationLogGroup: invocationLogging?.logGroupName,
        invocationSamplesLogGroup: invocationLogging?.samplesLogGroupName,
        invocationBucket: invocationLogging?.bucketName,
        alarmTopicArn: invocationLogging?.alarmTopicArn,
        guardrailArn: guardrail?.guardrailArn,
        guardrailVersion: guardrail?.version,
        configBucket: configRecorder?.bucketName,
        configRulesNotOffered: configRules?.unavailableRules,
        remediationRunbooks: configRemediation?.runbookNames,
        classificationResultsBucket: detection.sensitiveData?.bucket.bucketName,
        queryWorkgroup: evidenceQueries?.workgroupName,
        deliveredLogGroup: logDelivery?.logGroupName,
        backupVault: backup?.vaultName,
        responseDocuments: responses?.documentNames,
        exportBuckets: Object.values(logExports).map(({ bucket }) => bucket.bucketName),
      },
    ],
  ),
);

/** The roles by which evidence is read; undefined if nobody is named for them. */
export const auditorRoleArn = baseline.readers?.auditorRoleArn;
export const ingestionRoleArn = baseline.readers?.ingestionRoleArn;

/** Told of calls to IAM, if no governed region records them. */
export const globalAlertTopicArn = baseline.globalAlertHub?.topicArn;

/** What AWS Config records in all regions, seen at home; undefined if it is adopted, left out or not needed. */
export const configAggregatorArn = baseline.configAggregator?.aggregatorArn;

/** For each EKS cluster, its log group if it is created, and the log types to enable in the cluster itself. */
export const clusters = baseline.clusters.map(({ name, region, auditSink }) => ({
  name,
  region,
  logGroup: auditSink?.logGroupName,
  enabledClusterLogTypes: auditSink?.controlPlaneLogTypes,
}));
