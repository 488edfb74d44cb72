/**
 * What must not compile. Nothing here runs: `npm run types` fails when a line that is marked as an error is none.
 */
import { control } from "../../controls/control";

const complete = {
  id: "LOG-90",
  title: "",
  objective: "",
  provisions: ["AuditTrail"],
  traces: [],
  responds: { none: "because" },
  clauses: { hipaa: ["164.312(b)"] },
  limits: ["something"],
} as const;

control({ ...complete, prevents: ["trail-log-file-validation"] });
control({ ...complete, detects: { configRules: ["cloudtrail-enabled"] } });
control({ ...complete, detects: { alarms: ["ModelInvocationLogsCloudWatchDeliveryFailure"] } });

// @ts-expect-error nothing prevents and nothing detects
control({ ...complete });
// @ts-expect-error an empty list prevents nothing
control({ ...complete, prevents: [] });
// @ts-expect-error an empty detection detects nothing
control({ ...complete, detects: {} });
// @ts-expect-error no such rule
control({ ...complete, prevents: ["trail-log-file-validatoin"] });
// @ts-expect-error no such Config rule
control({ ...complete, detects: { configRules: ["cloudtrail-enable"] } });
// @ts-expect-error no clause at all
control({ ...complete, prevents: ["trail-log-file-validation"], clauses: {} });
// @ts-expect-error no such clause
control({ ...complete, prevents: ["trail-log-file-validation"], clauses: { hipaa: ["164.312(z)"] } });
// @ts-expect-error the number of another version of the benchmark
control({ ...complete, prevents: ["trail-log-file-validation"], clauses: { "cis-aws-6.0.0": ["3.2"] } });
// @ts-expect-error an export that is no component
control({ ...complete, prevents: ["trail-log-file-validation"], provisions: ["OptionError"] });
// @ts-expect-error no runbook exists
control({ ...complete, prevents: ["trail-log-file-validation"], responds: { runbook: "restart-the-trail" } });
// @ts-expect-error no such event
control({ ...complete, prevents: ["trail-log-file-validation"], traces: ["cloudtrail:StopTrail"] });
// @ts-expect-error no limits stated
control({ ...complete, prevents: ["trail-log-file-validation"], limits: [] });
// @ts-expect-error no such domain
control({ ...complete, prevents: ["trail-log-file-validation"], id: "LOGS-90" });
