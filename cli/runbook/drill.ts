/** `baseline runbook drill`: plants made-up incidents, and shows what runbooks reconstruct of them. */
import { CONTENT_MODES, type ContentMode } from "../../facts/bedrock/content-modes";
import { allPassed, drillHtml, drillJson, type DrillReport, drillTerminal } from "../../reports/runbooks/drill-report";
import { DRILLS, type DrillName } from "../../runbooks/drills/drills";
import { print } from "../console";
import { withReports } from "../endings";
import { EXIT_FAIL, EXIT_PASS } from "../failure";
import { progress } from "../progress";
import type { Outputs, ReportFolder } from "../report-folder";
import { terminalLook } from "../reporting";
import { endingWithThisProcess } from "../subject";
import type { DrillFormat } from "./drill-formats";

export interface DrillOptions {
  readonly drill: readonly DrillName[];
  readonly contentMode: readonly ContentMode[];
  readonly format: DrillFormat;
  readonly out: string;
}

const OUTPUTS: Outputs = {
  command: "baseline runbook drill",
  files: { "drill.json": "json", "drill.html": undefined },
};

/** @returns the exit code. */
export function drillRunbooks(options: DrillOptions): Promise<number> {
  return withReports(options.out, OUTPUTS, { state: undefined, judged: undefined }, (reports) =>
    drill(options, reports),
  );
}

async function drill({ drill: names, contentMode, format }: DrillOptions, reports: ReportFolder): Promise<number> {
  const status = progress(process.stderr);
  endingWithThisProcess();
  const { rehearse } = await import("../../query/drills/rehearsal.js");
  const held: DrillReport[] = [];
  for (const name of names) {
    const rehearsals = [];
    for (const mode of CONTENT_MODES.filter((one) => contentMode.includes(one))) {
      status.detail(`Drilling ${name} in content mode ${mode}`);
      rehearsals.push(await rehearse(DRILLS[name], mode));
    }
    held.push({ name, drill: DRILLS[name], rehearsals });
  }
  status.done();
  reports.write({ "drill.json": drillJson(held), "drill.html": drillHtml(held) });
  const forms = {
    json: () => drillJson(held),
    html: () => drillHtml(held),
    terminal: () => drillTerminal(held, { ...terminalLook(), reportsFolder: reports.shown }),
  };
  print(forms[format]());
  return allPassed(held) ? EXIT_PASS : EXIT_FAIL;
}
