/** One account's AI governance baseline: the stack's settings, what they stand up, and what operators need to know of it. */
import { AccountBaseline } from "./components/account-baseline";
import { readSettings } from "./settings/read";

const settings = readSettings();
const baseline = new AccountBaseline("baseline", settings);

/** Who this baseline is for. */
export const account = settings.accountId;
export const profile = settings.profile;

/** Where the evidence of API calls lies. */
export const trailArn = baseline.trail.trailArn;
export const trailBucket = baseline.trail.bucket.bucketName;
export const trailLogGroup = baseline.trail.logGroup.logGroupName;
export const trailKeyArn = baseline.trail.key.keyArn;

/** What stands in each governed region; what is undefined does not exist in the content mode chosen. */
export const regions = Object.fromEntries(
  baseline.regions.map(({ region, invocationLogging, configRecorder, configRules, accessLogBucket }) => [
    region,
    {
      accessLogBucket: accessLogBucket.bucketName,
      invocationContent: invocationLogging.content,
      invocationLogGroup: invocationLogging.logGroupName,
      invocationBucket: invocationLogging.bucketName,
      alarmTopicArn: invocationLogging.alarmTopicArn,
      configBucket: configRecorder.bucketName,
      configRulesNotOffered: configRules.unavailableRules,
    },
  ]),
);

/** For each EKS cluster: its log group, and the log types to switch on in the cluster itself. */
export const clusters = baseline.clusters.map(({ name, region, auditSink }) => ({
  name,
  region,
  logGroup: auditSink.logGroupName,
  enabledClusterLogTypes: auditSink.controlPlaneLogTypes,
}));
