import { EVIDENCE_TAMPERING } from "../../../../facts/iam/evidence-tampering";
import { iamNoInvocationLoggingTampering } from "../../../../policies/rules/iam/iam-no-invocation-logging-tampering";
import { beside, describeForbiddenPermissions, grants, worker } from "./forbidden-permissions";

describeForbiddenPermissions(iamNoInvocationLoggingTampering, {
  action: "bedrock:DeleteModelInvocationLoggingConfiguration",
  all: Object.values(EVIDENCE_TAMPERING.invocationLogging).flat(),
  passes: [
    {
      title: "every action of Bedrock on a model, where the configuration of logging is none",
      change: beside(
        worker(grants("bedrock:*", { Resource: "arn:aws:bedrock:*::foundation-model/amazon.nova-pro-v1:0" })),
      ),
    },
  ],
});
