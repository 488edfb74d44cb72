import { EVIDENCE_TAMPERING } from "../../../facts/iam/evidence-tampering";
import { forbiddenPermissionsRule } from "../../families/forbidden-permissions";

export const iamNoInvocationLoggingTampering = forbiddenPermissionsRule({
  id: "iam-no-invocation-logging-tampering",
  title: "Only break-glass principals may delete or redirect Bedrock model invocation logging",
  severity: "critical",
  actions: EVIDENCE_TAMPERING.invocationLogging,
  rationale: "One call turns the record of prompts and answers off for a whole region, or sends it where nobody looks.",
  references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html"],
});
