/** `baseline runbook list` and `baseline runbook show`. */
import { controlsOf } from "../../controls/runbooks";
import { runbookList, runbookListJson } from "../../reports/runbooks/list";
import { runbookPage } from "../../reports/runbooks/page";
import { RUNBOOK_IDS, runbookOf } from "../../runbooks/catalogue";
import type { Category } from "../../runbooks/runbook";
import { print } from "../console";
import { EXIT_PASS } from "../failure";
import { terminalLook } from "../reporting";
import { chosenRunbooks } from "./choice";

export interface ListOptions {
  readonly category?: Category;
  readonly control?: string;
  readonly format: "terminal" | "json";
}

/** @returns the exit code. */
export function listRunbooks({ category, control, format }: ListOptions): number {
  const listed = RUNBOOK_IDS.map((id) => ({ id, ...runbookOf(id), controls: controlsOf(id) })).filter(
    (runbook) =>
      (category === undefined || runbook.category === category) &&
      (control === undefined || runbook.controls.includes(control)),
  );
  print(format === "json" ? runbookListJson(listed) : runbookList(listed, terminalLook()));
  return EXIT_PASS;
}

/**
 * @returns the exit code.
 * @throws UsageError where there is no such runbook
 */
export function showRunbook(id: string): number {
  print(
    `${chosenRunbooks({ ids: [id] })
      .map(runbookPage)
      .join("\n")}\n`,
  );
  return EXIT_PASS;
}
