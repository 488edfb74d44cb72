import { EVIDENCE_TAMPERING } from "../../../../facts/iam/evidence-tampering";
import { iamNoUnmasking } from "../../../../policies/rules/iam/iam-no-unmasking";
import { beside, describeForbiddenPermissions, grants, worker } from "./forbidden-permissions";

describeForbiddenPermissions(iamNoUnmasking, {
  action: "logs:Unmask",
  all: Object.values(EVIDENCE_TAMPERING.masking).flat(),
  passes: [
    {
      title: "the log group of a function",
      change: beside(worker(grants("logs:Unmask", { Resource: "arn:aws:logs:*:*:log-group:/aws/lambda/jobs:*" }))),
    },
  ],
});
