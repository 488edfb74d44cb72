import { TAMPER_EVENTS, TAMPER_SERVICES } from "../../facts/cloudtrail/tamper-events";
import { all, any, below, is, matches } from "../queries/condition";
import { calls, trail } from "../queries/records";
import type { TextQuery } from "../queries/query";
import { type Runbook, step } from "../runbook";
import { CALLS_NOT_LOGGED } from "../texts/calls-not-logged";
import { feedsSilent } from "../texts/feeds-silent";
import { KEYS_USED } from "../texts/keys-used";

export const loggingTampering = {
  "evidence-tampered-with": {
    question: "Which calls undid a control, or tried to?",
    category: "logging-tampering",
    severity: "high",
    days: 7,
    parameters: [],
    query: () => trail(any(...TAMPER_SERVICES.map((service) => calls(service, TAMPER_EVENTS[service])))),
    reading:
      "A row with an errorcode was refused. Calls of the role that deploys the baseline, at the time of a deployment, are expected.",
    response: [
      step("on-call", "Restore what was undone: pulumi up, after baseline verify says what differs."),
      step("security", "Treat the caller as compromised where no change was announced."),
      step("audit", "Note from when until when the control was off."),
    ],
    keep: ["The trail's records", "The report of baseline verify before the repair"],
  },
  "trail-tampered-with": {
    question: "Who stopped, deleted or changed a trail, or what it records?",
    category: "logging-tampering",
    severity: "critical",
    days: 30,
    parameters: [],
    query: () =>
      trail(calls("cloudtrail", TAMPER_EVENTS.cloudtrail), {
        trail: ["requestParameters.name", "requestParameters.trailName", "requestParameters.eventDataStore"],
      }),
    reading:
      "Between StopLogging and StartLogging nothing is recorded but by other trails and the event history of 90 days.",
    response: [
      step("on-call", "Start logging again: cloudtrail:StartLogging."),
      step("security", "Ask the event history what happened meanwhile: baseline runbook run --event-history."),
      step("audit", "Note the gap: run feeds-silent."),
    ],
    keep: ["The trail's records", "The event history of the gap, before its 90 days are over"],
  },
  "invocation-logging-changed": {
    question: "Who changed what is logged of model invocations?",
    category: "logging-tampering",
    severity: "critical",
    days: 30,
    parameters: [],
    query: () =>
      trail(calls("bedrock", ["PutModelInvocationLoggingConfiguration", "DeleteModelInvocationLoggingConfiguration"]), {
        requestparameters: "requestParameters{}",
      }),
    reading:
      "A region has one configuration, and each call replaces it whole: a call that looks like an addition can be a removal.",
    response: [
      step("on-call", "Restore the configuration: pulumi up --refresh."),
      step(
        "security",
        "Compare the calls of models meanwhile, which the trail has, with the invocation log: run calls-not-logged.",
      ),
    ],
    keep: ["The trail's records, whose request parameters are the configuration"],
  },
  "retention-shortened": {
    question: "Whose change has logs kept for too short a time, or without an end?",
    category: "logging-tampering",
    severity: "high",
    days: 30,
    parameters: ["leastRetentionDays"],
    query: ({ leastRetentionDays }) =>
      trail(
        any(
          all(calls("logs", ["PutRetentionPolicy"]), below("requestParameters.retentionInDays", leastRetentionDays)),
          calls("logs", ["DeleteRetentionPolicy"]),
          calls("s3", [
            "PutBucketLifecycle",
            "DeleteBucketLifecycle",
            "PutBucketObjectLockConfiguration",
            "PutObjectRetention",
          ]),
          all(
            calls("config", ["PutRetentionConfiguration"]),
            below("requestParameters.retentionPeriodInDays", leastRetentionDays),
          ),
        ),
        {
          log_group: "requestParameters.logGroupName",
          retention_days: ["requestParameters.retentionInDays", "requestParameters.retentionPeriodInDays"],
          bucket: "requestParameters.bucketName",
        },
      ),
    reading:
      "CloudWatch Logs deletes what is older within 72 hours. A changed lifecycle or lock of a bucket shows whatever it says: read it in the record.",
    response: [
      step("on-call", "Set the retention that is declared: pulumi up --refresh."),
      step("audit", "Note what was deleted, if three days have passed."),
    ],
    keep: ["The trail's records", "An export of the log group, where time is left"],
  },
  "masking-removed": {
    question: "Who removed masking from logs, or read what is masked?",
    category: "logging-tampering",
    severity: "high",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        any(
          calls("logs", ["DeleteDataProtectionPolicy", "PutDataProtectionPolicy"]),
          all(
            calls("logs", ["DeleteAccountPolicy", "PutAccountPolicy"]),
            is("requestParameters.policyType", "DATA_PROTECTION_POLICY"),
          ),
          all(
            calls("logs", ["GetLogEvents", "FilterLogEvents", "GetLogRecord"]),
            is("requestParameters.unmask", "true"),
          ),
          all(calls("logs", ["StartQuery"]), matches("requestParameters.queryString", "unmask[(]")),
        ),
        {
          log_group: [
            "requestParameters.logGroupIdentifier",
            "requestParameters.logGroupName",
            "requestParameters.logGroupIdentifiers{}",
          ],
        },
      ),
    reading: "Whoever may unmask has logs:Unmask. What was logged without a policy is not masked later.",
    response: [
      step("on-call", "Restore the policy: pulumi up --refresh."),
      step("data-governance", "Decide whether personal data was disclosed."),
    ],
    keep: ["The trail's records", "The reason for which somebody unmasked"],
  },
  "alerts-switched-off": {
    question: "Who switched off alarms, rules or subscriptions that tell of such things?",
    category: "logging-tampering",
    severity: "high",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        any(
          calls("events", ["DisableRule", "DeleteRule", "RemoveTargets", "PutRule"]),
          calls("monitoring", ["DeleteAlarms", "DisableAlarmActions", "SetAlarmState", "PutMetricAlarm"]),
          calls("sns", ["Unsubscribe", "DeleteTopic", "SetTopicAttributes", "SetSubscriptionAttributes"]),
          calls("logs", ["DeleteMetricFilter", "DeleteSubscriptionFilter"]),
        ),
        {
          what: [
            "requestParameters.name",
            "requestParameters.rule",
            "requestParameters.alarmNames{}",
            "requestParameters.subscriptionArn",
            "requestParameters.topicArn",
            "requestParameters.filterName",
          ],
        },
      ),
    reading:
      "A row is something that nobody will be told of. Applications scale by alarms of their own, which their names tell.",
    response: [
      step("on-call", "Restore the alert: pulumi up --refresh."),
      step("security", "Look what happened while it was off: run evidence-tampered-with for that time."),
    ],
    keep: ["The trail's records"],
  },
  "recorder-stopped": {
    question: "Who stopped or narrowed what AWS Config records and checks?",
    category: "logging-tampering",
    severity: "high",
    days: 30,
    parameters: [],
    query: () =>
      trail(calls("config", TAMPER_EVENTS.config), {
        what: [
          "requestParameters.configurationRecorderName",
          "requestParameters.configRuleName",
          "requestParameters.deliveryChannelName",
        ],
      }),
    reading: "Between StopConfigurationRecorder and StartConfigurationRecorder no change has an item.",
    response: [
      step("on-call", "Start the recorder: config:StartConfigurationRecorder."),
      step("audit", "Note the gap in the history."),
    ],
    keep: ["The trail's records", "The recorder's status"],
  },
  "keys-disabled": {
    question: "Which keys were disabled, scheduled for deletion or given another policy?",
    category: "logging-tampering",
    severity: "critical",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        calls("kms", [
          "DisableKey",
          "ScheduleKeyDeletion",
          "DisableKeyRotation",
          "PutKeyPolicy",
          "DeleteImportedKeyMaterial",
        ]),
        { key_id: "requestParameters.keyId", waits_days: "requestParameters.pendingWindowInDays" },
      ),
    reading: "A deleted key takes all that it encrypted along. Until its waiting time is over that can be undone.",
    response: [
      step("on-call", "Cancel the deletion and enable the key: kms:CancelKeyDeletion, kms:EnableKey."),
      step("security", "Find out what the key encrypts, and who asked for the change."),
    ],
    keep: ["The trail's records", "The key's policy before and after"],
  },
  "keys-used": {
    question: "Who used which keys, and how often?",
    category: "logging-tampering",
    severity: "informational",
    days: 7,
    parameters: [],
    query: () => KEYS_USED,
    reading: "Services use keys in the name of whoever asked them: the caller of a row is a role, or a service.",
    response: [step("security", "Ask the owner of a caller that has no business with the key.")],
    keep: ["The trail's records"],
  },
  "feeds-silent": {
    question: "Which feed of records fell silent, and for how long?",
    category: "logging-tampering",
    severity: "high",
    days: 7,
    parameters: ["silentHours"],
    query: ({ silentHours }) => feedsSilent(silentHours),
    reading:
      "A row is a time in which nothing came: whole hours between the last record before and the first after. Without heard_again the feed is silent still, as measured by the newest record of any feed.",
    response: [
      step("on-call", "Look whether logging was stopped: run trail-tampered-with and evidence-tampered-with."),
      step("platform", "Check the key and the bucket of the feed: baseline verify."),
      step("audit", "Note the gap."),
    ],
    keep: ["The last record before and the first after", "The report of baseline verify"],
  },
  "calls-not-logged": {
    question: "Which calls of models does the trail have, and the invocation log lack?",
    category: "logging-tampering",
    severity: "high",
    days: 7,
    parameters: [],
    query: () => CALLS_NOT_LOGGED,
    reading:
      "A row was answered and not logged. A record arrives within minutes in both: the last quarter of an hour proves nothing. The archive of invocations is one region's; calls of others show as rows.",
    response: [
      step("on-call", "Look whether invocation logging is on: run invocation-logging-changed."),
      step("platform", "Look whether deliveries fail: the alarms on ModelInvocationLogs...DeliveryFailure."),
    ],
    keep: ["The trail's records"],
  },
  "log-files-not-verified": {
    question: "Which log files are missing, changed, or not proven by CloudTrail's digests?",
    category: "logging-tampering",
    severity: "critical",
    days: 7,
    parameters: [],
    query: (): TextQuery => ({
      kind: "text",
      tables: ["log_file_integrity"],
      sql: () =>
        "SELECT checked, result, detail, file FROM log_file_integrity WHERE result <> 'verified' ORDER BY checked, file",
    }),
    reading:
      "changed: the content is not what CloudTrail hashed. missing: a digest names a file that is not in the folder. unproven: no digest names the file, or no key proves the digest. A folder with part of a trail has missing files for that reason alone.",
    response: [
      step("security", "Fetch the file anew and verify it again: aws cloudtrail validate-logs does so in the account."),
      step("audit", "Treat a changed file as no evidence, and say so."),
    ],
    keep: ["The files and digests as they are", "The public keys with which they were checked"],
  },
  "resources-deleted": {
    question: "Which trails, keys, log groups, buckets and AI resources were deleted?",
    category: "logging-tampering",
    severity: "high",
    days: 7,
    parameters: [],
    query: () => ({
      kind: "records",
      tables: ["config_items"],
      where: all(
        is("configurationItemStatus", "ResourceDeleted", "ResourceDeletedNotRecorded"),
        matches("resourceType", "^AWS::(CloudTrail|KMS|Logs|S3|Bedrock|BedrockAgentCore|SageMaker)::"),
      ),
    }),
    reading: "A row is a resource that is gone. Those of deployments that were taken down are expected.",
    response: [
      step("platform", "Declare it again, where it belongs to the baseline: pulumi up --refresh."),
      step("security", "Look who deleted it: run evidence-tampered-with."),
    ],
    keep: ["The last configuration items of the resource"],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
