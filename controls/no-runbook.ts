import type { None } from "./control";

/** The honest answer while there are no runbooks. */
export const NO_RUNBOOK: None = {
  none: "No runbook is written yet; the fix of the rule that failed, or the page of the Config rule, says what to restore.",
};
