import { bedrockAccountInvocationLoggingExists } from "../../../../policies/rules/bedrock/bedrock-account-invocation-logging-exists";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared } from "../stack-resources";
import { BASELINE, CONFIGURATION, having } from "./prod-names";

function accountOf(governedRegions: readonly string[], ...configurationRegions: readonly (string | undefined)[]) {
  return having(
    declared(BASELINE.type, "account", { governedRegions, invocationContent: "redacted" }),
    ...configurationRegions.map((region, index) =>
      declared(CONFIGURATION.type, `logging-${index}`, region === undefined ? {} : { region }),
    ),
  )(emptyStack());
}

describeStackRule(bedrockAccountInvocationLoggingExists, {
  fails: [
    {
      title: "a governed region without logging",
      change: (stack) => without(stack, CONFIGURATION),
      findings: [
        {
          name: "baseline",
          property: "governedRegions.1",
          message: 'is "us-east-1", which has no model invocation logging configuration; declare one there',
        },
      ],
    },
    {
      title: "an account without any logging, for each of its regions",
      change: (stack) => without(stack, { type: CONFIGURATION.type }),
      findings: [
        {
          property: "governedRegions.0",
          message: 'is "eu-central-1", which has no model invocation logging configuration; declare one there',
        },
        {
          property: "governedRegions.1",
          message: 'is "us-east-1", which has no model invocation logging configuration; declare one there',
        },
      ],
    },
    {
      title: "an account that declares no logging",
      change: (stack) => changeAll(stack, BASELINE, { set: { invocationContent: "off" } }),
      findings: [
        {
          name: "baseline",
          property: "invocationContent",
          message: 'is "off"; set it to "metadata-only", "redacted" or "full"',
        },
      ],
    },
    {
      title: "an account that governs nothing",
      change: () => accountOf([]),
      findings: [{ name: "account", message: "is []; set it to at least one region" }],
    },
  ],
  passes: [
    { title: "a single region, left to the provider", change: () => accountOf(["eu-west-1"], undefined) },
    { title: "each region by its name", change: () => accountOf(["eu-west-1", "us-east-1"], "us-east-1", "eu-west-1") },
  ],
  unknown: [
    {
      title: "which of several regions the provider's is",
      change: () => accountOf(["eu-west-1", "us-east-1"], undefined, "us-east-1"),
      property: "governedRegions.0",
    },
    {
      title: "the regions",
      change: (stack) => changeAll(stack, BASELINE, { set: { governedRegions: UNKNOWN_VALUE } }),
      property: "governedRegions",
    },
    {
      title: "the declared mode",
      change: (stack) => changeAll(stack, BASELINE, { set: { invocationContent: UNKNOWN_VALUE } }),
      property: "invocationContent",
    },
    {
      title: "the region of a configuration",
      change: () => accountOf(["eu-west-1"], UNKNOWN_VALUE),
      property: "governedRegions.0",
    },
  ],
  notApplicable: [
    {
      title: "an account that may declare no logging, and does",
      change: (stack) => changeAll(stack, BASELINE, { set: { invocationContent: "off" } }),
      settings: { mayBeOff: true },
    },
  ],
});
