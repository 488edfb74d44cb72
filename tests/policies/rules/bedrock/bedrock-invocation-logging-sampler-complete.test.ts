import { bedrockInvocationLoggingSamplerComplete } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-sampler-complete";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { dependingOn } from "../stack-resources";
import {
  COMPONENT_TYPE,
  CONFIGURATION,
  FUNCTION,
  PERMISSION,
  RETRIES,
  sampledStack,
  SUBSCRIPTION,
} from "./sampled-stack";

const GROUP = "loggingConfig.cloudwatchConfig.logGroupName";
const finding = (message: string) => [{ name: "logging", property: GROUP, message }] as const;

describeStackRule(bedrockInvocationLoggingSamplerComplete, {
  example: sampledStack,
  fails: [
    {
      title: "whole records that are sent nowhere",
      change: (stack) => without(stack, { type: SUBSCRIPTION }),
      findings: finding(
        'is "/ai-governance/s/unsampled-invocations", from which no subscription sends records to a sampling function; declare one',
      ),
    },
    {
      title: "a function that is not told where to keep metadata",
      change: (stack) => changeAll(stack, { type: FUNCTION }, { remove: ["environment.variables.METADATA_LOG_GROUP"] }),
      findings: finding(
        'is "/ai-governance/s/unsampled-invocations", from which no subscription sends records to a sampling function; declare one',
      ),
    },
    {
      title: "a subscription that leaves records out",
      change: (stack) => changeAll(stack, { type: SUBSCRIPTION }, { set: { filterPattern: "{ $.errorCode = * }" } }),
      findings: finding(
        'is the log group of the subscription to-sampler, whose filterPattern leaves records out; set it to ""',
      ),
    },
    {
      title: "logging that does not wait for the subscription",
      change: (stack) => dependingOn(stack, { type: CONFIGURATION }, []),
      findings: finding(
        "is the log group of the subscription to-sampler, which may come later than the first record; make the configuration depend on it",
      ),
    },
    {
      title: "a function that CloudWatch Logs may not call",
      change: (stack) => without(stack, { type: PERMISSION }),
      findings: finding(
        "is sampled by the function sampler, which no permission lets logs.amazonaws.com call; declare one",
      ),
    },
    {
      title: "a function that another service may call",
      change: (stack) => changeAll(stack, { type: PERMISSION }, { set: { principal: "events.amazonaws.com" } }),
      findings: finding(
        "is sampled by the function sampler, which no permission lets logs.amazonaws.com call; declare one",
      ),
    },
    {
      title: "a function whose failures go nowhere",
      change: (stack) => changeAll(stack, { type: RETRIES }, { remove: ["destinationConfig"] }),
      findings: finding(
        "is sampled by the function sampler, which has no destination on failure, so that what it cannot write is lost; declare one",
      ),
    },
    {
      title: "a function with AWS's own retries alone",
      change: (stack) => without(stack, { type: RETRIES }),
      findings: finding(
        "is sampled by the function sampler, which has no destination on failure, so that what it cannot write is lost; declare one",
      ),
    },
  ],
  unknown: [
    {
      title: "which records are sent",
      change: (stack) => changeAll(stack, { type: SUBSCRIPTION }, { set: { filterPattern: UNKNOWN_VALUE } }),
      property: GROUP,
    },
    {
      title: "who may call the function",
      change: (stack) => changeAll(stack, { type: PERMISSION }, { set: { principal: UNKNOWN_VALUE } }),
      property: GROUP,
    },
    {
      title: "the declared mode",
      change: (stack) => changeAll(stack, { type: COMPONENT_TYPE }, { set: { content: UNKNOWN_VALUE } }),
      property: "content",
    },
  ],
  notApplicable: [
    {
      title: "another content mode",
      change: (stack) =>
        changeAll(without(stack, { type: SUBSCRIPTION }), { type: COMPONENT_TYPE }, { set: { content: "full" } }),
    },
  ],
});
