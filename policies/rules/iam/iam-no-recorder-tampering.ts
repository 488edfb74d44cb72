import { EVIDENCE_TAMPERING } from "../../../facts/iam/evidence-tampering";
import { forbiddenPermissionsRule } from "../../families/forbidden-permissions";

export const iamNoRecorderTampering = forbiddenPermissionsRule({
  id: "iam-no-recorder-tampering",
  title: "Only break-glass principals may stop or redirect the AWS Config recorder",
  severity: "high",
  actions: EVIDENCE_TAMPERING.recorder,
  rationale: "Without the recorder nobody sees what was changed, or that a control was taken away.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html"],
});
