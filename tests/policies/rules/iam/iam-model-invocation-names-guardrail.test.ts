import { MODEL_CALLS } from "../../../../facts/iam/evidence-tampering";
import { iamModelInvocationNamesGuardrail } from "../../../../policies/rules/iam/iam-model-invocation-names-guardrail";
import { beside, describeForbiddenPermissions, givenTo, grants, worker } from "./forbidden-permissions";

const INSTEAD = "bind it by bedrock:GuardrailIdentifier";
const GUARDRAIL = "arn:aws:bedrock:us-east-1:111122223333:guardrail/a1b2c3d4e5f6";
const MODEL = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0";
const by = (operator: string) => ({ Condition: { [operator]: { "bedrock:GuardrailIdentifier": GUARDRAIL } } });

describeForbiddenPermissions(iamModelInvocationNamesGuardrail, {
  action: "bedrock:InvokeModel",
  all: Object.values(MODEL_CALLS).flat(),
  instead: INSTEAD,
  fails: [
    givenTo("a model by name", ["bedrock:InvokeModel"], INSTEAD, grants("bedrock:InvokeModel", { Resource: MODEL })),
    givenTo(
      "a guardrail only if one is named",
      ["bedrock:InvokeModel"],
      INSTEAD,
      grants("bedrock:InvokeModel", { Resource: MODEL, ...by("StringEqualsIfExists") }),
    ),
  ],
  passes: [
    {
      title: "calls by a guardrail",
      change: beside(worker(grants("bedrock:InvokeModel*", by("StringEquals")))),
    },
    {
      title: "calls by any version of a guardrail",
      change: beside(worker(grants("bedrock:InvokeModel", by("StringLike")))),
    },
    {
      title: "a refusal of calls without the guardrail",
      change: beside(
        worker(grants("bedrock:InvokeModel"), {
          ...grants("bedrock:InvokeModel", by("StringNotEquals")),
          Effect: "Deny",
        }),
      ),
    },
  ],
});
