import { EVIDENCE_TAMPERING } from "../../../facts/iam/evidence-tampering";
import { forbiddenPermissionsRule } from "../../families/forbidden-permissions";

export const iamNoWildcardModelInvocation = forbiddenPermissionsRule({
  id: "iam-no-wildcard-model-invocation",
  title: "Permissions to invoke Bedrock models name the models",
  severity: "high",
  actions: EVIDENCE_TAMPERING.models,
  rationale:
    "A principal that may invoke every model can use one that nobody has assessed, in a region that nobody governs, and tomorrow one " +
    "that does not exist today.",
  remediation:
    "Name the foundation models or inference profiles in Resource, or bind the statement by bedrock:InferenceProfileArn.",
  references: [
    "https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples.html",
    "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html",
  ],
  instead: "name the models",
  namedBy: {
    "bedrock:inferenceprofilearn": [
      "arn::bedrock:::inference-profile/*",
      "arn::bedrock:::application-inference-profile/*",
    ],
  },
});
