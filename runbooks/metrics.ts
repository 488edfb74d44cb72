/** What a run of runbooks tells CloudWatch: how many rows each found, zero where it found none. */

/** This project's own, as those that begin with `AWS/` are CloudWatch's. */
export const RUNBOOK_NAMESPACE = "AiGovernanceBaseline/Runbooks";

/** Rows of an answer; the number of values is that of runs. */
export const ROWS_METRIC = "Rows";

/** The dimensions of {@link ROWS_METRIC}, in the order of a widget. */
export const RUNBOOK_DIMENSIONS = { category: "Category", runbook: "Runbook" } as const;
