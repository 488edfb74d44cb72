import { EVIDENCE_TAMPERING } from "../../../../facts/iam/evidence-tampering";
import { iamNoRecorderTampering } from "../../../../policies/rules/iam/iam-no-recorder-tampering";
import { describeForbiddenPermissions, givenTo, grants } from "./forbidden-permissions";

describeForbiddenPermissions(iamNoRecorderTampering, {
  action: "config:StopConfigurationRecorder",
  all: Object.values(EVIDENCE_TAMPERING.recorder).flat(),
  fails: [
    givenTo(
      "one recorder by its name",
      ["config:StopConfigurationRecorder"],
      "leave it to break-glass principals",
      grants("config:StopConfigurationRecorder", {
        Resource: "arn:aws:config:eu-central-1:111122223333:configuration-recorder/default/abcd1234",
      }),
    ),
  ],
});
