/** Which controls a runbook answers: the catalog read from the other side. */
import { CONTROLS } from "./catalogue";

/** The ids of the controls, in catalog order. */
export function controlsOf(runbook: string): readonly string[] {
  return CONTROLS.filter(({ responds }) => responds.some((one) => one === runbook)).map(({ id }) => id);
}
