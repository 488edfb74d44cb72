/**
 * Code that must not compile. Nothing here runs: `npm run types` fails if a line that is marked as an error is not one.
 */
import { control } from "../../controls/control";

const complete = {
  id: "LOG-90",
  title: "",
  objective: "",
  provisions: ["AuditTrail"],
  traces: [],
  responds: ["trail-tampered-with"],
  clauses: { hipaa: ["164.312(b)"] },
  limits: ["something"],
} as const;

control({ ...complete, prevents: ["cloudtrail-log-file-validation-enabled"] });
control({ ...complete, detects: { configRules: ["cloudtrail-enabled"] } });
control({ ...complete, detects: { alarms: ["ModelInvocationLogsCloudWatchDeliveryFailure"] } });

// @ts-expect-error neither prevents nor detects
control({ ...complete });
// @ts-expect-error an empty list prevents nothing
control({ ...complete, prevents: [] });
// @ts-expect-error an empty detection detects nothing
control({ ...complete, detects: {} });
// @ts-expect-error no such rule
control({ ...complete, prevents: ["trail-log-file-validatoin"] });
// @ts-expect-error no such Config rule
control({ ...complete, detects: { configRules: ["cloudtrail-enable"] } });
// @ts-expect-error no clauses
control({ ...complete, prevents: ["cloudtrail-log-file-validation-enabled"], clauses: {} });
// @ts-expect-error no such clause
control({ ...complete, prevents: ["cloudtrail-log-file-validation-enabled"], clauses: { hipaa: ["164.312(z)"] } });
// @ts-expect-error a number from another version of the benchmark
control({ ...complete, prevents: ["cloudtrail-log-file-validation-enabled"], clauses: { "cis-aws-6.0.0": ["3.2"] } });
// @ts-expect-error an export that is not a component
control({ ...complete, prevents: ["cloudtrail-log-file-validation-enabled"], provisions: ["OptionError"] });
control({
  ...complete,
  prevents: ["cloudtrail-log-file-validation-enabled"],
  // @ts-expect-error no such runbook
  responds: ["restart-the-trail"],
});
// @ts-expect-error no runbook
control({ ...complete, prevents: ["cloudtrail-log-file-validation-enabled"], responds: [] });
// @ts-expect-error no such event
control({ ...complete, prevents: ["cloudtrail-log-file-validation-enabled"], traces: ["cloudtrail:StopTrail"] });
// @ts-expect-error no limits are stated
control({ ...complete, prevents: ["cloudtrail-log-file-validation-enabled"], limits: [] });
// @ts-expect-error no such domain
control({ ...complete, prevents: ["cloudtrail-log-file-validation-enabled"], id: "LOGS-90" });
