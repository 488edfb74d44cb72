/** All controls, and functions to look them up. */
import type { CheckId } from "../account/checks";
import type { Control } from "./control";
import { accountControls } from "./domains/account-settings";
import { queryControls } from "./domains/athena";
import { backupControls } from "./domains/backup";
import { lineageControls } from "./domains/lineage";
import { accessControls } from "./domains/iam";
import { alertControls } from "./domains/cloudwatch";
import { clusterControls } from "./domains/eks";
import { configControls } from "./domains/config";
import { detectControls } from "./domains/detection";
import { invokeControls } from "./domains/bedrock-invocations";
import { keyControls } from "./domains/kms";
import { logControls } from "./domains/logs";
import { modelControls } from "./domains/bedrock-models";
import { organizationControls } from "./domains/organizations";
import { respondControls } from "./domains/response";
import { storeControls } from "./domains/s3";
import { trailControls } from "./domains/cloudtrail";
import { FRAMEWORKS, type FrameworkId } from "./frameworks";

const ALL = [
  ...trailControls,
  ...invokeControls,
  ...logControls,
  ...keyControls,
  ...storeControls,
  ...accessControls,
  ...accountControls,
  ...alertControls,
  ...backupControls,
  ...detectControls,
  ...modelControls,
  ...configControls,
  ...clusterControls,
  ...queryControls,
  ...lineageControls,
  ...respondControls,
  ...organizationControls,
] as const;

/** The id of an existing control. */
export type CataloguedControlId = (typeof ALL)[number]["id"];

export const CONTROLS: readonly Control<CataloguedControlId>[] = ALL;

/** A clause in a framework's table. */
export interface ClauseReference {
  readonly framework: FrameworkId;
  readonly clause: string;
}

/** The clauses that a control cites, in framework order. */
export function clausesOf(control: Pick<Control, "clauses">): readonly ClauseReference[] {
  return FRAMEWORKS.flatMap(({ id }) => (control.clauses[id] ?? []).map((clause) => ({ framework: id, clause })));
}

/** The controls that use a rule; there can be several. */
export function controlsOfRule(rule: string, controls: readonly Control[] = CONTROLS): readonly Control[] {
  // Reason for the cast: widened to accept any string.
  return controls.filter(({ prevents }) => (prevents as readonly string[]).includes(rule));
}

/** The controls that a check of the account belongs to. */
export function controlsOfCheck(check: CheckId, controls: readonly Control[] = CONTROLS): readonly Control[] {
  return controls.filter(({ detects }) => detects.checks.includes(check));
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
