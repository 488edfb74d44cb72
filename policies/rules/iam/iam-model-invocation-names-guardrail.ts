import { MODEL_CALLS } from "../../../facts/iam/evidence-tampering";
import { forbiddenPermissionsRule } from "../../families/forbidden-permissions";

export const iamModelInvocationNamesGuardrail = forbiddenPermissionsRule({
  id: "iam-model-invocation-names-guardrail",
  title: "Permissions to invoke Bedrock models are bound to a guardrail",
  severity: "medium",
  enforcementLevel: "advisory",
  actions: MODEL_CALLS,
  rationale:
    "A guardrail filters the calls that name it. Whoever may call a model without one can leave it out, unless the account enforces one.",
  remediation:
    "Bind the statement by StringEquals on bedrock:GuardrailIdentifier, and deny what it does not equal. Leave the rule out where the " +
    "setting guardrailEnforcement enforces a guardrail on every call.",
  references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html"],
  instead: "bind it by bedrock:GuardrailIdentifier",
  withoutKeys: ["bedrock:guardrailidentifier"],
});
