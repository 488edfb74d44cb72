import { resourceRule } from "../../rule";
import { mustBeProtected } from "../protection";
import { RECORDER } from "./recorder";

export const recorderProtected = resourceRule({
  id: "recorder-protected",
  title: "A recorder is protected against deletion",
  severity: "medium",
  type: RECORDER,
  property: "protect",
  rationale: "Without its recorder the region has no history from that moment on, and no rule is evaluated.",
  fix: "Set the resource option protect to true.",
  links: [
    "https://www.pulumi.com/docs/iac/concepts/options/protect/",
    "https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteConfigurationRecorder.html",
  ],
  covers: {},
  judge: mustBeProtected,
});
