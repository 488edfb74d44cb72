import { logsAccountLogExportExists } from "../../../../policies/rules/logs/logs-account-log-export-exists";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { beside, declinedCase, saying, unknownDeclined } from "../account-modes";

const BASELINE = { type: "ai-governance-baseline:index:AccountBaseline", name: "baseline" };
const FILTER = {
  type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
  name: "baseline-us-east-1-export-subscription-invocations",
};
const STREAM = {
  type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  name: "baseline-us-east-1-export-stream",
};
const LOGGING = {
  type: "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
  name: "model-invocation-logging-us-east-1",
};
const GROUP = "/ai-governance/baseline-us-east-1-invocations/model-invocations";
const PROPERTY = "governedRegions.1";

const FINDING = [
  {
    name: "baseline",
    property: PROPERTY,
    message: `is "us-east-1", where no subscription sends every event of the log group "${GROUP}" through a Firehose stream that takes events apart to a bucket; declare LogExport for it`,
  },
] as const;

const WANTED = {
  type: FILTER.type,
  capability: "logExport",
  words: "copies of log groups in locked buckets",
  region: "us-east-1",
  property: PROPERTY,
  id: "own",
};
const missing = (stack: readonly ResourceState[]) => without(stack, FILTER);
const stream = (set: WireMap) => (stack: readonly ResourceState[]) => changeAll(stack, STREAM, { set });
const processors = "extendedS3Configuration.processingConfiguration.processors";

describeStackRule(logsAccountLogExportExists, {
  fails: [
    { title: "a log group of invocations without a subscription", change: missing, findings: FINDING },
    {
      title: "a subscription that leaves events out",
      change: (stack) => changeAll(stack, FILTER, { set: { filterPattern: "{ $.errorCode = * }" } }),
      findings: FINDING,
    },
    {
      title: "a stream that leaves events compressed",
      change: stream({ "extendedS3Configuration.processingConfiguration.enabled": false }),
      findings: FINDING,
    },
    {
      title: "a stream that keeps envelopes of events",
      change: stream({ [processors]: [{ type: "Decompression" }, { type: "AppendDelimiterToRecord" }] }),
      findings: FINDING,
    },
    {
      title: "a stream that ends no line",
      change: stream({ [processors]: [{ type: "Decompression" }, { type: "CloudWatchLogProcessing" }] }),
      findings: FINDING,
    },
    {
      title: "a subscription that is missing where other regions and other things are left out",
      change: saying(beside(WANTED), missing),
      findings: FINDING,
    },
  ],
  passes: [{ title: "a region whose invocations are not logged", change: (stack) => without(missing(stack), LOGGING) }],
  exempt: [declinedCase(WANTED, missing)],
  unknown: [
    {
      title: "which events are sent",
      change: (stack) => changeAll(stack, FILTER, { set: { filterPattern: UNKNOWN_VALUE } }),
      property: PROPERTY,
    },
    { title: "what the stream does to records", change: stream({ [processors]: UNKNOWN_VALUE }), property: PROPERTY },
    {
      title: "which regions are governed",
      change: (stack) => changeAll(stack, BASELINE, { set: { governedRegions: UNKNOWN_VALUE } }),
      property: "governedRegions",
    },
    ...unknownDeclined(WANTED, missing),
  ],
  notApplicable: [{ title: "a stack that is no account's baseline", change: () => emptyStack() }],
});
