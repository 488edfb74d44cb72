import type { EvidenceTableName } from "../../facts/athena/evidence-tables";

/** The tables that can be asked: those of the archive, and what is known of a folder of log files besides. */
export type TableName = EvidenceTableName | "log_file_integrity" | "application_records";

/** The tables whose records are in log groups as well. */
export const LOGGED_TABLES = ["cloudtrail_events", "model_invocations", "kubernetes_audit"] as const;

export type LoggedTable = (typeof LOGGED_TABLES)[number];
