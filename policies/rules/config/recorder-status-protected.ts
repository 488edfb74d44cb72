import { resourceRule } from "../../rule";
import { mustBeProtected } from "../protection";
import { RECORDER_STATUS } from "./recorder";

export const recorderStatusProtected = resourceRule({
  id: "recorder-status-protected",
  title: "What keeps a recorder running is protected against deletion",
  severity: "medium",
  type: RECORDER_STATUS,
  property: "protect",
  rationale: "Deleting the status stops the recorder, as surely as deleting the recorder does.",
  fix: "Set the resource option protect to true.",
  links: ["https://www.pulumi.com/docs/iac/concepts/options/protect/"],
  covers: {},
  judge: mustBeProtected,
});
