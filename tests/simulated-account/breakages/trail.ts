/** Breakages of the trail. */
import { type Breakage } from "./breakage";
import { ALERT_TOPIC, CONFIG_KEY, INVOCATIONS, TRAIL, TRAIL_GROUP } from "./names";

export const trailBreakages: readonly Breakage[] = [
  {
    what: "the trail is stopped",
    control: "TRAIL-01",
    act: async ({ cloudtrail }) => {
      await cloudtrail.stopLogging({ Name: TRAIL });
      return () => cloudtrail.startLogging({ Name: TRAIL });
    },
    says: [
      "verify-cloudtrail-trail-as-declared",
      TRAIL,
      "enableLogging",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "the trail covers one region only",
    control: "TRAIL-01",
    act: async ({ cloudtrail }) => {
      await cloudtrail.updateTrail({ Name: TRAIL, IsMultiRegionTrail: false });
      return () => cloudtrail.updateTrail({ Name: TRAIL, IsMultiRegionTrail: true });
    },
    says: [
      "verify-cloudtrail-trail-as-declared",
      TRAIL,
      "isMultiRegionTrail",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "the data events of agents are no longer selected",
    control: "TRAIL-02",
    act: async ({ cloudtrail }) => {
      const { AdvancedEventSelectors = [] } = await cloudtrail.getEventSelectors({ TrailName: TRAIL });
      const without = AdvancedEventSelectors.filter(({ Name }) => Name !== "AWS::Bedrock::AgentAlias data events");
      await cloudtrail.putEventSelectors({ TrailName: TRAIL, AdvancedEventSelectors: without });
      return () => cloudtrail.putEventSelectors({ TrailName: TRAIL, AdvancedEventSelectors });
    },
    says: [
      "verify-cloudtrail-selectors-as-declared",
      TRAIL,
      "advancedEventSelectors",
      "lacks AWS::Bedrock::AgentAlias data events in the account; the stack declares it",
    ],
  },
  {
    what: "log file validation is off",
    control: "TRAIL-03",
    act: async ({ cloudtrail }) => {
      await cloudtrail.updateTrail({ Name: TRAIL, EnableLogFileValidation: false });
      return () => cloudtrail.updateTrail({ Name: TRAIL, EnableLogFileValidation: true });
    },
    says: [
      "verify-cloudtrail-log-file-validation-as-declared",
      TRAIL,
      "enableLogFileValidation",
      "is false in the account; the stack declares true",
    ],
  },
  {
    what: "the trail has another key",
    control: "TRAIL-05",
    act: async (aws) => {
      const { Trail } = await aws.cloudtrail.getTrail({ Name: TRAIL });
      const other = await aws.kms.describeKey({ KeyId: CONFIG_KEY });
      await aws.cloudtrail.updateTrail({ Name: TRAIL, KmsKeyId: other.KeyMetadata?.Arn });
      return () => aws.cloudtrail.updateTrail({ Name: TRAIL, KmsKeyId: Trail?.KmsKeyId });
    },
    says: [
      "verify-cloudtrail-encryption-as-declared",
      TRAIL,
      "kmsKeyId",
      /^is arn:aws:kms:eu-central-1:111122223333:key\/\S+ in the account; the stack declares arn:aws:kms/,
    ],
  },
  {
    what: "the trail writes to another log group",
    control: "TRAIL-06",
    act: async ({ cloudtrail }) => {
      const { Trail } = await cloudtrail.getTrail({ Name: TRAIL });
      const { CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn } = Trail ?? {};
      const elsewhere = CloudWatchLogsLogGroupArn?.replace(TRAIL_GROUP, INVOCATIONS);
      await cloudtrail.updateTrail({ Name: TRAIL, CloudWatchLogsLogGroupArn: elsewhere, CloudWatchLogsRoleArn });
      return () => cloudtrail.updateTrail({ Name: TRAIL, CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn });
    },
    says: [
      "verify-cloudtrail-log-group-as-declared",
      TRAIL,
      "cloudWatchLogsGroupArn",
      `is arn:aws:logs:eu-central-1:111122223333:log-group:${INVOCATIONS}:* in the account; the stack declares arn:aws:logs:eu-central-1:111122223333:log-group:${TRAIL_GROUP}:*`,
    ],
  },
  {
    what: "error rates are no longer watched",
    control: "TRAIL-07",
    act: async ({ cloudtrail }) => {
      const { InsightSelectors } = await cloudtrail.getInsightSelectors({ TrailName: TRAIL });
      await cloudtrail.putInsightSelectors({
        TrailName: TRAIL,
        InsightSelectors: [{ InsightType: "ApiCallRateInsight" }],
      });
      return () => cloudtrail.putInsightSelectors({ TrailName: TRAIL, InsightSelectors });
    },
    says: [
      "verify-cloudtrail-insights-as-declared",
      TRAIL,
      "insightSelectors",
      'lacks {"insightType":"ApiErrorRateInsight"} in the account; the stack declares it',
    ],
  },
  {
    what: "deliveries are announced elsewhere",
    control: "TRAIL-08",
    act: async ({ cloudtrail }) => {
      await cloudtrail.updateTrail({ Name: TRAIL, SnsTopicName: ALERT_TOPIC.split(":").at(-1) });
      return () => cloudtrail.updateTrail({ Name: TRAIL, SnsTopicName: "baseline-trail-deliveries" });
    },
    says: [
      "verify-cloudtrail-notifications-as-declared",
      TRAIL,
      "snsTopicName",
      "is baseline-eu-central-1-alerts in the account; the stack declares baseline-trail-deliveries",
    ],
  },
];
