import { bedrockAccountInvocationLoggingExists } from "../../../../policies/rules/bedrock/bedrock-account-invocation-logging-exists";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { adoptedCase, beside, declinedCase, saying, unknownAdopted, unknownDeclined } from "../account-modes";
import { declared } from "../stack-resources";
import { BASELINE, CONFIGURATION, having } from "./prod-names";

function accountOf(governedRegions: readonly string[], ...configurationRegions: readonly (string | undefined)[]) {
  return having(
    declared(BASELINE.type, "account", { governedRegions }),
    ...configurationRegions.map((region, index) =>
      declared(CONFIGURATION.type, `logging-${index}`, region === undefined ? {} : { region }),
    ),
  )(emptyStack());
}

const WANTED = {
  type: CONFIGURATION.type,
  capability: "invocationLogging",
  words: "model invocation logging",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "us-east-1",
};
const missing = (stack: readonly ResourceState[]) => without(stack, CONFIGURATION);

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
      title: "a region without logging where other regions and other things are adopted or left out",
      change: saying(beside(WANTED), missing),
      findings: [
        {
          name: "baseline",
          property: "governedRegions.1",
          message: 'is "us-east-1", which has no model invocation logging configuration; declare one there',
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
    adoptedCase(WANTED, missing),
    ...unknownAdopted(WANTED, missing),
    ...unknownDeclined(WANTED, missing),
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
      title: "the region of a configuration",
      change: () => accountOf(["eu-west-1"], UNKNOWN_VALUE),
      property: "governedRegions.0",
    },
  ],
  exempt: [declinedCase(WANTED, missing)],
});
