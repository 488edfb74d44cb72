import type { None } from "./control";

/** The response of every control until runbooks exist. */
export const NO_RUNBOOK: None = {
  none: "There is no runbook yet. The remediation of the failed rule, or the page of the Config rule, says what to restore.",
};
