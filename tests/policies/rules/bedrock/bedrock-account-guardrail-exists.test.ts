import { bedrockAccountGuardrailExists } from "../../../../policies/rules/bedrock/bedrock-account-guardrail-exists";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { adoptedCase, beside, declinedCase, saying, unknownAdopted, unknownDeclined } from "../account-modes";
import { declared } from "../stack-resources";
import { BASELINE, having } from "./prod-names";

const TYPE = "aws:bedrock/guardrail:Guardrail";
const OF_THE_SECOND_REGION = { type: TYPE, name: "baseline-us-east-1-guardrail" };

function accountOf(governedRegions: readonly string[], ...guardrailRegions: readonly (string | undefined)[]) {
  return having(
    declared(BASELINE.type, "account", { governedRegions }),
    ...guardrailRegions.map((region, index) =>
      declared(TYPE, `guardrail-${index}`, region === undefined ? {} : { region }),
    ),
  )(emptyStack());
}

const WANTED = {
  type: TYPE,
  capability: "guardrails",
  words: "a guardrail",
  region: "us-east-1",
  property: "governedRegions.1",
  id: "arn:aws:bedrock:us-east-1:111122223333:guardrail/a1b2c3d4e5f6",
};
const missing = (stack: readonly ResourceState[]) => without(stack, OF_THE_SECOND_REGION);
const MISSING = {
  name: "baseline",
  property: "governedRegions.1",
  message: 'is "us-east-1", which has no guardrail; declare one there',
} as const;

describeStackRule(bedrockAccountGuardrailExists, {
  fails: [
    { title: "a governed region without a guardrail", change: missing, findings: [MISSING] },
    {
      title: "a region without one where other regions and other things are adopted or left out",
      change: saying(beside(WANTED), missing),
      findings: [MISSING],
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
      title: "the regions",
      change: (stack) => changeAll(stack, BASELINE, { set: { governedRegions: UNKNOWN_VALUE } }),
      property: "governedRegions",
    },
    {
      title: "the region of a guardrail",
      change: () => accountOf(["eu-west-1"], UNKNOWN_VALUE),
      property: "governedRegions.0",
    },
  ],
  exempt: [declinedCase(WANTED, missing)],
});
