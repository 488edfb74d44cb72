import { invocationLoggingMatchesDeclared } from "../../../../policies/rules/bedrock/invocation-logging-matches-declared";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { declared } from "../stack-resources";
import { COMPONENT, CONFIGURATION, having } from "./prod-names";

const TEXT = "loggingConfig.textDataDeliveryEnabled";
const IMAGE = "loggingConfig.imageDataDeliveryEnabled";
const EVERYTHING = { loggingConfig: { cloudwatchConfig: { logGroupName: "raw" } } };

describeStackRule(invocationLoggingMatchesDeclared, {
  fails: [
    {
      title: "flags that keep more than the component declares",
      change: (stack) => changeAll(stack, CONFIGURATION, { set: { [IMAGE]: true } }),
      findings: [
        {
          name: CONFIGURATION.name,
          property: "loggingConfig",
          message:
            'is set to deliver bodies of text, image; it must be "redacted", as baseline-us-east-1-invocations declares',
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
          message: 'is set to deliver no bodies; it must be "redacted", as baseline-us-east-1-invocations declares',
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
          message: 'is set to deliver bodies of text; it must be "off", as baseline-us-east-1-invocations declares',
        },
      ],
    },
    {
      title: "no logging where the component declares some",
      change: (stack) => without(stack, CONFIGURATION),
      findings: [
        {
          name: COMPONENT.name,
          message: 'is "redacted", but its region has no logging configuration; it must have one or be "off"',
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
            'is set to deliver bodies of text, image, embedding, video; it must be "off", as baseline-us-east-1-invocations ' +
            "declares",
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
