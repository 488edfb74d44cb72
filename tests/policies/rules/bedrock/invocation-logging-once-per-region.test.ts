import { invocationLoggingOncePerRegion } from "../../../../policies/rules/bedrock/invocation-logging-once-per-region";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared } from "../stack-resources";
import { CONFIGURATION, having } from "./prod-names";

const { type } = CONFIGURATION;
const named = (name: string, properties: Readonly<Record<string, string>> = {}) => declared(type, name, properties);

describeStackRule(invocationLoggingOncePerRegion, {
  fails: [
    {
      title: "two configurations of one region",
      change: (stack) => changeAll(stack, CONFIGURATION, { set: { region: "eu-central-1" } }),
      findings: [
        {
          name: CONFIGURATION.name,
          message:
            'is "eu-central-1", which is also that of "baseline-eu-central-1-invocations-configuration"; it must be another',
        },
      ],
    },
    {
      title: "a second and a third configuration of the provider's region",
      change: () => having(named("first"), named("second"), named("third"))(emptyStack()),
      findings: [
        { name: "second", message: 'is the provider\'s region, which is also that of "first"; it must be another' },
        { name: "third", message: 'is the provider\'s region, which is also that of "first"; it must be another' },
      ],
    },
    {
      title: "a configuration that has its region from its component",
      change: (stack) =>
        having(named("stray", { region: "us-east-1" }))(changeAll(stack, { type }, { remove: ["region"] })),
      findings: [
        {
          name: "stray",
          message: `is "us-east-1", which is also that of "${CONFIGURATION.name}"; it must be another`,
        },
      ],
    },
  ],
  passes: [
    { title: "a single configuration", change: (stack) => without(stack, CONFIGURATION) },
    {
      title: "a single configuration in a region that is unknown",
      change: () => having(named("first", { region: UNKNOWN_VALUE }))(emptyStack()),
    },
    {
      title: "one in the provider's region and one elsewhere",
      change: () => having(named("first"), named("second", { region: "us-east-1" }))(emptyStack()),
    },
  ],
  unknown: [
    {
      title: "a second configuration in a region that is unknown",
      change: () => having(named("first"), named("second", { region: UNKNOWN_VALUE }))(emptyStack()),
      property: "region",
    },
    {
      title: "a first configuration in a region that is unknown",
      change: () => having(named("first", { region: UNKNOWN_VALUE }), named("second"))(emptyStack()),
      property: "region",
    },
  ],
});
