import { bedrockInvocationLoggingMatchesDeclared } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-matches-declared";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { declared } from "../stack-resources";
import { COMPONENT, CONFIGURATION, having } from "./prod-names";

const TEXT = "loggingConfig.textDataDeliveryEnabled";
const IMAGE = "loggingConfig.imageDataDeliveryEnabled";
const EVERYTHING = { loggingConfig: { cloudwatchConfig: { logGroupName: "raw" } } };

describeStackRule(bedrockInvocationLoggingMatchesDeclared, {
  fails: [
    {
      title: "flags that keep more than the component declares",
      change: (stack) => changeAll(stack, CONFIGURATION, { set: { [IMAGE]: true } }),
      findings: [
        {
          name: CONFIGURATION.name,
          property: "loggingConfig",
          message:
            'delivers text, image bodies; set the delivery flags to those of "redacted", which baseline-us-east-1-invocations declares',
        },
      ],
    },
    {
      title: "flags that keep less than the component declares",
      change: (stack) => changeAll(stack, CONFIGURATION, { set: { [TEXT]: false } }),
      findings: [
        {
          name: CONFIGURATION.name,
          property: "loggingConfig",
          message:
            'delivers no bodies; set the delivery flags to those of "redacted", which baseline-us-east-1-invocations declares',
        },
      ],
    },
    {
      title: "logging where the component declares none",
      change: (stack) => changeAll(stack, COMPONENT, { set: { content: "off" } }),
      findings: [
        {
          name: CONFIGURATION.name,
          property: "loggingConfig",
          message:
            'delivers text bodies; remove the configuration, because baseline-us-east-1-invocations declares "off"',
        },
      ],
    },
    {
      title: "no logging where the component declares some",
      change: (stack) => without(stack, CONFIGURATION),
      findings: [
        {
          name: COMPONENT.name,
          message: 'is "redacted" in a region without a logging configuration; declare one or set it to "off"',
        },
      ],
    },
    {
      title: "a stray configuration in a region that declares none",
      change: (stack) =>
        having(declared(CONFIGURATION.type, "stray", { ...EVERYTHING, region: "us-east-1" }))(
          changeAll(without(stack, CONFIGURATION), COMPONENT, { set: { content: "off" } }),
        ),
      findings: [
        {
          name: "stray",
          property: "loggingConfig",
          message:
            "delivers text, image, embedding, video bodies; remove the configuration, because " +
            'baseline-us-east-1-invocations declares "off"',
        },
      ],
    },
  ],
  passes: [
    {
      title: "a region that declares no logging and has none",
      change: (stack) => changeAll(without(stack, CONFIGURATION), COMPONENT, { set: { content: "off" } }),
    },
    {
      title: "everything where a share is declared to be kept",
      change: (stack) =>
        changeAll(changeAll(stack, CONFIGURATION, { set: EVERYTHING }), COMPONENT, { set: { content: "sampled" } }),
    },
    {
      title: "flags left to the provider where everything is declared",
      change: (stack) =>
        changeAll(changeAll(stack, CONFIGURATION, { set: EVERYTHING }), COMPONENT, { set: { content: "full" } }),
    },
  ],
  unknown: [
    {
      title: "a flag",
      change: (stack) => changeAll(stack, CONFIGURATION, { set: { [IMAGE]: UNKNOWN_VALUE } }),
      property: IMAGE,
    },
    {
      title: "the declared mode",
      change: (stack) => changeAll(stack, COMPONENT, { set: { content: UNKNOWN_VALUE } }),
      property: "content",
    },
    {
      title: "the region of a stray configuration",
      change: (stack) =>
        having(declared(CONFIGURATION.type, "stray", { ...EVERYTHING, region: UNKNOWN_VALUE }))(
          changeAll(without(stack, CONFIGURATION), COMPONENT, { set: { content: "off" } }),
        ),
      property: "region",
    },
  ],
});
