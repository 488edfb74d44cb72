import { bedrockInvocationLoggingOncePerRegion } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-once-per-region";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared } from "../stack-resources";
import { CONFIGURATION, having } from "./prod-names";

const { type } = CONFIGURATION;
const named = (name: string, properties: Readonly<Record<string, string>> = {}) => declared(type, name, properties);

const PROVIDERS_REGION_TAKEN =
  "is not set and defaults to the provider's region, which already has the configuration first; " +
  "set it to another region or remove one of the two";

describeStackRule(bedrockInvocationLoggingOncePerRegion, {
  fails: [
    {
      title: "two configurations of one region",
      change: (stack) => changeAll(stack, CONFIGURATION, { set: { region: "eu-central-1" } }),
      findings: [
        {
          name: CONFIGURATION.name,
          message:
            'is "eu-central-1", which already has the configuration model-invocation-logging-eu-central-1; ' +
            "set it to another region or remove one of the two",
        },
      ],
    },
    {
      title: "a second and a third configuration of the provider's region",
      change: () => having(named("first"), named("second"), named("third"))(emptyStack()),
      findings: [
        { name: "second", message: PROVIDERS_REGION_TAKEN },
        { name: "third", message: PROVIDERS_REGION_TAKEN },
      ],
    },
    {
      title: "a configuration that has its region from its component",
      change: (stack) =>
        having(named("stray", { region: "us-east-1" }))(changeAll(stack, { type }, { remove: ["region"] })),
      findings: [
        {
          name: "stray",
          message: `is "us-east-1", which already has the configuration ${CONFIGURATION.name}; set it to another region or remove one of the two`,
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
