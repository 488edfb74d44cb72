import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/controltower/latest/userguide/existing-config-resources.html",
    readOn: "2026-11-25",
  },
  {
    page: "https://docs.aws.amazon.com/controltower/latest/controlreference/mandatory-controls.html",
    readOn: "2026-11-25",
  },
];

/** The recorder that AWS Control Tower makes in each governed region; its service control policies refuse every change. */
export const CONTROL_TOWER_RECORDER = "aws-controltower-BaselineConfigRecorder";
