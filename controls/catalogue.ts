/** Every control, and the ways to look one up. */
import type { Control } from "./control";
import { accessControls } from "./domains/access";
import { alertControls } from "./domains/alert";
import { clusterControls } from "./domains/cluster";
import { configControls } from "./domains/config";
import { invokeControls } from "./domains/invoke";
import { keyControls } from "./domains/key";
import { logControls } from "./domains/log";
import { modelControls } from "./domains/model";
import { storeControls } from "./domains/store";
import { trailControls } from "./domains/trail";
import { FRAMEWORKS, type FrameworkId } from "./frameworks";

const ALL = [
  ...trailControls,
  ...invokeControls,
  ...logControls,
  ...keyControls,
  ...storeControls,
  ...accessControls,
  ...alertControls,
  ...modelControls,
  ...configControls,
  ...clusterControls,
] as const;

/** The id of a control that exists. */
export type CataloguedControlId = (typeof ALL)[number]["id"];

export const CONTROLS: readonly Control<CataloguedControlId>[] = ALL;

/** A clause of a framework's table. */
export interface ClauseReference {
  readonly framework: FrameworkId;
  readonly clause: string;
}

/** The clauses that a control cites, in the order of the frameworks. */
export function clausesOf(control: Pick<Control, "clauses">): readonly ClauseReference[] {
  return FRAMEWORKS.flatMap(({ id }) => (control.clauses[id] ?? []).map((clause) => ({ framework: id, clause })));
}

/** The controls to which a rule belongs; a rule may serve several. */
export function controlsOfRule(rule: string, controls: readonly Control[] = CONTROLS): readonly Control[] {
  return controls.filter(({ prevents }) => (prevents as readonly string[]).includes(rule)); // widened to compare any text
}

/** The controls that contribute to a clause. */
export function controlsOfClause(
  { framework, clause }: ClauseReference,
  controls: readonly Control[] = CONTROLS,
): readonly Control[] {
  return controls.filter((control) =>
    clausesOf(control).some((cited) => cited.framework === framework && cited.clause === clause),
  );
}
